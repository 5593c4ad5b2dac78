import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { CompletionLevel } from './completion-level.js';
import { Deliverable } from './deliverable.js';
import { ReportEntry } from './report-entry.js';

/**
 * Which report entry is a deliverable's current one, with its level. Derived from the published reports and
 * rewritten in the transaction that changes them, so that filters and roll-ups need not search all periods.
 */
@Entity('deliverable_status')
@Index(['completion'])
@Index(['entryKey'])
export class DeliverableStatus {
  @PrimaryColumn('int', { name: 'deliverable_id' })
  readonly deliverableKey!: number;

  @ManyToOne(() => Deliverable, { nullable: false })
  @JoinColumn({ name: 'deliverable_id' })
  readonly deliverable?: Deliverable;

  @Column('int', { name: 'entry_id' })
  readonly entryKey!: number;

  @ManyToOne(() => ReportEntry, { nullable: false })
  @JoinColumn({ name: 'entry_id' })
  readonly entry?: ReportEntry;

  @Column('text', { nullable: true })
  readonly completion!: CompletionLevel | null;
}
