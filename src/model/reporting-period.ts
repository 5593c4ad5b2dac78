import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, Unique } from 'typeorm';
import { ActionPlan } from './action-plan.js';
import { CalendarDate } from './calendar-date.js';
import { Localized } from './localized.js';
import { CodedNode, Node } from './node.js';
import type { TextColumns } from './text.js';

@ObjectType({
  implements: Node,
  description: 'A span of time that departments report on, such as mid-term or June 2023.',
})
@Entity('reporting_period')
@Unique(['planKey', 'periodKey'])
@Unique(['key', 'planKey'])
@Index(['end'])
@Check('reporting_period_label_check', 'label_en is not null or label_fr is not null')
@Check('reporting_period_dates_check', 'start_date <= end_date')
export class ReportingPeriod extends CodedNode {
  @Field(() => String, {
    description: 'Code: the plan’s code, "/" and the key, such as `ca-2016-2018/mid-term`.',
  })
  declare readonly code: string;

  @Column('int', { name: 'plan_id' })
  readonly planKey!: number;

  @ManyToOne(() => ActionPlan, { nullable: false })
  @JoinColumn({ name: 'plan_id' })
  readonly plan?: ActionPlan;

  @Field(() => String, { name: 'key', description: 'Key within the plan, such as `mid-term` or `2023-06`.' })
  @Column('text', { name: 'key' })
  readonly periodKey!: string;

  @Localized({ description: 'What the period is called.' })
  readonly label!: TextColumns;

  @Field(() => CalendarDate, { description: 'First day reported on.' })
  @Column('date', { name: 'start_date' })
  readonly start!: string;

  @Field(() => CalendarDate, { description: 'Last day reported on.' })
  @Column('date', { name: 'end_date' })
  readonly end!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Day by which reports are due, where one is set.',
  })
  @Column('date', { name: 'due_date', nullable: true })
  readonly due!: string | null;

  @Field(() => Boolean, {
    name: 'isOpen',
    description: 'Whether departments may still report for this period.',
  })
  @Column('boolean', { name: 'is_open', default: true })
  readonly isOpen!: boolean;
}
