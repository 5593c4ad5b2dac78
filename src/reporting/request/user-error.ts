import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type InputErrorCode, inputErrorCodes } from '../../errors.js';
import { Language } from '../../model/language.js';
import type { Problem } from '../problem.js';

/** The codes as an enumeration, made of their one table. */
const UserErrorCode = Object.fromEntries(Object.keys(inputErrorCodes).map((code) => [code, code])) as {
  readonly [Code in InputErrorCode]: Code;
};

registerEnumType(UserErrorCode, {
  name: 'UserErrorCode',
  description: 'What is wrong with an input. With any of them nothing was saved.',
  valuesConfig: Object.fromEntries(
    Object.entries(inputErrorCodes).map(([code, meaning]) => [
      code,
      { description: `${meaning.charAt(0).toUpperCase()}${meaning.slice(1)}.` },
    ]),
  ),
});

@ObjectType({
  description: 'One thing that is wrong with the input of a mutation. All of them are told at once.',
})
export class UserError {
  @Field(() => UserErrorCode, { description: 'What kind of fault it is, for programs.' })
  readonly code!: InputErrorCode;

  @Field(() => [String], {
    nullable: true,
    description:
      'Where it lies: the path within `input`, such as `["entries", "0", "results", "fr"]`; null: in all of it.',
  })
  readonly field!: readonly string[] | null;

  @Field(() => String, {
    description: 'What is wrong and what is accepted, for people, in the language of the request.',
  })
  readonly message!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Of a CONFLICT with another writer: the version that is current, 0 where there is none yet.',
  })
  readonly currentVersion!: number | null;
}

/** Tells a problem to the caller of a mutation. */
export function userError(problem: Problem, language: Language): UserError {
  const { code = 'INVALID', message, french, column, value, currentVersion } = problem;
  return {
    code,
    field: column === undefined || column === '' ? null : pathOf(column),
    message: worded(message, french, value, language),
    currentVersion: currentVersion ?? null,
  };
}

function worded(
  english: string,
  french: string | undefined,
  value: string | undefined,
  language: Language,
): string {
  const inFrench = language === Language.FR && french !== undefined;
  const text = inFrench ? french : english;
  if (value === undefined || value === '') return text;
  return inFrench ? `${text} (reçu : « ${value} »)` : `${text} (given: "${value}")`;
}

/** `reports[3].entries[0].results.fr` as a path. */
function pathOf(column: string): string[] {
  return column.split(/[.[\]]+/).filter((part) => part !== '');
}
