const unquoted = 'expected text in double quotes, a number, true, false, null, a list or an object';

/** What an error of the parser says to whoever made the file, by the parser's name for it. */
const messages: ReadonlyMap<string, string> = new Map([
  ['InvalidSymbol', `This is no JSON; ${unquoted}.`],
  ['InvalidNumberFormat', 'This is no number; expected one such as 12, -3 or 4.5.'],
  ['UnexpectedEndOfNumber', 'This number is not finished; expected digits at its end.'],
  [
    'PropertyNameExpected',
    'A name is missing here; expected one in double quotes, and no comma after the last value.',
  ],
  ['ValueExpected', `A value is missing here; ${unquoted}, and no comma after the last one.`],
  ['ColonExpected', 'A colon is missing here; expected one between a name and its value.'],
  [
    'CommaExpected',
    'A comma is missing here; expected one between two values, or the bracket that closes them.',
  ],
  ['EndOfFileExpected', 'Something follows the JSON value; expected one value and nothing after it.'],
  ['InvalidCommentToken', 'JSON has no comments; expected none.'],
  [
    'UnexpectedEndOfString',
    'This text does not end on its line; expected a closing quote ("), and line breaks written \\n.',
  ],
  ['InvalidUnicode', 'This text has a wrong escape; expected four hexadecimal digits after \\u.'],
  [
    'InvalidEscapeCharacter',
    'This text has a wrong escape; expected \\", \\\\, \\/, \\b, \\f, \\n, \\r, \\t or \\u and four digits.',
  ],
  ['InvalidCharacter', 'This text holds a control character; expected it escaped, a tab as \\t.'],
]);

/** The message for an error that the parser calls so. */
export function syntaxMessage(name: string): string {
  return messages.get(name) ?? 'This is not well-formed JSON.';
}

/** The message for an error at the very end. */
export const cutShort =
  'The file ends before its last object or list is closed; expected all of it: it may have been cut short.';
