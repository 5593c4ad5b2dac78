import { Field, ID, InputType } from 'type-graphql';
import { AssessmentAuthor, AssessmentScale } from '../../model/assessment.js';
import { CalendarDate } from '../../model/calendar-date.js';
import { kept, keptOrTaken, OptionalText, RetryKey, Why } from '../request/input-fields.js';
import type { TextInput } from '../request/text-input.js';

@InputType({ description: 'A level that an author gives, on a named scale.' })
export class RecordAssessmentInput {
  @Field(() => String, { description: 'Code or id of the commitment, such as `ca-2016-2018/19`.' })
  readonly commitment!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code or id of the deliverable assessed; left out or null: the whole commitment.',
  })
  readonly deliverable?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Key of the reporting period assessed, such as `mid-term`; left out or null: none is named.',
  })
  readonly period?: string | null;

  @Field(() => AssessmentAuthor, { description: 'Who gives the level.' })
  readonly author!: AssessmentAuthor;

  @Field(() => AssessmentScale, { description: 'The scale it stands on, which names its levels.' })
  readonly scale!: AssessmentScale;

  @Field(() => String, { description: 'The level, one of those its scale names, such as `MARGINAL`.' })
  readonly level!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day it was given; null: not known.' })
  readonly on?: string | null;

  @OptionalText('The author’s own words.')
  readonly statement?: TextInput | null;

  @RetryKey()
  readonly idempotencyKey?: string | null;
}

@InputType({
  description:
    'What is to be otherwise about an assessment: its id, or what it is of, by whom and on which scale.',
})
export class AmendAssessmentInput {
  @Field(() => ID, { nullable: true, description: 'Id of the assessment, such as `Assessment:12`.' })
  readonly assessment?: string | null;

  @Field(() => String, { nullable: true, description: 'Without an id: code or id of the commitment.' })
  readonly commitment?: string | null;

  @Field(() => AssessmentAuthor, { nullable: true, description: 'Without an id: who gave the level.' })
  readonly author?: AssessmentAuthor | null;

  @Field(() => AssessmentScale, { nullable: true, description: 'Without an id: the scale it stands on.' })
  readonly scale?: AssessmentScale | null;

  @Field(() => String, {
    nullable: true,
    description: 'Without an id: code or id of the deliverable; left out or null: the whole commitment.',
  })
  readonly deliverable?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Without an id: key of the reporting period; left out or null: none is named.',
  })
  readonly period?: string | null;

  @Field(() => String, {
    nullable: true,
    description: `The level, one of those its scale names, such as \`MARGINAL\`. ${kept}`,
  })
  readonly level?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: `Day it was given. ${keptOrTaken}` })
  readonly on?: string | null;

  @OptionalText(`The author’s own words. ${keptOrTaken}`)
  readonly statement?: TextInput | null;

  @Why()
  readonly reason?: string | null;

  @RetryKey()
  readonly idempotencyKey?: string | null;
}
