import { Field } from 'type-graphql';
import { retryKey } from '../report/report-input.js';
import { TextInput } from './text-input.js';

/** The field that makes a mutation safe to send again. */
export function RetryKey(): PropertyDecorator {
  return Field(() => String, { nullable: true, description: retryKey });
}

/** The field that says why something is done; everybody reads it in the feed. */
export function Why(): PropertyDecorator {
  return Field(() => String, {
    nullable: true,
    description: 'Why, in up to 2,000 characters; everybody reads it in the feed of changes.',
  });
}

/** What an input that amends something says of every field that may be left out. */
export const kept = 'Left out: stays as it is.';

/** What it says of one that may be taken away too. */
export const keptOrTaken = 'Left out: stays as it is; null: is taken away.';

/** A text that may be left out. */
export function OptionalText(description: string): PropertyDecorator {
  return Field(() => TextInput, { nullable: true, description });
}
