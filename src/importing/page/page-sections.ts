import type { Problem } from '../../reporting/problem.js';
import { error } from '../../reporting/problem.js';
import { withoutMarker } from './list-marker.js';
import { readHeading, type SectionKey } from './page-heading.js';
import type { Line } from './page-line.js';

/** What stands below one heading. */
export interface Section {
  /** The heading as the page words it. */
  readonly heading: string;
  /** The heading's line. */
  readonly line: number;
  /** Blank lines included; a value on the heading's own line comes first. */
  readonly lines: readonly Line[];
}

/** A page cut at its headings. */
export interface PageSections {
  /** What stands before the first heading. */
  readonly head: readonly Line[];
  readonly below: ReadonlyMap<SectionKey, Section>;
  readonly problems: readonly Problem[];
}

/** Buttons of the published page that come along when it is copied; they stand above the commitment's text. */
const furniture = /^(?:rss|cite)$/i;
const besideFurniture: ReadonlySet<SectionKey> = new Set(['leads', 'period', 'otherActors']);

/** Cuts a page at its headings. A heading that stands twice is an error, and its second text is not read. */
export function cutSections(lines: readonly Line[]): PageSections {
  const head: Line[] = [];
  const below = new Map<SectionKey, Section>();
  const problems: Problem[] = [];
  let current = head;
  let mayHoldFurniture = true;

  for (const line of lines) {
    const found = readHeading(line);
    if (found === null) {
      if (!(mayHoldFurniture && furniture.test(withoutMarker(line.text)))) current.push(line);
      continue;
    }
    const { key, heading, rest } = found;
    current = rest === '' ? [] : [{ number: line.number, indent: 0, text: rest }];
    mayHoldFurniture = besideFurniture.has(key);
    const first = below.get(key);
    if (first === undefined) {
      below.set(key, { heading, line: line.number, lines: current });
    } else {
      const message = `The heading "${heading}" must stand once on a page; it stands on line ${first.line} already.`;
      problems.push(error(message, { line: line.number, column: heading }));
    }
  }
  return { head, below, problems };
}
