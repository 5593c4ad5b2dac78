import { CsvError } from 'csv-parse';

/** Why the cells of a file cannot be told apart from some record on. */
export interface CsvFailure {
  /** Which cell of the record, counted from 0; null where it is not about one. */
  readonly cell: number | null;
  readonly message: string;
}

/** The longest record, in bytes. Six texts of the greatest length take at most 360,000. */
export const longestRecord = 1024 * 1024;

const overlongMessage =
  `The record that starts here is longer than ${longestRecord} bytes, so nothing from here on was read; ` +
  'expected a shorter one, or a quote (") that closes.';

/** The failure of a record that does not end. */
export const overlong: CsvFailure = { cell: null, message: overlongMessage };

const reasons: ReadonlyMap<string, string> = new Map([
  ['CSV_MAX_RECORD_SIZE', overlongMessage],
  [
    'CSV_QUOTE_NOT_CLOSED',
    'A quote (") in the record that starts here is not closed when the file ends, so it was not read; ' +
      'expected a closing quote: the file may have been cut short.',
  ],
  [
    'CSV_INVALID_CLOSING_QUOTE',
    'In the record that starts here something follows a closing quote ("), so nothing from here on was ' +
      'read; expected a comma or the end of the line, and every quote inside a quoted cell doubled ("").',
  ],
  [
    'INVALID_OPENING_QUOTE',
    'In the record that starts here a quote (") stands inside a cell without quotes, so nothing from here ' +
      'on was read; expected the whole cell in quotes, and every quote inside it doubled ("").',
  ],
]);

/** What an error of csv-parse says to whoever made the file. Any other error is thrown on. */
export function failureOf(failure: Error): CsvFailure {
  const message = failure instanceof CsvError ? reasons.get(failure.code) : undefined;
  if (message === undefined) {
    throw failure;
  }
  return { cell: cellOf(failure), message };
}

/** csv-parse names a column by its position where it is not told the header. */
function cellOf(failure: Error): number | null {
  return 'column' in failure && typeof failure.column === 'number' ? failure.column : null;
}
