import { Field, InputType, Int } from 'type-graphql';
import { OgpValue } from '../../model/ogp-value.js';
import { kept, keptOrTaken, OptionalText, RetryKey, Why } from '../request/input-fields.js';
import { TextInput } from '../request/text-input.js';

@InputType({ description: 'A new commitment of a plan.' })
export class CreateCommitmentInput {
  @Field(() => String, { description: 'Code or id of the plan, such as `ca-2016-2018`.' })
  readonly plan!: string;

  @Field(() => Int, {
    description: 'Number within the plan, 1 to 9999. With the plan’s code it makes the code, for good.',
  })
  readonly number!: number;

  @Field(() => TextInput, { description: 'The title, in up to 500 characters.' })
  readonly title!: TextInput;

  @Field(() => String, {
    nullable: true,
    description: 'The code that the government’s own tracker gives it, such as `C05`.',
  })
  readonly sourceCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The Open Government Partnership’s code, such as `CA0060`: two capitals and four digits.',
  })
  readonly ogpCode?: string | null;

  @OptionalText('The public problem it will address, in Markdown.')
  readonly problem?: TextInput | null;

  @OptionalText('What it is, in Markdown.')
  readonly description?: TextInput | null;

  @OptionalText('How it will help to solve the public problem, in Markdown.')
  readonly contribution?: TextInput | null;

  @OptionalText('What will be different once it is done, in Markdown.')
  readonly expectedResult?: TextInput | null;

  @OptionalText('Other actors involved, in the words of the plan.')
  readonly otherActors?: TextInput | null;

  @Field(() => [OgpValue], {
    nullable: true,
    description: 'The values of the Open Government Partnership that it says it serves; null: not known.',
  })
  readonly ogpValues?: OgpValue[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Policy areas as tagged by the Open Government Partnership, in English; null: not known.',
  })
  readonly policyAreas?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Addresses of pages that publish it.' })
  readonly pages?: string[] | null;

  @RetryKey()
  readonly idempotencyKey?: string | null;
}

@InputType({ description: 'What is to be otherwise about a commitment. A list replaces the whole list.' })
export class AmendCommitmentInput {
  @Field(() => String, { description: 'Code or id of the commitment.' })
  readonly commitment!: string;

  @OptionalText(`The title, in up to 500 characters. ${kept}`)
  readonly title?: TextInput | null;

  @Field(() => String, {
    nullable: true,
    description: `The code that the government’s own tracker gives it. ${keptOrTaken}`,
  })
  readonly sourceCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: `The Open Government Partnership’s code, such as \`CA0060\`. ${keptOrTaken}`,
  })
  readonly ogpCode?: string | null;

  @OptionalText(`The public problem it will address, in Markdown. ${keptOrTaken}`)
  readonly problem?: TextInput | null;

  @OptionalText(`What it is, in Markdown. ${keptOrTaken}`)
  readonly description?: TextInput | null;

  @OptionalText(`How it will help to solve the public problem, in Markdown. ${keptOrTaken}`)
  readonly contribution?: TextInput | null;

  @OptionalText(`What will be different once it is done, in Markdown. ${keptOrTaken}`)
  readonly expectedResult?: TextInput | null;

  @OptionalText(`Other actors involved, in the words of the plan. ${keptOrTaken}`)
  readonly otherActors?: TextInput | null;

  @Field(() => [OgpValue], {
    nullable: true,
    description:
      'The values that it says it serves. Left out: stay as they are; null: not known; empty: none.',
  })
  readonly ogpValues?: OgpValue[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Policy areas, in English. Left out: stay as they are; null: not known; empty: none.',
  })
  readonly policyAreas?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Addresses of pages that publish it. Left out: stay as they are; null or empty: are taken away.',
  })
  readonly pages?: string[] | null;

  @Why()
  readonly reason?: string | null;

  @RetryKey()
  readonly idempotencyKey?: string | null;
}
