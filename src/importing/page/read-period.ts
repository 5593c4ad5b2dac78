import { error, type Problem } from '../../reporting/problem.js';
import { usualHeadings } from './page-heading.js';
import type { PagePeriod, Piece } from './page-reading.js';
import type { Section } from './page-sections.js';
import { readDate } from './read-date.js';

const accepted = 'such as "Mid-term (July 1, 2016 to June 30, 2017)"';
const wording = /^([^()]*)\(([^()]*)\)[ .*]*$/;
const betweenDates = / (?:to|until|through|-) | ?[–—] ?/i;

/** Reads the reporting period: a label, and its first and last day in brackets. */
export function readPeriod(section: Section | undefined): Piece<PagePeriod> {
  const column = section?.heading ?? usualHeadings.period;
  const written = section?.lines.filter((line) => line.text !== '') ?? [];
  const first = written[0];
  if (section === undefined || first === undefined) {
    const problem = error(`The page must have a reporting period, ${accepted}.`, {
      column,
      ...(section && { line: section.line }),
    });
    return { value: null, line: section?.line ?? null, problems: [problem] };
  }

  const line = first.number;
  const refuse = (message: string, value: string): Problem => error(message, { line, column, value });
  const text = written.map((one) => one.text).join(' ');
  const parts = wording.exec(text);
  const label = parts?.[1]?.trim() ?? '';
  const [from, to, ...more] = parts?.[2]?.trim().split(betweenDates) ?? [];
  if (label === '' || from === undefined || to === undefined || more.length > 0) {
    const message = `The reporting period must be a label with two dates in brackets, ${accepted}.`;
    return { value: null, line, problems: [refuse(message, text)] };
  }

  const start = readDate(from.trim());
  const end = readDate(to.trim());
  const problems: Problem[] = [];
  const dates = 'a date that exists, such as "July 1, 2016" or "2016-07-01"';
  if (start === null) problems.push(refuse(`The reporting period must begin on ${dates}.`, from));
  if (end === null) problems.push(refuse(`The reporting period must end on ${dates}.`, to));
  if (start !== null && end !== null && end < start) {
    problems.push(refuse('The reporting period must not end before it begins.', text));
  }
  const sound = start !== null && end !== null && problems.length === 0;
  return { value: sound ? { label, start, end } : null, line, problems };
}
