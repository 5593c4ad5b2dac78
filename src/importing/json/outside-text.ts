import { z } from 'zod';
import { words } from './outside-fields.js';

const language = z.preprocess(
  (value) => (value === null || (typeof value === 'string' && value.trim() === '') ? undefined : value),
  words.optional(),
);

/** A text in English and French, either or both of which may be blank. */
export const blankableText = z.strictObject({ en: language.optional(), fr: language.optional() });

/** A text in English, in French or in both. */
export const text = blankableText.refine(
  ({ en, fr }) => en !== undefined || fr !== undefined,
  'must have a text in "en" or in "fr"',
);

type Text = z.output<typeof blankableText>;

/** The text; nothing where it is blank in both languages. */
export function unlessBlank(value: Text | null | undefined): Text | undefined {
  return value?.en === undefined && value?.fr === undefined ? undefined : value;
}

/** A text of which only the English is known; nothing where there is none. */
export function inEnglish(words: string | null | undefined): Text | undefined {
  return words == null ? undefined : { en: words };
}
