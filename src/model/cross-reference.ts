import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, Unique } from 'typeorm';
import { Commitment } from './commitment.js';
import { Deliverable } from './deliverable.js';
import { Localized } from './localized.js';
import { Node, NumberedNode } from './node.js';
import { ReportingPeriod } from './reporting-period.js';
import type { TextColumns } from './text.js';

/** How one commitment refers to another. */
export enum ReferenceKind {
  RELATED = 'RELATED',
  REPORTED_UNDER = 'REPORTED_UNDER',
  DEPENDS_ON = 'DEPENDS_ON',
  CONTINUES = 'CONTINUES',
  SUPERSEDES = 'SUPERSEDES',
}

registerEnumType(ReferenceKind, {
  name: 'ReferenceKind',
  description: 'How one commitment refers to another.',
  valuesConfig: {
    RELATED: { description: 'They touch each other.' },
    REPORTED_UNDER: { description: 'What was done is reported under the other one.' },
    DEPENDS_ON: { description: 'It needs the other one.' },
    CONTINUES: { description: 'It carries on the other one, usually of an earlier plan.' },
    SUPERSEDES: { description: 'It takes the place of the other one, usually of an earlier plan.' },
  },
});

/** Whether a person stands behind a reference. */
export enum ReferenceState {
  CONFIRMED = 'CONFIRMED',
  SUGGESTED = 'SUGGESTED',
  DISMISSED = 'DISMISSED',
  UNLINKED = 'UNLINKED',
}

registerEnumType(ReferenceState, {
  name: 'ReferenceState',
  description: 'Whether a reference is certain.',
  valuesConfig: {
    CONFIRMED: { description: 'Named in the text by number or code, or confirmed by a person.' },
    SUGGESTED: { description: 'Found in a text; awaits a person.' },
    DISMISSED: { description: 'A suggestion that a person turned down; it is not made again.' },
    UNLINKED: { description: 'Held once, and was taken back.' },
  },
});

@ObjectType({
  implements: Node,
  description: 'One commitment refers to another, with the words that say so.',
})
@Entity('cross_reference')
@Unique(['fromKey', 'toKey', 'kind'])
@Index(['toKey'])
@Check('cross_reference_not_itself_check', 'from_id <> to_id')
@Check(
  'cross_reference_kind_check',
  "kind in ('RELATED', 'REPORTED_UNDER', 'DEPENDS_ON', 'CONTINUES', 'SUPERSEDES')",
)
@Check('cross_reference_state_check', "state in ('CONFIRMED', 'SUGGESTED', 'DISMISSED', 'UNLINKED')")
export class CrossReference extends NumberedNode {
  @Column('int', { name: 'from_id' })
  readonly fromKey!: number;

  @ManyToOne(() => Commitment, { nullable: false })
  @JoinColumn({ name: 'from_id' })
  readonly from?: Commitment;

  @Column('int', { name: 'to_id' })
  readonly toKey!: number;

  @ManyToOne(() => Commitment, { nullable: false })
  @JoinColumn({ name: 'to_id' })
  readonly to?: Commitment;

  @Field(() => ReferenceKind, { description: 'How it refers to the other one.' })
  @Column('text')
  readonly kind!: ReferenceKind;

  @Field(() => ReferenceState, { description: 'Whether the reference is certain.' })
  @Column('text')
  readonly state!: ReferenceState;

  @Localized({
    nullable: true,
    description: 'The words of the text that refer to it; null: none are recorded.',
  })
  readonly quote!: TextColumns | null;

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
}
