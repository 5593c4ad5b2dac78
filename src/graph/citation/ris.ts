import {
  authorNames,
  type CitedCommitment,
  citationKey,
  existingDate,
  isWebPage,
  languageTag,
  placeInPlan,
  reportCited,
  singleLine,
  versionCited,
  webAddress,
} from './cited-commitment.js';

/**
 * The citation as a RIS record, one tag a line. RIS cannot mark a name as an organization's: some readers
 * take one with a comma, such as "Innovation, Science and Economic Development Canada", for a person's.
 * CSL-JSON and BibTeX have no such limit.
 */
export function ris(cited: CitedCommitment): string {
  const { issued, url } = cited;
  const tags: readonly (readonly [tag: string, value: string | null])[] = [
    ['TY', isWebPage(cited) ? 'ELEC' : 'GOVDOC'],
    ['ID', citationKey(cited)],
    ...authorNames(cited).map((name) => ['AU', name] as const),
    ['TI', cited.title],
    ['T2', cited.planTitle],
    ['SE', placeInPlan(cited)],
    ['M3', reportCited(cited)],
    ['ET', versionCited(cited)],
    ['PB', cited.publisher],
    ['PY', issued === null ? null : existingDate(issued).slice(0, 4)],
    ['DA', issued === null ? null : withSlashes(issued)],
    ['Y2', withSlashes(cited.retrieved)],
    ['UR', url === null ? null : webAddress(url)],
    ['LA', languageTag(cited)],
  ];
  return [...tags, ['ER', ''] as const]
    .flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${singleLine(value)}\r\n`]))
    .join('');
}

function withSlashes(date: string): string {
  return existingDate(date).replaceAll('-', '/');
}
