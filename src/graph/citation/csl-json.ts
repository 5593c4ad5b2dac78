import {
  authorNames,
  type CitedCommitment,
  citationKey,
  existingDate,
  isWebPage,
  languageTag,
  placeInPlan,
  reportCited,
  webAddress,
} from './cited-commitment.js';

/**
 * The citation as CSL-JSON: an array of one item, valid by the CSL data schema, for Zotero, pandoc and every
 * CSL processor. JSON carries any text, so titles go in letter by letter. The commitment is a `section` of
 * the plan: as `number`, styles would print its number as that of a report.
 */
export function cslJson(cited: CitedCommitment): string {
  const { issued, url, version } = cited;
  const authors = authorNames(cited);
  // JSON.stringify leaves out what is undefined.
  const item = {
    id: citationKey(cited),
    type: isWebPage(cited) ? 'webpage' : 'report',
    title: cited.title.toWellFormed(),
    author: authors.length === 0 ? undefined : authors.map((literal) => ({ literal })),
    'container-title': cited.planTitle.toWellFormed(),
    section: placeInPlan(cited),
    genre: reportCited(cited) ?? undefined,
    version: version === null ? undefined : String(version),
    publisher: cited.publisher.toWellFormed(),
    issued: issued === null ? undefined : cslDate(issued),
    accessed: cslDate(cited.retrieved),
    URL: url === null ? undefined : webAddress(url),
    language: languageTag(cited),
  };
  return JSON.stringify([item], null, 2);
}

function cslDate(date: string): { readonly 'date-parts': readonly (readonly number[])[] } {
  return { 'date-parts': [existingDate(date).split('-').map(Number)] };
}
