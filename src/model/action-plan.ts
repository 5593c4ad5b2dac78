import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity } from 'typeorm';
import { CalendarDate } from './calendar-date.js';
import { Localized, LocalizedList } from './localized.js';
import { CodedNode, Node } from './node.js';
import type { Text, TextColumns } from './text.js';

/** Which generation of rules a plan's reports are checked by. */
export enum ReportingRules {
  RULES_2016 = '2016',
  RULES_2018 = '2018',
  RULES_2022 = '2022',
  RULES_2025 = '2025',
}

registerEnumType(ReportingRules, {
  name: 'ReportingRules',
  description: 'Which generation of rules the reports of a plan are checked by.',
  valuesConfig: {
    RULES_2016: { description: 'Pages of 2016-18: a level and texts may be missing.' },
    RULES_2018: { description: 'Tracker of 2018-21: evidence in both languages or neither.' },
    RULES_2022: { description: 'Tracker of 2022-24: a level, and progress in both languages, are required.' },
    RULES_2025: { description: 'Tracker of 2025-29: challenges are required with NOT_STARTED or LIMITED.' },
  },
});

@ObjectType({
  implements: Node,
  description: 'A national action plan on open government: what a government committed to for some years.',
})
@Entity('action_plan')
@Check('action_plan_title_check', 'title_en is not null or title_fr is not null')
@Check('action_plan_dates_check', 'start_date <= end_date')
@Check('action_plan_rules_check', "rules in ('2016', '2018', '2022', '2025')")
export class ActionPlan extends CodedNode {
  @Field(() => String, { description: 'Code of the plan, such as `ca-2016-2018`. Stable.' })
  declare readonly code: string;

  @Localized({ description: 'The title of the plan.' })
  readonly title!: TextColumns;

  @Field(() => CalendarDate, { description: 'First day of the plan.' })
  @Column('date', { name: 'start_date' })
  readonly start!: string;

  @Field(() => CalendarDate, { description: 'Last day of the plan.' })
  @Column('date', { name: 'end_date' })
  readonly end!: string;

  @Field(() => ReportingRules, { description: 'Which rules a report on this plan is checked by.' })
  @Column('text')
  readonly rules!: ReportingRules;

  @Field(() => Boolean, {
    description: 'Whether a submitted report waits for a publisher. False: it is published on submission.',
  })
  @Column('boolean', { name: 'review_required', default: false })
  readonly reviewRequired!: boolean;

  @LocalizedList({ description: 'The areas the plan sets as priorities, in its own order.' })
  readonly priorityAreas!: readonly Text[];
}
