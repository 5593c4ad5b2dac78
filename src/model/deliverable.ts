import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, Unique } from 'typeorm';
import { CalendarDate } from './calendar-date.js';
import { Commitment } from './commitment.js';
import { DatePrecision } from './date-precision.js';
import { Localized } from './localized.js';
import { CodedNode, Node } from './node.js';
import type { TextColumns } from './text.js';

/** What a plan calls the things it will deliver. */
export enum DeliverableKind {
  DELIVERABLE = 'DELIVERABLE',
  MILESTONE = 'MILESTONE',
  INDICATOR = 'INDICATOR',
}

registerEnumType(DeliverableKind, {
  name: 'DeliverableKind',
  description: 'What a plan calls the things it will deliver.',
  valuesConfig: {
    DELIVERABLE: { description: 'A deliverable of a plan of 2016-18; reported on directly.' },
    MILESTONE: { description: 'A milestone of a later plan; its indicators are reported on.' },
    INDICATOR: { description: 'An indicator below a milestone; reported on directly.' },
  },
});

@ObjectType({
  implements: Node,
  description: 'Something concrete a commitment will deliver, and what has been reported on it.',
})
@Entity('deliverable')
@Unique(['commitmentKey', 'path'])
@Unique(['key', 'commitmentKey'])
@Index(['parentKey'])
@Check('deliverable_kind_check', "kind in ('DELIVERABLE', 'MILESTONE', 'INDICATOR')")
@Check('deliverable_text_check', 'text_en is not null or text_fr is not null')
@Check('deliverable_position_check', 'position between 1 and 9999 and path[cardinality(path)] = position')
@Check('deliverable_root_check', '(parent_id is null) = (cardinality(path) = 1)')
@Check('deliverable_due_precision_check', "due_precision in ('DAY', 'MONTH', 'YEAR')")
export class Deliverable extends CodedNode {
  @Field(() => String, {
    description:
      'Code: the commitment’s code, "." and the position, such as `ca-2016-2018/19.2`; an indicator adds its own.',
  })
  declare readonly code: string;

  @Column('int', { name: 'commitment_id' })
  readonly commitmentKey!: number;

  @ManyToOne(() => Commitment, { nullable: false })
  @JoinColumn({ name: 'commitment_id' })
  readonly commitment?: Commitment;

  @Column('int', { name: 'parent_id', nullable: true })
  readonly parentKey!: number | null;

  @ManyToOne(() => Deliverable)
  @JoinColumn([
    { name: 'parent_id', referencedColumnName: 'key' },
    { name: 'commitment_id', referencedColumnName: 'commitmentKey' },
  ])
  readonly parent?: Deliverable | null;

  @Field(() => DeliverableKind, { description: 'What the plan calls it.' })
  @Column('text')
  readonly kind!: DeliverableKind;

  @Field(() => Int, { description: 'Position among its siblings, from 1. Positions may have gaps.' })
  @Column('int')
  readonly position!: number;

  /** Positions from the top down; sorting by it gives the order of the plan. */
  @Column('int', { array: true })
  readonly path!: number[];

  @Field(() => String, {
    nullable: true,
    description: 'The code the government’s own tracker gives it, kept literally, such as `C05.2.01`.',
  })
  @Column('text', { name: 'source_code', nullable: true })
  readonly sourceCode!: string | null;

  @Localized({ description: 'What will be delivered.' })
  readonly text!: TextColumns;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Last day by which it is due; `duePrecision` says how much of it was stated.',
  })
  @Column('date', { name: 'due_date', nullable: true })
  readonly dueDate!: string | null;

  @Field(() => DatePrecision, { nullable: true, description: 'How exactly the due date was stated.' })
  @Column('text', { name: 'due_precision', nullable: true })
  readonly duePrecision!: DatePrecision | null;

  @Localized({ nullable: true, description: 'The deadline in words, such as “Ongoing” or “By fall 2022”.' })
  readonly deadline!: TextColumns | null;
}
