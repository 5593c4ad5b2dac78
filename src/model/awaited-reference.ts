import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Commitment } from './commitment.js';
import type { ReferenceKind, ReferenceState } from './cross-reference.js';
import { Deliverable } from './deliverable.js';
import { ReportingPeriod } from './reporting-period.js';
import { TextColumns } from './text.js';

/**
 * A reference to a commitment that the hub does not know yet. It becomes a cross-reference when that commitment
 * arrives, and is no part of the graph until then.
 */
@Entity('awaited_reference')
@Unique(['fromKey', 'toCode', 'kind'])
@Index(['toCode'])
@Check(
  'awaited_reference_kind_check',
  "kind in ('RELATED', 'REPORTED_UNDER', 'DEPENDS_ON', 'CONTINUES', 'SUPERSEDES')",
)
@Check('awaited_reference_state_check', "state in ('CONFIRMED', 'SUGGESTED')")
export class AwaitedReference {
  @PrimaryGeneratedColumn('identity', { name: 'id', type: 'int', generatedIdentity: 'ALWAYS' })
  readonly key!: number;

  @Column('int', { name: 'from_id' })
  readonly fromKey!: number;

  @ManyToOne(() => Commitment, { nullable: false })
  @JoinColumn({ name: 'from_id' })
  readonly from?: Commitment;

  @Column('text', { name: 'to_code' })
  readonly toCode!: string;

  @Column('text')
  readonly kind!: ReferenceKind;

  @Column('text')
  readonly state!: ReferenceState;

  @Column(() => TextColumns)
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
