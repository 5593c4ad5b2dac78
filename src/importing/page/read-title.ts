import { error, type Problem, warning } from '../../reporting/problem.js';
import type { Line } from './page-line.js';
import type { Piece } from './page-reading.js';

/** A page's first line: what is promised, and its number in the plan. */
export interface PageTitle {
  readonly title: string;
  readonly number: number;
}

const column = 'title';
const accepted = 'such as "Engage civil society on open government - Commitment 19"';
const numberLast = /^(.*?) ?[-–—:|] ?commitment(?: #?(\S*))?$/i;
const numberFirst = /^commitment #?(\S*?)(?: ?[-–—:|] ?| |$)(.*)$/i;
const greatestNumber = 9999;

/** Reads the title and number from what stands before a page's first heading. */
export function readTitle(head: readonly Line[]): Piece<PageTitle> {
  const written = head.filter((line) => line.text !== '');
  const line =
    written.find(({ text }) => readNumber(split(text)?.number ?? '') !== null) ??
    written.find(({ text }) => split(text) !== null) ??
    written[0];
  if (line === undefined) {
    const problem = error(`The page must begin with a title and number, ${accepted}.`, { line: 1, column });
    return { value: null, line: null, problems: [problem] };
  }
  const problems = [...leftOver(written, line)];
  const place = { line: line.number, column, value: line.text };
  const parts = split(line.text);
  const number = readNumber(parts?.number ?? '');
  if (parts === null) {
    problems.push(error(`The title must name the commitment's number, ${accepted}.`, place));
  } else if (number === null) {
    const message = `The commitment's number must be a whole number from 1 to ${greatestNumber}, ${accepted}.`;
    problems.push(error(message, { ...place, value: parts.number }));
  }
  if (parts?.title === '') problems.push(error(`The commitment must have a title, ${accepted}.`, place));
  if (parts === null || parts.title === '' || number === null) {
    return { value: null, line: line.number, problems };
  }
  return { value: { title: parts.title, number }, line: line.number, problems };
}

function split(text: string): { readonly title: string; readonly number: string } | null {
  const bare = text.replace(/^#{1,6} /, '').replaceAll('**', '');
  const last = numberLast.exec(bare);
  if (last !== null) return { title: (last[1] ?? '').trim(), number: last[2] ?? '' };
  const first = numberFirst.exec(bare);
  return first === null ? null : { title: (first[2] ?? '').trim(), number: first[1] ?? '' };
}

function readNumber(text: string): number | null {
  const number = /^[0-9]{1,4}$/.test(text) ? Number(text) : 0;
  return number >= 1 ? number : null;
}

function* leftOver(written: readonly Line[], title: Line): Generator<Problem> {
  const others = written.filter((line) => line !== title);
  const first = others[0];
  if (first === undefined) return;
  const message =
    others.length === 1
      ? 'A line beside the title, before the first heading, is not read.'
      : `${others.length} lines beside the title, before the first heading, are not read.`;
  yield warning(message, { line: first.number, column, value: first.text });
}
