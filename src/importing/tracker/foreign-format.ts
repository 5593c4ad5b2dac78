import { isUtf8 } from 'node:buffer';
import { columnNamed } from './tracker-columns.js';

/** Why a file cannot be a tracker, before anything of it is read. */
export interface ForeignFormat {
  /** Line that shows it, counted from 1. */
  readonly line: number;
  readonly message: string;
}

const otherDelimiters: ReadonlyMap<string, string> = new Map([
  [';', 'semicolons (;)'],
  ['\t', 'tabs'],
  ['|', 'vertical bars (|)'],
]);

/**
 * Looks at the first line of a file that is not blank: whether it is text in UTF-8, and whether its columns
 * are separated by commas. null: nothing speaks against it.
 */
export function foreignFormat(start: Buffer): ForeignFormat | null {
  const lines = start.toString('latin1').split(/\r\n|\r|\n/);
  const index = lines.findIndex((line) => line.trim() !== '');
  const first = lines[index] ?? '';
  if (first.includes('\u0000') || !isUtf8(Buffer.from(first, 'latin1'))) {
    const message =
      'This is not text in UTF-8; expected comma-separated values saved as UTF-8, not a workbook, an ' +
      'archive or another encoding.';
    return { line: index + 1, message };
  }
  for (const [delimiter, name] of otherDelimiters) {
    if (columnsSeparatedBy(delimiter, first) > 1 && columnsSeparatedBy(',', first) < 2) {
      return { line: index + 1, message: `The columns are separated by ${name}; expected commas (,).` };
    }
  }
  return null;
}

function columnsSeparatedBy(delimiter: string, line: string): number {
  return line.split(delimiter).filter((cell) => columnNamed(cell.replaceAll('"', '')) !== null).length;
}
