import { isUtf8 } from 'node:buffer';
import type { Readable } from 'node:stream';
import { error, type Problem, warning } from '../../reporting/problem.js';
import { type CsvRecord, csvRecords, type UnreadableCsv } from './csv-records.js';
import { readHeader, type TrackerHeader } from './read-header.js';
import { readRow } from './read-row.js';
import type { TrackerRecord } from './row-cells.js';
import type { TrackerLine } from './tracker-row.js';

export type { TrackerLine, TrackerRow } from './tracker-row.js';

/**
 * Reads a tracker table (comma-separated values in UTF-8, one row an indicator, period and department) from a
 * stream of bytes. Rows and problems come in the order of the file, one at a time, and the stream is read no
 * faster than they are taken: a file of any length passes in the same memory. To stop early, `break` or
 * `return()`; the stream is destroyed then.
 *
 * Whatever the bytes are, they end in rows and problems. It rejects only where the stream itself fails.
 *
 * @example
 * for await (const line of readTracker(createReadStream('nap5.csv'))) {
 *   if (line.kind === 'row') console.log(line.row.indicator, line.row.completion);
 * }
 */
export async function* readTracker(source: Readable): AsyncGenerator<TrackerLine, void> {
  let header: TrackerHeader | null = null;
  let hasRows = false;
  for await (const record of csvRecords(source)) {
    if (record.kind === 'unreadable') {
      yield unreadable(record, header);
      return;
    }
    if (header === null) {
      const reading = readHeader(record.line, record.cells.map(withReplacements));
      for (const problem of reading.problems) {
        yield told(problem);
      }
      if (reading.header === null) {
        return;
      }
      header = reading.header;
    } else {
      hasRows = true;
      yield* linesOf(record, header);
    }
  }
  if (header === null) {
    yield told(error('The file is empty; expected a header with the columns of a tracker, then rows.'));
  } else if (!hasRows) {
    yield told(warning('The file has no rows; expected at least one below the header.'));
  }
}

function linesOf({ line, cells }: CsvRecord, header: TrackerHeader): readonly TrackerLine[] {
  const width = header.names.length;
  if (cells.length !== width) {
    const message = `Cells in this record: ${cells.length}; expected ${width}, as many as the header has.`;
    return [told(error(message, { line }))];
  }
  const record: TrackerRecord = {
    line,
    nameOf: (column) => header.names[header.positions.get(column) ?? -1] ?? column,
    cellOf: (column) => decoded(cells[header.positions.get(column) ?? -1] ?? ''),
  };
  return readRow(record);
}

function unreadable({ line, cell, message }: UnreadableCsv, header: TrackerHeader | null): TrackerLine {
  const column = header?.names[cell ?? -1];
  return told(error(message, column === undefined ? { line } : { line, column }));
}

function told(problem: Problem): TrackerLine {
  return { kind: 'problem', problem };
}

/** null where the bytes are no UTF-8. */
function decoded(cell: string): string | null {
  const bytes = Buffer.from(cell, 'latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : null;
}

/** A column's name is only ever compared or shown, so bytes that are no UTF-8 become U+FFFD. */
function withReplacements(cell: string): string {
  return Buffer.from(cell, 'latin1').toString('utf8');
}
