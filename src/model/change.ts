import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { ActionPlan } from './action-plan.js';
import { Assessment } from './assessment.js';
import { Moment } from './calendar-date.js';
import { ChangeKind } from './change-kind.js';
import { Commitment } from './commitment.js';
import { ActorRole } from './commitment-actor.js';
import { CompletionLevel } from './completion-level.js';
import { CrossReference } from './cross-reference.js';
import { Deliverable } from './deliverable.js';
import { Department } from './department.js';
import { EngagementActivity } from './engagement-activity.js';
import { Node } from './node.js';
import { PartnerOrganization } from './partner-organization.js';
import { ReportingPeriod } from './reporting-period.js';
import { StatusReport } from './status-report.js';

/** Which way a level went. */
export enum ChangeDirection {
  UP = 'UP',
  DOWN = 'DOWN',
}

registerEnumType(ChangeDirection, {
  name: 'ChangeDirection',
  description: 'Which way a level went.',
  valuesConfig: {
    UP: { description: 'To a higher level.' },
    DOWN: { description: 'To a lower level; `reason` says why.' },
  },
});

/** PostgreSQL's 64-bit numbers come as texts. The feed stays below 2^53, up to which JavaScript counts exactly. */
const exactNumber = { from: (value: string | number) => Number(value), to: (value: number) => value };

@ObjectType({
  implements: Node,
  description:
    'An immutable fact in the feed of changes, which has everything that was published in the order it happened.',
})
@Entity('change')
@Index(['planKey', 'key'])
@Index(['commitmentKey', 'key'])
@Index(['deliverableKey', 'key'])
@Index(['departmentKey', 'key'])
@Index(['kind', 'key'])
@Index(['periodKey', 'key'])
@Index(['partnerKey', 'key'])
@Index(['to', 'key'])
@Index(['direction', 'key'])
@Index(['at', 'key'])
@Check('change_direction_check', "direction in ('UP', 'DOWN')")
export class Change extends Node {
  /** Its position in the feed: numbers follow the order of commit, with gaps. */
  @PrimaryGeneratedColumn('identity', {
    name: 'id',
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    // Known to every column, though not to the type of these options.
    ...{ transformer: exactNumber },
  })
  readonly key!: number;

  @Field(() => Moment, { description: 'When it happened.' })
  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  readonly at!: Date;

  @Field(() => ChangeKind, { description: 'What happened.' })
  @Column('text')
  readonly kind!: ChangeKind;

  @Column('int', { name: 'plan_id', nullable: true })
  readonly planKey!: number | null;

  @ManyToOne(() => ActionPlan)
  @JoinColumn({ name: 'plan_id' })
  readonly plan?: ActionPlan | null;

  @Column('int', { name: 'commitment_id', nullable: true })
  readonly commitmentKey!: number | null;

  @ManyToOne(() => Commitment)
  @JoinColumn({ name: 'commitment_id' })
  readonly commitment?: Commitment | null;

  @Column('int', { name: 'deliverable_id', nullable: true })
  readonly deliverableKey!: number | null;

  @ManyToOne(() => Deliverable)
  @JoinColumn({ name: 'deliverable_id' })
  readonly deliverable?: Deliverable | null;

  @Column('int', { name: 'period_id', nullable: true })
  readonly periodKey!: number | null;

  @ManyToOne(() => ReportingPeriod)
  @JoinColumn({ name: 'period_id' })
  readonly period?: ReportingPeriod | null;

  @Column('int', { name: 'department_id', nullable: true })
  readonly departmentKey!: number | null;

  @ManyToOne(() => Department)
  @JoinColumn({ name: 'department_id' })
  readonly department?: Department | null;

  @Column('int', { name: 'partner_id', nullable: true })
  readonly partnerKey!: number | null;

  @ManyToOne(() => PartnerOrganization)
  @JoinColumn({ name: 'partner_id' })
  readonly partner?: PartnerOrganization | null;

  @Column('int', { name: 'report_id', nullable: true })
  readonly reportKey!: number | null;

  @ManyToOne(() => StatusReport)
  @JoinColumn({ name: 'report_id' })
  readonly report?: StatusReport | null;

  @Column('int', { name: 'reference_id', nullable: true })
  readonly referenceKey!: number | null;

  @ManyToOne(() => CrossReference)
  @JoinColumn({ name: 'reference_id' })
  readonly reference?: CrossReference | null;

  @Column('int', { name: 'activity_id', nullable: true })
  readonly activityKey!: number | null;

  @ManyToOne(() => EngagementActivity)
  @JoinColumn({ name: 'activity_id' })
  readonly activity?: EngagementActivity | null;

  @Column('int', { name: 'assessment_id', nullable: true })
  readonly assessmentKey!: number | null;

  @ManyToOne(() => Assessment)
  @JoinColumn({ name: 'assessment_id' })
  readonly assessment?: Assessment | null;

  @Field(() => CompletionLevel, {
    nullable: true,
    description: 'Of STATUS_CHANGED: the deliverable’s level before; null: it was not reported.',
  })
  @Column('text', { name: 'from_level', nullable: true })
  readonly from!: CompletionLevel | null;

  @Field(() => CompletionLevel, {
    nullable: true,
    description: 'Of STATUS_CHANGED: the deliverable’s level now; null: it is no longer reported.',
  })
  @Column('text', { name: 'to_level', nullable: true })
  readonly to!: CompletionLevel | null;

  @Field(() => ChangeDirection, {
    nullable: true,
    description: 'Of STATUS_CHANGED: which way the level went; null: from or to not reported.',
  })
  @Column('text', { nullable: true })
  readonly direction!: ChangeDirection | null;

  @Field(() => ActorRole, {
    nullable: true,
    description: 'Of ACTOR_CHANGED: the role that the organization had; null: none.',
  })
  @Column('text', { name: 'from_role', nullable: true })
  readonly fromRole!: ActorRole | null;

  @Field(() => ActorRole, {
    nullable: true,
    description: 'Of ACTOR_CHANGED: the role that the organization has now; null: none.',
  })
  @Column('text', { name: 'to_role', nullable: true })
  readonly toRole!: ActorRole | null;

  @Field(() => [String], {
    description: 'Of things that were amended: the fields that are not what they were, such as `title`.',
  })
  @Column('text', { array: true, default: [] })
  readonly fields!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'Why, in the words of whoever did it; null: not said.',
  })
  @Column('text', { nullable: true })
  readonly reason!: string | null;

  /** Who did it, as tokens name people and systems. Not for everybody: see the graph's `actedBy`. */
  @Column('text', { name: 'acted_by' })
  readonly actedByName!: string;
}
