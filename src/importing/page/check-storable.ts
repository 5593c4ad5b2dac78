import { error, type Problem, warning } from '../../reporting/problem.js';
import type { Line } from './page-line.js';

/** Tells of characters that no text may hold, once for each sort, by the first line that has one. */
export function* checkStorable(lines: readonly Line[]): Generator<Problem> {
  const withNull = lines.find(({ text }) => text.includes('\u0000'));
  if (withNull !== undefined) {
    const message = 'The page must be text; it holds null bytes, as files of another kind do.';
    yield error(message, { line: withNull.number });
  }
  const malformed = lines.find(({ text }) => !text.isWellFormed());
  if (malformed !== undefined) {
    const message = 'The page must be well-formed text; it holds half of a character (a lone surrogate).';
    yield error(message, { line: malformed.number });
  }
  const replaced = lines.find(({ text }) => text.includes('\ufffd'));
  if (replaced !== undefined) {
    const message = 'The page holds replacement characters (U+FFFD), as text not saved as UTF-8 does.';
    yield warning(message, { line: replaced.number, value: replaced.text });
  }
}
