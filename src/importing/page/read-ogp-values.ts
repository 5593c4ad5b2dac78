import { OgpValue } from '../../model/ogp-value.js';
import type { Piece } from './page-reading.js';
import type { Section } from './page-sections.js';

const wordings: ReadonlyMap<OgpValue, RegExp> = new Map([
  [OgpValue.TRANSPARENCY, /\btransparency\b|\baccess to information\b/i],
  [OgpValue.CIVIC_PARTICIPATION, /\b(?:civic|public|citizen) participation\b/i],
  [OgpValue.PUBLIC_ACCOUNTABILITY, /\baccountability\b/i],
  [OgpValue.TECHNOLOGY_AND_INNOVATION, /\btechnology (?:and|&) innovation\b/i],
]);

/** Reads which of the Open Government Partnership's values a section names, in a sentence or a list. */
export function readOgpValues(section: Section | undefined): Piece<readonly OgpValue[]> {
  const written = section?.lines.filter((line) => line.text !== '') ?? [];
  const text = written.map((line) => line.text).join(' ');
  const values = [...wordings].filter(([, wording]) => wording.test(text)).map(([value]) => value);
  if (values.length === 0) return { value: null, line: null, problems: [] };
  return { value: values, line: written[0]?.number ?? null, problems: [] };
}
