import type { CompletionLevel } from '../../model/completion-level.js';
import type { Text } from '../../model/text.js';
import { error, type Problem, warning } from '../../reporting/problem.js';
import { reasonsUnstorable, wordsOf } from './cell-text.js';
import { acceptedCompletion, completionOf } from './completion-words.js';
import { acceptedDate, dateOf } from './record-date.js';
import type { TrackerCode } from './tracker-codes.js';
import type { ReadColumn } from './tracker-columns.js';

/** One record of a tracker file, its cells found by their column. */
export interface TrackerRecord {
  /** Line of the file on which the record starts, counted from 1. */
  readonly line: number;
  /** The column's name as the file's header has it. */
  nameOf(column: ReadColumn): string;
  /** The cell as it stands, empty where the file has no such column; null where its bytes are no UTF-8. */
  cellOf(column: ReadColumn): string | null;
}

/**
 * Reads the cells of one record by what they should hold, and collects what is wrong with them. A cell that
 * is refused reads as null.
 */
export class RowCells {
  readonly #record: TrackerRecord;
  readonly #problems: Problem[] = [];

  constructor(record: TrackerRecord) {
    this.#record = record;
  }

  /** What is wrong with the cells read so far, in the order they were read. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** A code, which must be there. */
  code(column: ReadColumn, kind: TrackerCode): string | null {
    const words = this.#words(column);
    if (words === null || kind.pattern.test(words)) {
      return words;
    }
    const fault = words === '' ? 'This cell must not be empty' : `This is no ${kind.name}`;
    return this.refuse(column, `${fault}; expected ${kind.accepted}.`, words);
  }

  /** How far the indicator has come; null also where the cell is blank. */
  completion(column: ReadColumn): CompletionLevel | null {
    const words = this.#words(column);
    if (words === null || words === '') {
      return null;
    }
    return (
      completionOf(words) ??
      this.refuse(column, `This is no completion level; expected ${acceptedCompletion}.`, words)
    );
  }

  /** A text in both languages; one that is blank is absent, and null stands for neither. */
  text(english: ReadColumn, french: ReadColumn): Text | null {
    const en = this.#storable(english);
    const fr = this.#storable(french);
    return en === null && fr === null
      ? null
      : { ...(en === null ? {} : { en }), ...(fr === null ? {} : { fr }) };
  }

  /** A day; undefined where the cell is blank. One that cannot be read costs a warning only, and is null. */
  date(column: ReadColumn): string | null | undefined {
    const cell = this.#record.cellOf(column);
    const words = cell === null ? undefined : wordsOf(cell);
    if (words === '') {
      return undefined;
    }
    const date = words === undefined ? null : dateOf(words);
    if (date === null) {
      const message = `This is no date and was left out; expected ${acceptedDate}.`;
      this.#problems.push(warning(message, this.#place(column, words)));
    }
    return date;
  }

  /** Adds an error about a cell; null, as a refused cell reads. */
  refuse(column: ReadColumn, message: string, value?: string): null {
    this.#problems.push(error(message, this.#place(column, value)));
    return null;
  }

  #storable(column: ReadColumn): string | null {
    const words = this.#words(column);
    if (words === null || words === '') {
      return null;
    }
    const reasons = reasonsUnstorable(words);
    for (const reason of reasons) {
      this.refuse(column, reason, words);
    }
    return reasons.length === 0 ? words : null;
  }

  #words(column: ReadColumn): string | null {
    const cell = this.#record.cellOf(column);
    return cell === null
      ? this.refuse(column, 'This cell is not text in UTF-8; expected the file to be saved as UTF-8.')
      : wordsOf(cell);
  }

  #place(column: ReadColumn, value?: string): Pick<Problem, 'line' | 'column' | 'value'> {
    const place = { line: this.#record.line, column: this.#record.nameOf(column) };
    return value === undefined ? place : { ...place, value };
  }
}
