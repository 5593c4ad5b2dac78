import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, Unique } from 'typeorm';
import { CalendarDate, Moment } from './calendar-date.js';
import { Commitment } from './commitment.js';
import { Department } from './department.js';
import { CodedNode, Node } from './node.js';
import { ReportingPeriod } from './reporting-period.js';

/** Where a report stands between its first draft and its last version. */
export enum ReportState {
  DRAFT = 'DRAFT',
  SUBMITTED = 'SUBMITTED',
  RETURNED = 'RETURNED',
  PUBLISHED = 'PUBLISHED',
  SUPERSEDED = 'SUPERSEDED',
  WITHDRAWN = 'WITHDRAWN',
}

registerEnumType(ReportState, {
  name: 'ReportState',
  description:
    'Where a report stands. What was published once, everybody may read; all else only its department and publishers.',
  valuesConfig: {
    DRAFT: { description: 'Being written.' },
    SUBMITTED: { description: 'Waiting for a publisher.' },
    RETURNED: { description: 'Sent back to its department with a reason.' },
    PUBLISHED: { description: 'The version that counts.' },
    SUPERSEDED: { description: 'A former version, kept to be read.' },
    WITHDRAWN: { description: 'Taken back, kept to be read.' },
  },
});

/** The states of a version that is still on its way to being published. There is one at the most. */
export const openReportStates: readonly ReportState[] = [
  ReportState.DRAFT,
  ReportState.SUBMITTED,
  ReportState.RETURNED,
];

@ObjectType({
  implements: Node,
  description: 'What one department reports on one commitment for one period. Every version is kept.',
})
@Entity('status_report')
@Unique(['commitmentKey', 'periodKey', 'departmentKey', 'version'])
@Unique(['key', 'commitmentKey'])
@Index('status_report_one_published', ['commitmentKey', 'periodKey', 'departmentKey'], {
  unique: true,
  where: "(state = 'PUBLISHED'::text)",
})
@Index('status_report_one_open', ['commitmentKey', 'periodKey', 'departmentKey'], {
  unique: true,
  where: "(state = ANY (ARRAY['DRAFT'::text, 'SUBMITTED'::text, 'RETURNED'::text]))",
})
@Index(['periodKey'])
@Index(['departmentKey'])
@Check(
  'status_report_published_at_check',
  "(state <> 'PUBLISHED' or published_at is not null) and (state not in ('DRAFT', 'SUBMITTED', 'RETURNED') or published_at is null)",
)
@Check(
  'status_report_state_check',
  "state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'PUBLISHED', 'SUPERSEDED', 'WITHDRAWN')",
)
@Check('status_report_version_check', 'version >= 1')
export class StatusReport extends CodedNode {
  @Field(() => String, {
    description:
      'Code: commitment, period, department and version, such as `ca-2016-2018/19/mid-term/tbs/1`. Stable.',
  })
  declare readonly code: string;

  /** Held here too so that the database itself keeps commitment and period within one plan. */
  @Column('int', { name: 'plan_id' })
  readonly planKey!: number;

  @Column('int', { name: 'commitment_id' })
  readonly commitmentKey!: number;

  @ManyToOne(() => Commitment, { nullable: false })
  @JoinColumn([
    { name: 'commitment_id', referencedColumnName: 'key' },
    { name: 'plan_id', referencedColumnName: 'planKey' },
  ])
  readonly commitment?: Commitment;

  @Column('int', { name: 'period_id' })
  readonly periodKey!: number;

  @ManyToOne(() => ReportingPeriod, { nullable: false })
  @JoinColumn([
    { name: 'period_id', referencedColumnName: 'key' },
    { name: 'plan_id', referencedColumnName: 'planKey' },
  ])
  readonly period?: ReportingPeriod;

  @Column('int', { name: 'department_id' })
  readonly departmentKey!: number;

  @ManyToOne(() => Department, { nullable: false })
  @JoinColumn({ name: 'department_id' })
  readonly department?: Department;

  @Field(() => Int, { description: 'Version, from 1; an amended report gets the next one.' })
  @Column('int')
  readonly version!: number;

  @Field(() => ReportState, { description: 'Where this version stands.' })
  @Column('text')
  readonly state!: ReportState;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Day the department published it; null: not published, or not known.',
  })
  @Column('date', { name: 'published_on', nullable: true })
  readonly publishedOn!: string | null;

  @Field(() => Moment, {
    nullable: true,
    description: 'When the hub published this version; null: it never did, so only its department sees it.',
  })
  @Column('timestamptz', { name: 'published_at', nullable: true })
  readonly publishedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why a level went down, in the department’s words; null: none did.',
  })
  @Column('text', { nullable: true })
  readonly reason!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was returned or withdrawn; null: it was not.' })
  @Column('text', { name: 'decision_reason', nullable: true })
  readonly decisionReason!: string | null;

  /** Who wrote this version, as tokens name people and systems; null: it came before the hub kept that. */
  @Column('text', { name: 'written_by', nullable: true })
  readonly writtenBy!: string | null;

  /** Who published, returned or withdrew it. */
  @Column('text', { name: 'decided_by', nullable: true })
  readonly decidedBy!: string | null;

  @Field(() => Moment, { description: 'When the hub recorded this version.' })
  @Column('timestamptz', { name: 'recorded_at', default: () => 'now()' })
  readonly recordedAt!: Date;
}
