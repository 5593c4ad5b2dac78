/**
 * One version of a commitment, as it is cited: the commitment, the reporting period, and the day it was read.
 * Texts are in the language of the citation. A date that does not exist makes every style throw a RangeError.
 */
export interface CitedCommitment {
  /** Such as `ca-2016-2018/19`. */
  readonly code: string;
  readonly number: number;
  readonly title: string;
  readonly planTitle: string;
  /** Names of the leading organizations, in their order. Empty: none is known. */
  readonly authors: readonly string[];
  /** Such as `Government of Canada`. */
  readonly publisher: string;
  /** The period reported on; `end` is YYYY-MM-DD. null: the commitment is cited apart from any report. */
  readonly period: { readonly label: string; readonly end: string } | null;
  /** Day the cited version was published, YYYY-MM-DD. null: not known. */
  readonly issued: string | null;
  /** Version of the report cited. null: there is none, or it is not known. */
  readonly version: number | null;
  /** Day it was read, YYYY-MM-DD. */
  readonly retrieved: string;
  readonly url: string | null;
  readonly language: 'EN' | 'FR';
}

const wording = {
  EN: { commitment: 'Commitment', report: 'Status report: ', ending: ', period ending ' },
  FR: { commitment: 'Engagement', report: 'Rapport d’étape\u00A0: ', ending: ', période se terminant le ' },
} as const;

const dateForms = {
  EN: dateFormsOf('en-CA'),
  FR: dateFormsOf('fr-CA'),
} as const;

/** The names of the leading organizations, without blank ones. */
export function authorNames(cited: CitedCommitment): readonly string[] {
  return cited.authors.map(singleLine).filter((name) => name !== '');
}

/** Where in the plan it stands: `Commitment 19`, `Engagement 19`. */
export function placeInPlan(cited: CitedCommitment): string {
  return `${wording[cited.language].commitment} ${cited.number}`;
}

/** `Version 2`, the same in both languages, or null when no version is cited. */
export function versionCited(cited: CitedCommitment): string | null {
  return cited.version === null ? null : `Version ${cited.version}`;
}

/** `Status report: Mid-term, period ending June 30, 2017`, or null when no report is cited. */
export function reportCited(cited: CitedCommitment): string | null {
  if (cited.period === null) return null;
  const { report, ending } = wording[cited.language];
  const { label, end } = cited.period;
  return `${report}${singleLine(label)}${ending}${inWords(end, cited.language)}`;
}

/** What is cited by its address and apart from any report is a web page, everything else a report. */
export function isWebPage(cited: CitedCommitment): boolean {
  return cited.period === null && cited.url !== null;
}

/** BCP 47 tag of the language cited in. */
export function languageTag(cited: CitedCommitment): 'en-CA' | 'fr-CA' {
  return cited.language === 'EN' ? 'en-CA' : 'fr-CA';
}

/**
 * Names the citation in a reader's library: only `[a-z0-9-]`, the same for the same version and language, and
 * another for another, so that two versions can stand in one bibliography. `ca-2016-2018-19-mid-term-v2-en`.
 */
export function citationKey(cited: CitedCommitment): string {
  const { code, period, version, language } = cited;
  return [
    keyPart(code),
    period === null ? '' : keyPart(period.label) || keyPart(period.end),
    version === null ? '' : keyPart(`v${version}`),
    keyPart(language),
  ]
    .filter((part) => part !== '')
    .join('-');
}

function keyPart(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/**
 * The text on one line. A line break inside a title could forge a field of a line-based format, and a
 * direction override left open would reorder the rest of the citation. No-break spaces stay: French needs
 * them.
 */
export function singleLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/(?:[^\S\u00A0\u202F]|\p{Cc})+/gu, ' ')
    .trim();
}

/** The address without spaces, breaks or braces: what RFC 3986 does not allow in it is percent-encoded. */
export function webAddress(url: string): string {
  return url
    .toWellFormed()
    .trim()
    .replace(/[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]/gu, (character) => encodeURIComponent(character));
}

/**
 * The same date, once it is certain that it is written YYYY-MM-DD and exists.
 * @throws RangeError when it is not or does not.
 */
export function existingDate(date: string): string {
  const instant = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== date) {
    throw new RangeError(`${JSON.stringify(date)} is not a date that exists, written YYYY-MM-DD`);
  }
  return date;
}

/** The date as running text has it, with or without its year: `October 1, 2017`, `1er octobre`. */
export function inWords(
  date: string,
  language: CitedCommitment['language'],
  form: 'full' | 'withoutYear' = 'full',
): string {
  return dateForms[language][form]
    .formatToParts(new Date(existingDate(date)))
    .map(({ type, value }) => (language === 'FR' && type === 'day' && value === '1' ? '1er' : value))
    .join('');
}

function dateFormsOf(locale: string) {
  // A YYYY-MM-DD date is read as midnight UTC; in the machine's zone it could be the day before.
  return {
    full: new Intl.DateTimeFormat(locale, {
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      timeZone: 'UTC',
    }),
    withoutYear: new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', timeZone: 'UTC' }),
  } as const;
}
