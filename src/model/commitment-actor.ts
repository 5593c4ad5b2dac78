import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { CalendarDate } from './calendar-date.js';
import { Commitment } from './commitment.js';
import { Deliverable } from './deliverable.js';
import { Department } from './department.js';
import { Node, NumberedNode } from './node.js';
import { PartnerOrganization } from './partner-organization.js';

/** What an organization does for a commitment. */
export enum ActorRole {
  LEAD = 'LEAD',
  SUPPORT = 'SUPPORT',
  PARTNER = 'PARTNER',
}

registerEnumType(ActorRole, {
  name: 'ActorRole',
  description: 'What an organization does for a commitment.',
  valuesConfig: {
    LEAD: { description: 'Answers for it. There may be several; the first comes first.' },
    SUPPORT: { description: 'Helps the leads to deliver it.' },
    PARTNER: { description: 'Takes part from outside the government.' },
  },
});

/** Whose statement it is that an organization has a part. */
export enum ActorSource {
  PLAN = 'PLAN',
  OGP = 'OGP',
}

registerEnumType(ActorSource, {
  name: 'ActorSource',
  description: 'Whose statement it is that an organization has a part; the two may disagree.',
  valuesConfig: {
    PLAN: { description: 'The government’s own plan.' },
    OGP: { description: 'The Open Government Partnership’s page on the commitment.' },
  },
});

@ObjectType({
  implements: Node,
  description: 'An organization’s part in a commitment or in one deliverable of it.',
})
@Entity('commitment_actor')
// The expression in it (absent values count as equal) is beyond the entity's description: see the migration.
@Index('commitment_actor_once', { synchronize: false })
@Index(['deliverableKey'])
@Index(['departmentKey'])
@Index(['partnerKey'])
@Check('commitment_actor_role_check', "role in ('LEAD', 'SUPPORT', 'PARTNER')")
@Check('commitment_actor_stated_by_check', "stated_by in ('PLAN', 'OGP')")
@Check('commitment_actor_one_organization_check', 'num_nonnulls(department_id, partner_id) = 1')
export class CommitmentActor extends NumberedNode {
  @Column('int', { name: 'commitment_id' })
  readonly commitmentKey!: number;

  @ManyToOne(() => Commitment, { nullable: false })
  @JoinColumn({ name: 'commitment_id' })
  readonly commitment?: Commitment;

  @Column('int', { name: 'deliverable_id', nullable: true })
  readonly deliverableKey!: number | null;

  @ManyToOne(() => Deliverable)
  @JoinColumn({ name: 'deliverable_id' })
  readonly deliverable?: Deliverable | null;

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

  @Field(() => ActorRole, { description: 'What the organization does.' })
  @Column('text')
  readonly role!: ActorRole;

  @Field(() => Int, { description: 'Place in the order stated, from 1, within role and source.' })
  @Column('int')
  readonly position!: number;

  @Field(() => ActorSource, { description: 'Whose statement this is.' })
  @Column('text', { name: 'stated_by' })
  readonly statedBy!: ActorSource;

  @Field(() => CalendarDate, { nullable: true, description: 'Day its part ended; null: it has it still.' })
  @Column('date', { name: 'ended_on', nullable: true })
  readonly endedOn!: string | null;
}
