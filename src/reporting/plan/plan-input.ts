import { Field, InputType } from 'type-graphql';
import { ReportingRules } from '../../model/action-plan.js';
import { CalendarDate } from '../../model/calendar-date.js';
import { kept, OptionalText, RetryKey, Why } from '../request/input-fields.js';
import { TextInput } from '../request/text-input.js';

@InputType({ description: 'A new plan. Its reporting periods are made by `createPeriod`.' })
export class CreatePlanInput {
  @Field(() => String, {
    description: 'Code, such as `ca-2016-2018`: lower-case letters, digits and hyphens. For good.',
  })
  readonly code!: string;

  @Field(() => TextInput, { description: 'The title, in up to 500 characters.' })
  readonly title!: TextInput;

  @Field(() => CalendarDate, { description: 'First day.' })
  readonly start!: string;

  @Field(() => CalendarDate, { description: 'Last day.' })
  readonly end!: string;

  @Field(() => ReportingRules, { description: 'Which rules its reports are checked by.' })
  readonly rules!: ReportingRules;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether a submitted report waits for a publisher; default: false.',
  })
  readonly reviewRequired?: boolean | null;

  @Field(() => [TextInput], {
    nullable: true,
    description: 'The areas it sets as priorities, in its own order.',
  })
  readonly priorityAreas?: TextInput[] | null;

  @RetryKey()
  readonly idempotencyKey?: string | null;
}

@InputType({ description: 'What is to be otherwise about a plan. A list replaces the whole list.' })
export class AmendPlanInput {
  @Field(() => String, { description: 'Code or id of the plan.' })
  readonly plan!: string;

  @OptionalText(`The title, in up to 500 characters. ${kept}`)
  readonly title?: TextInput | null;

  @Field(() => CalendarDate, { nullable: true, description: `First day. ${kept}` })
  readonly start?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: `Last day. ${kept}` })
  readonly end?: string | null;

  @Field(() => ReportingRules, {
    nullable: true,
    description: `Which rules its reports are checked by from now on. ${kept}`,
  })
  readonly rules?: ReportingRules | null;

  @Field(() => Boolean, {
    nullable: true,
    description: `Whether a submitted report waits for a publisher. ${kept}`,
  })
  readonly reviewRequired?: boolean | null;

  @Field(() => [TextInput], {
    nullable: true,
    description: 'The areas it sets as priorities. Left out: stay as they are; null: are taken away.',
  })
  readonly priorityAreas?: TextInput[] | null;

  @Why()
  readonly reason?: string | null;

  @RetryKey()
  readonly idempotencyKey?: string | null;
}
