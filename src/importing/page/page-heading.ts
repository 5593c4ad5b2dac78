import type { Line } from './page-line.js';

/** The parts of a page that have a heading. `about` and `status` only hold other headings. */
export type SectionKey =
  | 'leads'
  | 'period'
  | 'otherActors'
  | 'about'
  | 'problem'
  | 'description'
  | 'contribution'
  | 'ogpValues'
  | 'status'
  | 'deliverables'
  | 'expectedResult'
  | 'results'
  | 'nextSteps'
  | 'completion';

/** A heading as found on a page. */
export interface HeadingFound {
  readonly key: SectionKey;
  /** As the page words it, without a colon. */
  readonly heading: string;
  /** What stands after the heading's colon on the same line; empty where nothing does. */
  readonly rest: string;
}

/** How the published pages word each heading. */
export const usualHeadings: Readonly<Record<SectionKey, string>> = {
  leads: 'Lead implementing department(s)',
  period: 'Reporting period',
  otherActors: 'Other actors involved',
  about: 'Commitment description',
  problem: 'What is the public problem that the commitment will address?',
  description: 'What is the commitment?',
  contribution: 'How will the commitment contribute to solve the public problem?',
  ogpValues: 'Relevance to OGP values',
  status: 'Status update',
  deliverables: 'Deliverables in Action Plan',
  expectedResult: 'Expected result',
  results: 'Description of results',
  nextSteps: 'Next steps',
  completion: 'Completion level',
};

const wordings: ReadonlyMap<SectionKey, RegExp> = new Map([
  ['leads', /^lead (?:implementing )?(?:department|organi[sz]ation|institution)(?:s|\(s\))?$/i],
  ['period', /^reporting period$/i],
  ['otherActors', /^other actors(?: involved)?$/i],
  ['about', /^commitment description$/i],
  ['problem', /^what is the public problem(?: that)?(?: the commitment will address)?\??$/i],
  ['description', /^what is the commitment\??$/i],
  ['contribution', /^how will the commitment contribute to (?:solve|solving) the public problem\??$/i],
  ['ogpValues', /^relevance to (?:the )?(?:ogp|open government partnership) values?$/i],
  ['status', /^status update$/i],
  ['deliverables', /^deliverables(?: in (?:the )?action plan)?$/i],
  ['expectedResult', /^expected results?$/i],
  ['results', /^(?:description of )?results$/i],
  // The horizon names a year, and may lie beyond the plan's end.
  ['nextSteps', /^next steps(?: \(?(?:to|until|up to|by|through|before|for) .{0,30}\b20[0-9]{2}\)?)?$/i],
  ['completion', /^completion levels?$/i],
]);

/** So short that, indented, they are more likely an author's own words inside a list. */
const ambiguous = /^(?:deliverables|results|next steps)$/i;
/** In columns; as in Markdown, a line indented this far belongs to what stands above it. */
const inside = 4;
/** In characters; no heading is longer. */
const longestHeading = 120;

/** The heading that a line is, or null. Case, `#` and `**` marks, and a colon at its end do not matter. */
export function readHeading(line: Line): HeadingFound | null {
  const text = line.text.replace(/^#{1,6} /, '').replaceAll('**', '');
  const colon = text.indexOf(':');
  const heading = (colon < 0 ? text : text.slice(0, colon)).trim();
  const rest = colon < 0 ? '' : text.slice(colon + 1).trim();
  if (heading.length > longestHeading) return null;
  if (line.indent >= inside && (rest !== '' || ambiguous.test(heading))) return null;
  for (const [key, wording] of wordings) {
    if (wording.test(heading)) return { key, heading, rest };
  }
  return null;
}
