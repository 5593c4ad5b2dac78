import {
  authorNames,
  type CitedCommitment,
  inWords,
  placeInPlan,
  reportCited,
  singleLine,
  versionCited,
  webAddress,
} from './cited-commitment.js';

/**
 * French follows the adaptation of Quebec's universities (UQAM, UdeM) and CSL's fr-CA locale: "et" without a
 * comma, "s. d." with a no-break space, the year before the day.
 */
const wording = {
  EN: {
    and: ' & ',
    lastAnd: ', & ',
    ellipsis: ', . . . ',
    noDate: 'n.d.',
    inside: 'In',
    retrieved: (day: string) => `Retrieved ${day}`,
    from: ', from ',
  },
  FR: {
    and: ' et ',
    lastAnd: ' et ',
    ellipsis: ', ... ',
    noDate: 's.\u00A0d.',
    inside: 'Dans',
    retrieved: (day: string) => `Consulté le ${day}`,
    from: ', de ',
  },
} as const;

/** From the 21st author on, APA names the first 19 and the last. */
const mostAuthorsNamed = 20;

/**
 * The citation as an entry of a reference list in APA style, 7th edition: one line of plain text, in the
 * language of what is cited. As the works cited do change, the day of retrieval is always named.
 */
export function apa(cited: CitedCommitment): string {
  const authors = authorNames(cited);
  const date = `(${published(cited)})`;
  const title = titleAndDescription(cited);
  const publisher = singleLine(cited.publisher);
  const publisherIsAuthor = authors.length === 1 && authors[0] === publisher;
  return [
    ...(authors.length === 0 ? [title, date] : [joined(authors, cited.language), date, title]),
    `${wording[cited.language].inside} ${singleLine(cited.planTitle)}`,
    ...(publisher === '' || publisherIsAuthor ? [] : [publisher]),
  ]
    .map(withFullStop)
    .concat(retrieval(cited))
    .join(' ');
}

function joined(authors: readonly string[], language: CitedCommitment['language']): string {
  const { and, lastAnd, ellipsis } = wording[language];
  const last = authors.at(-1) ?? '';
  if (authors.length <= 2) return authors.join(and);
  return authors.length <= mostAuthorsNamed
    ? `${authors.slice(0, -1).join(', ')}${lastAnd}${last}`
    : `${authors.slice(0, mostAuthorsNamed - 1).join(', ')}${ellipsis}${last}`;
}

function published({ issued, language }: CitedCommitment): string {
  return issued === null
    ? wording[language].noDate
    : `${issued.slice(0, 4)}, ${inWords(issued, language, 'withoutYear')}`;
}

/** Title (identifiers) [description]: the order of APA 9.18 to 9.21. */
function titleAndDescription(cited: CitedCommitment): string {
  const version = versionCited(cited);
  const report = reportCited(cited);
  const identifiers = version === null ? placeInPlan(cited) : `${placeInPlan(cited)}, ${version}`;
  return `${singleLine(cited.title)} (${identifiers})${report === null ? '' : ` [${report}]`}`;
}

/** No full stop after an address: it would be taken for a part of it. */
function retrieval({ retrieved, url, language }: CitedCommitment): string {
  const words = wording[language];
  const read = words.retrieved(inWords(retrieved, language));
  return url === null ? `${read}.` : `${read}${words.from}${webAddress(url)}`;
}

function withFullStop(element: string): string {
  return /[.!?…]$/u.test(element) ? element : `${element}.`;
}
