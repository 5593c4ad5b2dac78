import {
  authorNames,
  type CitedCommitment,
  citationKey,
  existingDate,
  placeInPlan,
  reportCited,
  singleLine,
  versionCited,
  webAddress,
} from './cited-commitment.js';

/** The names BibTeX's own styles define for the months, which they write out in their language. */
const monthMacros = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The citation as a BibTeX entry, usable with BibTeX and with BibLaTeX. Organizations and titles stand in
 * double braces, so that neither is taken apart as a person's name or has its capitals changed.
 */
export function bibtex(cited: CitedCommitment): string {
  const { url } = cited;
  const issued = cited.issued === null ? null : existingDate(cited.issued);
  const authors = authorNames(cited);
  const note = [
    [placeInPlan(cited), versionCited(cited)].filter((part) => part !== null).join(', '),
    reportCited(cited),
  ].filter((part) => part !== null);
  const fields: readonly (readonly [name: string, value: string | null])[] = [
    [
      'author',
      authors.length === 0 ? null : braced(authors.map((name) => braced(latex(name))).join(' and ')),
    ],
    ['title', braced(braced(latex(cited.title)))],
    ['howpublished', braced(braced(latex(cited.planTitle)))],
    ['organization', braced(braced(latex(cited.publisher)))],
    ['year', issued === null ? null : braced(issued.slice(0, 4))],
    ['month', issued === null ? null : (monthMacros[Number(issued.slice(5, 7)) - 1] ?? null)],
    ['note', braced(latex(note.join('. ')))],
    ['url', url === null ? null : braced(webAddress(url))],
    ['urldate', braced(existingDate(cited.retrieved))],
    ['langid', braced(cited.language === 'EN' ? 'canadian' : 'acadian')],
  ];
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = ${value}`]));
  return `@misc{${citationKey(cited)},\n${lines.join(',\n')}\n}\n`;
}

function braced(value: string): string {
  return `{${value}}`;
}

/**
 * Combining marks and the LaTeX accents that set them. Those above a letter take the dot off an i or a j. Of
 * these and the names below, `\k` and the guillemets need the T1 encoding, which a document in French has.
 */
const accentsAbove: ReadonlyMap<string, string> = new Map([
  ['\u0300', '\\`'],
  ['\u0301', "\\'"],
  ['\u0302', '\\^'],
  ['\u0303', '\\~'],
  ['\u0304', '\\='],
  ['\u0306', '\\u'],
  ['\u0307', '\\.'],
  ['\u0308', '\\"'],
  ['\u030A', '\\r'],
  ['\u030B', '\\H'],
  ['\u030C', '\\v'],
]);
const accentsBelow: ReadonlyMap<string, string> = new Map([
  ['\u0323', '\\d'],
  ['\u0326', '\\textcommabelow'],
  ['\u0327', '\\c'],
  ['\u0328', '\\k'],
  ['\u0331', '\\b'],
]);

/**
 * Characters that LaTeX gives a meaning, and those it has a name for. A brace gets a name and no backslash:
 * BibTeX counts braces before LaTeX sees them, so `\{` would open one that is never closed.
 */
const namedCharacters: ReadonlyMap<string, string> = new Map([
  ['\\', '{\\textbackslash}'],
  ['{', '{\\textbraceleft}'],
  ['}', '{\\textbraceright}'],
  ['~', '{\\textasciitilde}'],
  ['^', '{\\textasciicircum}'],
  ['<', '{\\textless}'],
  ['>', '{\\textgreater}'],
  ['|', '{\\textbar}'],
  ...[...'#$%&_'].map((character) => [character, `\\${character}`] as const),
  ['–', '--'],
  ['—', '---'],
  ['‘', '`'],
  ['’', "'"],
  ['“', '``'],
  ['”', "''"],
  ['«', '{\\guillemotleft}'],
  ['»', '{\\guillemotright}'],
  ['…', '{\\ldots}'],
  ['•', '{\\textbullet}'],
  ['°', '{\\textdegree}'],
  ['§', '{\\S}'],
  ['©', '{\\textcopyright}'],
  ['®', '{\\textregistered}'],
  ['™', '{\\texttrademark}'],
  ['€', '{\\texteuro}'],
  ['\u00A0', '~'],
  ['\u202F', '\\,'],
  ['\u00AD', '\\-'],
  ['œ', '{\\oe}'],
  ['Œ', '{\\OE}'],
  ['æ', '{\\ae}'],
  ['Æ', '{\\AE}'],
  ['ø', '{\\o}'],
  ['Ø', '{\\O}'],
  ['ł', '{\\l}'],
  ['Ł', '{\\L}'],
  ['ß', '{\\ss}'],
  ['ı', '{\\i}'],
]);

/** The text in LaTeX. What has no way of being written in plain letters stays as it is, in Unicode. */
function latex(text: string): string {
  return singleLine(text)
    .normalize('NFC')
    .replace(/\P{M}\p{M}*/gu, (letterWithMarks) => {
      const [letter = '', ...marks] = letterWithMarks;
      return accented(letterWithMarks) ?? `${namedCharacters.get(letter) ?? letter}${marks.join('')}`;
    });
}

/** An unaccented Latin letter under exactly one known accent: LaTeX has no portable way of stacking two. */
function accented(letterWithMarks: string): string | null {
  const [letter = '', mark = '', ...further] = letterWithMarks.normalize('NFD');
  if (!/^[A-Za-z]$/.test(letter) || further.length > 0) return null;
  const above = accentsAbove.get(mark);
  const accent = above ?? accentsBelow.get(mark);
  if (accent === undefined) return null;
  const base = above !== undefined && /[ij]/.test(letter) ? `\\${letter}` : letter;
  // An accent named by letters would swallow the letter that follows it: \cc is not \c c.
  return /[A-Za-z]$/.test(accent) && base === letter ? `{${accent} ${base}}` : `{${accent}${base}}`;
}
