import { error, type Problem, warning } from '../../reporting/problem.js';
import { columnNamed, requiredColumns, type TrackerColumn } from './tracker-columns.js';

/** Where a tracker file has its columns. */
export interface TrackerHeader {
  /** The names as the file has them, trimmed: one for each cell of a record. */
  readonly names: readonly string[];
  readonly positions: ReadonlyMap<TrackerColumn, number>;
}

/** The header is null where a column is missing or given twice: no cell is then sure to be what it seems. */
export interface HeaderReading {
  readonly header: TrackerHeader | null;
  readonly problems: readonly Problem[];
}

const accepted = `the columns ${requiredColumns.join(', ')}, in any order`;

/** Reads the first record of a tracker file, in which each cell names a column, in any order. */
export function readHeader(line: number, cells: readonly string[]): HeaderReading {
  const names = cells.map((cell) => cell.trim());
  const positions = new Map<TrackerColumn, number>();
  const repeated = new Set<string>();
  const unknown: string[] = [];
  for (const [index, name] of names.entries()) {
    const column = columnNamed(name);
    if (column === null) {
      unknown.push(name === '' ? `column ${index + 1} (without a name)` : name);
    } else if (positions.has(column)) {
      repeated.add(column);
    } else {
      positions.set(column, index);
    }
  }
  const missing = requiredColumns.filter((column) => !positions.has(column));

  const problems: Problem[] = [];
  if (missing.length > 0) {
    const message = `The header lacks ${listed(missing)}; expected ${accepted}.`;
    problems.push(error(message, { line }));
  }
  if (repeated.size > 0) {
    problems.push(error(`The header repeats ${listed([...repeated])}; expected each column once.`, { line }));
  }
  if (unknown.length > 0) {
    const message = `Not read, for a tracker has no such columns: ${listed(unknown)}; expected ${accepted}.`;
    problems.push(warning(message, { line }));
  }
  return { header: missing.length > 0 || repeated.size > 0 ? null : { names, positions }, problems };
}

/** More names than these, or more characters of a name, would bury the message. */
const mostNames = 12;
const longestName = 80;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).map((name) => name.slice(0, longestName).toWellFormed());
  const rest = names.length - shown.length;
  return rest === 0 ? shown.join(', ') : `${shown.join(', ')} and ${rest} more`;
}
