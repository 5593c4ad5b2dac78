import { Field, InputType, Int } from 'type-graphql';
import { CalendarDate } from '../../model/calendar-date.js';
import { DatePrecision } from '../../model/date-precision.js';
import { ActivityFormat, ActivityKind } from '../../model/engagement-activity.js';
import { organizationNames } from '../find-organization.js';
import { kept, keptOrTaken, OptionalText, RetryKey, Why } from '../request/input-fields.js';
import { TextInput } from '../request/text-input.js';

@InputType({ description: 'One stop of an activity that went to several places.' })
export class ActivityLegInput {
  @Field(() => Int, {
    nullable: true,
    description: 'Its place in the order of the legs, from 1; default: that in the list.',
  })
  readonly position?: number | null;

  @Field(() => TextInput, { description: 'Where it took place.' })
  readonly place!: TextInput;

  @Field(() => CalendarDate, { nullable: true, description: 'First day; null: not known.' })
  readonly start?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day; null: not known.' })
  readonly end?: string | null;

  @Field(() => DatePrecision, { nullable: true, description: 'How exactly the dates are stated.' })
  readonly datePrecision?: DatePrecision | null;

  @Field(() => String, { nullable: true, description: 'Address of the report on this leg.' })
  readonly reportUrl?: string | null;
}

@InputType({ description: 'An engagement activity: who was asked, what was heard, what was answered.' })
export class RecordActivityInput {
  @Field(() => String, {
    description:
      'Code, such as `odx-cross-canada-tour-2017`: lower-case letters, digits and hyphens. For good.',
  })
  readonly code!: string;

  @Field(() => ActivityKind, { description: 'The form it took.' })
  readonly kind!: ActivityKind;

  @Field(() => TextInput, { description: 'What it was called, in up to 500 characters.' })
  readonly title!: TextInput;

  @OptionalText('What it was about, in Markdown.')
  readonly summary?: TextInput | null;

  @Field(() => CalendarDate, { nullable: true, description: 'First day; null: not known.' })
  readonly start?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day; null: not known, or still going on.' })
  readonly end?: string | null;

  @Field(() => DatePrecision, { nullable: true, description: 'How exactly the dates are stated.' })
  readonly datePrecision?: DatePrecision | null;

  @Field(() => [TextInput], { nullable: true, description: 'Where it took place.' })
  readonly places?: TextInput[] | null;

  @Field(() => [ActivityFormat], { nullable: true, description: 'How people took part.' })
  readonly formats?: ActivityFormat[] | null;

  @Field(() => [String], {
    nullable: true,
    description: `Who held it or took part, each ${organizationNames}. The first department holds it: its reporters may amend and withdraw it.`,
  })
  readonly organizations?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Codes or ids of the commitments it touches.' })
  readonly commitments?: string[] | null;

  @Field(() => [ActivityLegInput], {
    nullable: true,
    description: 'Its stops, where it went to several places.',
  })
  readonly legs?: ActivityLegInput[] | null;

  @OptionalText('What participants said, in Markdown.')
  readonly heard?: TextInput | null;

  @OptionalText('What the government answered, in Markdown.')
  readonly response?: TextInput | null;

  @Field(() => String, { nullable: true, description: 'Address of its page.' })
  readonly url?: string | null;

  @RetryKey()
  readonly idempotencyKey?: string | null;
}

@InputType({
  description: 'What is to be otherwise about an engagement activity. A list replaces the whole list.',
})
export class AmendActivityInput {
  @Field(() => String, { description: 'Code or id of the activity.' })
  readonly activity!: string;

  @Field(() => ActivityKind, { nullable: true, description: `The form it took. ${kept}` })
  readonly kind?: ActivityKind | null;

  @OptionalText(`What it was called, in up to 500 characters. ${kept}`)
  readonly title?: TextInput | null;

  @OptionalText(`What it was about, in Markdown. ${keptOrTaken}`)
  readonly summary?: TextInput | null;

  @Field(() => CalendarDate, { nullable: true, description: `First day. ${keptOrTaken}` })
  readonly start?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: `Last day. ${keptOrTaken}` })
  readonly end?: string | null;

  @Field(() => DatePrecision, {
    nullable: true,
    description: `How exactly the dates are stated. ${keptOrTaken}`,
  })
  readonly datePrecision?: DatePrecision | null;

  @Field(() => [TextInput], { nullable: true, description: `Where it took place. ${keptOrTaken}` })
  readonly places?: TextInput[] | null;

  @Field(() => [ActivityFormat], { nullable: true, description: `How people took part. ${keptOrTaken}` })
  readonly formats?: ActivityFormat[] | null;

  @Field(() => [String], {
    nullable: true,
    description: `Who held it or took part, each ${organizationNames}. The first department holds it. ${keptOrTaken}`,
  })
  readonly organizations?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: `Codes or ids of the commitments it touches. ${keptOrTaken}`,
  })
  readonly commitments?: string[] | null;

  @Field(() => [ActivityLegInput], {
    nullable: true,
    description: `Its stops, where it went to several places. ${keptOrTaken}`,
  })
  readonly legs?: ActivityLegInput[] | null;

  @OptionalText(`What participants said, in Markdown. ${keptOrTaken}`)
  readonly heard?: TextInput | null;

  @OptionalText(`What the government answered, in Markdown. ${keptOrTaken}`)
  readonly response?: TextInput | null;

  @Field(() => String, { nullable: true, description: `Address of its page. ${keptOrTaken}` })
  readonly url?: string | null;

  @Why()
  readonly reason?: string | null;

  @RetryKey()
  readonly idempotencyKey?: string | null;
}

@InputType({ description: 'Which engagement activity to take back, and why.' })
export class WithdrawActivityInput {
  @Field(() => String, { description: 'Code or id of the activity.' })
  readonly activity!: string;

  @Field(() => String, { description: 'Why, in up to 2,000 characters; everybody sees it.' })
  readonly reason!: string;

  @RetryKey()
  readonly idempotencyKey?: string | null;
}
