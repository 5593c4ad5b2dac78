import { apa } from './apa.js';
import { bibtex } from './bibtex.js';
import type { CitedCommitment } from './cited-commitment.js';
import { cslJson } from './csl-json.js';
import { ris } from './ris.js';

/** The forms a citation can be had in. */
export enum CitationStyle {
  /** An entry of a reference list, APA 7th edition, as plain text. */
  APA = 'APA',
  /** An entry for BibTeX or BibLaTeX. */
  BIBTEX = 'BIBTEX',
  /** A record for reference managers, with CRLF line ends. */
  RIS = 'RIS',
  /** A JSON array of one item, as CSL processors and Zotero read it. */
  CSL_JSON = 'CSL_JSON',
}

const writers: Readonly<Record<CitationStyle, (cited: CitedCommitment) => string>> = {
  [CitationStyle.APA]: apa,
  [CitationStyle.BIBTEX]: bibtex,
  [CitationStyle.RIS]: ris,
  [CitationStyle.CSL_JSON]: cslJson,
};

/**
 * The citation of one version of a commitment, in one style and in the language of what is cited.
 * @throws RangeError when a date does not exist or is not written YYYY-MM-DD.
 */
export function cite(style: CitationStyle, cited: CitedCommitment): string {
  return writers[style](cited);
}
