import { Field, InputType } from 'type-graphql';
import { CalendarDate } from '../../model/calendar-date.js';
import { kept, keptOrTaken, OptionalText, RetryKey, Why } from '../request/input-fields.js';
import { TextInput } from '../request/text-input.js';

@InputType({ description: 'A new reporting period of a plan.' })
export class CreatePeriodInput {
  @Field(() => String, { description: 'Code or id of the plan, such as `ca-2016-2018`.' })
  readonly plan!: string;

  @Field(() => String, {
    description:
      'Key within the plan, such as `mid-term` or `2023-06`: lower-case letters, digits and hyphens.',
  })
  readonly key!: string;

  @Field(() => TextInput, { description: 'What it is called, in up to 300 characters.' })
  readonly label!: TextInput;

  @Field(() => CalendarDate, { description: 'First day reported on.' })
  readonly start!: string;

  @Field(() => CalendarDate, { description: 'Last day reported on.' })
  readonly end!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day by which reports are due.' })
  readonly due?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether departments may report for it already; default: true.',
  })
  readonly isOpen?: boolean | null;

  @RetryKey()
  readonly idempotencyKey?: string | null;
}

@InputType({ description: 'What is to be otherwise about a reporting period. `isOpen` closes and opens it.' })
export class AmendPeriodInput {
  @Field(() => String, { description: 'Code or id of the period, such as `ca-2016-2018/mid-term`.' })
  readonly period!: string;

  @OptionalText(`What it is called, in up to 300 characters. ${kept}`)
  readonly label?: TextInput | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: `First day reported on. ${kept} Where another period comes to be the latest, levels may change.`,
  })
  readonly start?: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: `Last day reported on. ${kept} Where another period comes to be the latest, levels may change.`,
  })
  readonly end?: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: `Day by which reports are due. ${keptOrTaken}`,
  })
  readonly due?: string | null;

  @Field(() => Boolean, { nullable: true, description: `Whether departments may report for it. ${kept}` })
  readonly isOpen?: boolean | null;

  @Why()
  readonly reason?: string | null;

  @RetryKey()
  readonly idempotencyKey?: string | null;
}
