import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, Unique } from 'typeorm';
import { CompletionLevel } from './completion-level.js';
import { Deliverable } from './deliverable.js';
import { Evidence } from './evidence.js';
import { Localized } from './localized.js';
import { Node, NumberedNode } from './node.js';
import { StatusReport } from './status-report.js';
import type { TextColumns } from './text.js';

const markdown = 'Markdown: paragraphs and nested lists.';

@ObjectType({ implements: Node, description: 'What a report says on one deliverable.' })
@Entity('report_entry')
@Unique(['reportKey', 'deliverableKey'])
@Index(['deliverableKey'])
@Check('report_entry_completion_check', "completion in ('NOT_STARTED', 'LIMITED', 'SUBSTANTIAL', 'COMPLETE')")
export class ReportEntry extends NumberedNode {
  /** Held here too so that the database itself keeps report and deliverable within one commitment. */
  @Column('int', { name: 'commitment_id' })
  readonly commitmentKey!: number;

  @Column('int', { name: 'report_id' })
  readonly reportKey!: number;

  @ManyToOne(() => StatusReport, { nullable: false })
  @JoinColumn([
    { name: 'report_id', referencedColumnName: 'key' },
    { name: 'commitment_id', referencedColumnName: 'commitmentKey' },
  ])
  readonly report?: StatusReport;

  @Column('int', { name: 'deliverable_id' })
  readonly deliverableKey!: number;

  @ManyToOne(() => Deliverable, { nullable: false })
  @JoinColumn([
    { name: 'deliverable_id', referencedColumnName: 'key' },
    { name: 'commitment_id', referencedColumnName: 'commitmentKey' },
  ])
  readonly deliverable?: Deliverable;

  @Field(() => CompletionLevel, { nullable: true, description: 'The level reported; null: none was given.' })
  @Column('text', { nullable: true })
  readonly completion!: CompletionLevel | null;

  @Localized({
    nullable: true,
    description: `What was done. ${markdown} The literal NIL means no progress to report.`,
  })
  readonly results!: TextColumns | null;

  @Localized({ nullable: true, description: `What comes next. ${markdown}` })
  readonly nextSteps!: TextColumns | null;

  @Localized({ nullable: true, description: `What stands in the way. ${markdown}` })
  readonly challenges!: TextColumns | null;

  @Field(() => [Evidence], { description: 'What shows that it was done.' })
  @Column('jsonb', { default: [] })
  readonly evidence!: readonly Evidence[];
}
