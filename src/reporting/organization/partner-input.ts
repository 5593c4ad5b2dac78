import { Field, InputType } from 'type-graphql';
import { PartnerKind } from '../../model/partner-organization.js';
import { kept, keptOrTaken, OptionalText, RetryKey, Why } from '../request/input-fields.js';
import { TextInput } from '../request/text-input.js';

@InputType({ description: 'What another register calls a partner organization.' })
export class PartnerIdentifierInput {
  @Field(() => String, {
    description:
      'The register, such as `ROR` (Research Organization Registry), whose check digits are checked.',
  })
  readonly scheme!: string;

  @Field(() => String, { description: 'The identifier in that register, such as `01aff2v68`.' })
  readonly value!: string;
}

@InputType({ description: 'A new organization outside the federal government.' })
export class CreatePartnerInput {
  @Field(() => String, {
    description: 'Code, such as `odx`: lower-case letters, digits and hyphens. For good.',
  })
  readonly code!: string;

  @Field(() => TextInput, { description: 'The name to show, in up to 300 characters.' })
  readonly name!: TextInput;

  @Field(() => PartnerKind, { description: 'What sort of organization it is.' })
  readonly kind!: PartnerKind;

  @Field(() => [String], { nullable: true, description: 'Other names that published pages use for it.' })
  readonly aliases?: string[] | null;

  @Field(() => [PartnerIdentifierInput], { nullable: true, description: 'What other registers call it.' })
  readonly identifiers?: PartnerIdentifierInput[] | null;

  @Field(() => String, { nullable: true, description: 'Address of its website.' })
  readonly website?: string | null;

  @RetryKey()
  readonly idempotencyKey?: string | null;
}

@InputType({
  description: 'What is to be otherwise about a partner organization. A list replaces the whole list.',
})
export class AmendPartnerInput {
  @Field(() => String, { description: 'Code or id of the partner organization.' })
  readonly partner!: string;

  @OptionalText(`The name to show, in up to 300 characters. The former one becomes an alias. ${kept}`)
  readonly name?: TextInput | null;

  @Field(() => PartnerKind, { nullable: true, description: `What sort of organization it is. ${kept}` })
  readonly kind?: PartnerKind | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Other names. Left out: stay as they are; null or empty: are taken away.',
  })
  readonly aliases?: string[] | null;

  @Field(() => [PartnerIdentifierInput], {
    nullable: true,
    description: 'What other registers call it. Left out: stay as they are; null or empty: are taken away.',
  })
  readonly identifiers?: PartnerIdentifierInput[] | null;

  @Field(() => String, { nullable: true, description: `Address of its website. ${keptOrTaken}` })
  readonly website?: string | null;

  @Why()
  readonly reason?: string | null;

  @RetryKey()
  readonly idempotencyKey?: string | null;
}
