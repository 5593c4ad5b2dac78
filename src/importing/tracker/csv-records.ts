import type { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { lineBreaksIn } from './cell-text.js';
import { type CsvFailure, failureOf, longestRecord, overlong } from './csv-failure.js';
import { foreignFormat } from './foreign-format.js';
import { piecesOf } from './pieces-of.js';

/** One record of a CSV file, its cells as they stand. */
export interface CsvRecord {
  readonly kind: 'record';
  /** Line on which the record starts, counted from 1. */
  readonly line: number;
  /** Each character is one byte of the file (Latin-1); whether the bytes are UTF-8 is not asked here. */
  readonly cells: readonly string[];
}

/** Why no record can be told apart from here on. Nothing follows it. */
export interface UnreadableCsv extends CsvFailure {
  readonly kind: 'unreadable';
  readonly line: number;
}

/** The records of a comma-separated file. Blank lines are none; a byte-order mark is skipped. */
export async function* csvRecords(source: Readable): AsyncGenerator<CsvRecord | UnreadableCsv, void> {
  const parsing = new CsvParsing();
  let isStart = true;
  for await (const piece of piecesOf(source)) {
    const bytes = isStart ? withoutByteOrderMark(piece) : piece;
    const foreign = isStart ? foreignFormat(bytes) : null;
    if (foreign !== null) {
      yield { kind: 'unreadable', cell: null, ...foreign };
      return;
    }
    isStart = false;
    for (const read of await parsing.write(bytes)) {
      yield read;
      if (read.kind === 'unreadable') {
        return;
      }
    }
  }
  yield* await parsing.end();
}

function withoutByteOrderMark(start: Buffer): Buffer {
  return start.subarray(0, 3).equals(Buffer.of(0xef, 0xbb, 0xbf)) ? start.subarray(3) : start;
}

class CsvParsing {
  readonly #parser = parse({
    encoding: 'latin1',
    // Named because csv-parse otherwise takes the first line's for the whole file, and files get patched.
    record_delimiter: ['\r\n', '\n', '\r'],
    // Records of another length reach the reader, who says what is wrong and goes on.
    relax_column_count: true,
    max_record_size: longestRecord,
    on_record: (cells, { bytes }) => this.#finish(cells, bytes),
  });
  #finished: CsvRecord[] = [];
  /** Line on which the record being read starts. csv-parse counts a CR LF inside quotes as two lines. */
  #line = 1;
  #bytesWritten = 0;
  #bytesFinished = 0;

  constructor() {
    // A failure is told to the callback of the write; without a listener it would end the process as well.
    this.#parser.on('error', () => {});
  }

  /** The records that end in these bytes, then why there can be no more, if so. */
  async write(bytes: Buffer): Promise<readonly (CsvRecord | UnreadableCsv)[]> {
    const failure = await new Promise<Error | null | undefined>((resolve) => {
      this.#parser.write(bytes, resolve);
    });
    this.#bytesWritten += bytes.length;
    // csv-parse measures a record by the text of its cells: one of nothing but commas would never end.
    const isEndless = this.#bytesWritten - this.#bytesFinished > longestRecord;
    return this.#take(failure ? failureOf(failure) : isEndless ? overlong : null);
  }

  /** The record that ends with the file, or why it does not. */
  async end(): Promise<readonly (CsvRecord | UnreadableCsv)[]> {
    const failure = await new Promise<Error | null>((resolve) => {
      this.#parser.end((error?: Error | null) => resolve(error ?? null));
    });
    return this.#take(failure === null ? null : failureOf(failure));
  }

  /** Records are kept here and not in the parser's own queue, which is lost when it fails further on. */
  #finish(cells: readonly string[], bytes: number): null {
    if (cells.length > 1 || cells.some((cell) => cell.trim() !== '')) {
      this.#finished.push({ kind: 'record', line: this.#line, cells });
    }
    this.#line += 1 + cells.reduce((breaks, cell) => breaks + lineBreaksIn(cell), 0);
    this.#bytesFinished = bytes;
    return null;
  }

  #take(failure: CsvFailure | null): readonly (CsvRecord | UnreadableCsv)[] {
    const finished = this.#finished;
    this.#finished = [];
    return failure === null ? finished : [...finished, { kind: 'unreadable', line: this.#line, ...failure }];
  }
}
