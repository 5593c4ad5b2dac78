import { Field, ID, InputType } from 'type-graphql';
import { ReferenceKind } from '../../model/cross-reference.js';
import { OptionalText, RetryKey, Why } from '../request/input-fields.js';
import type { TextInput } from '../request/text-input.js';

const usualKind =
  'How it refers to the other one; default: RELATED. Between plans only CONTINUES and SUPERSEDES.';

@InputType({ description: 'Which commitment refers to which, and how.' })
export class LinkCommitmentsInput {
  @Field(() => String, {
    description: 'Code or id of the commitment that refers, such as `ca-2016-2018/19`.',
  })
  readonly from!: string;

  @Field(() => String, {
    description: 'Code or id of the commitment referred to, such as `ca-2016-2018/20`.',
  })
  readonly to!: string;

  @Field(() => ReferenceKind, { nullable: true, description: usualKind })
  readonly kind?: ReferenceKind | null;

  @OptionalText('The words of the text that refer to it.')
  readonly quote?: TextInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'Code or id of the deliverable of `from` in whose text they stand.',
  })
  readonly deliverable?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Key of the reporting period of the plan of `from` whose report says so, such as `mid-term`.',
  })
  readonly period?: string | null;

  @Why()
  readonly reason?: string | null;

  @RetryKey()
  readonly idempotencyKey?: string | null;
}

/** What names a reference: its id, or both of its ends and its kind. */
export interface NamedReference {
  readonly reference?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly kind?: ReferenceKind | null;
}

@InputType({ description: 'Which reference no longer holds, and why: its id, or its ends and its kind.' })
export class UnlinkCommitmentsInput implements NamedReference {
  @Field(() => ID, { nullable: true, description: 'Id of the reference, such as `CrossReference:12`.' })
  readonly reference?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Without an id: code or id of the commitment that refers.',
  })
  readonly from?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Without an id: code or id of the commitment referred to.',
  })
  readonly to?: string | null;

  @Field(() => ReferenceKind, { nullable: true, description: 'Without an id: its kind; default: RELATED.' })
  readonly kind?: ReferenceKind | null;

  @Why()
  readonly reason?: string | null;

  @RetryKey()
  readonly idempotencyKey?: string | null;
}

@InputType({ description: 'Which suggested reference holds: its id, or its ends and its kind.' })
export class ConfirmReferenceInput extends UnlinkCommitmentsInput {}

@InputType({
  description: 'Which suggested reference does not hold, and why: its id, or its ends and its kind.',
})
export class DismissReferenceInput extends UnlinkCommitmentsInput {}
