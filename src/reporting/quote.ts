/** Bounds of a quote: enough to know the sentence again, never the whole paragraph. */
const mostWordsBefore = 12;
const mostWordsAfter = 2;
/** In characters. A longer "word" is an address or noise; a quote ends before it. */
const longestWord = 80;

const lineBreak = /[\n\r\v\f\u0085\u2028\u2029]/;
const blank = /\s/;
const digit = /[0-9]/;
const wordCharacter = /[\p{L}\p{N}\p{M}_]/u;
const lowerCase = /\p{Ll}/u;
const upperCase = /\p{Lu}/u;
/** Characters that end a clause wherever they stand. */
const alwaysBreaks = new Set(';()[]{}<>"“”„«»!?…•●○◦▪■‣·*|—');

/** What joins two parts of one word: "and/or", "l’engagement", "20-related", "open.canada.ca". */
const part = `[\\p{L}\\p{N}\\p{M}_]{1,${longestWord}}`;
const joined = `(?:(?:[.'’‑/@&-]|(?<=[0-9])[,:–](?=[0-9]))${part})`;
const restOfWord = new RegExp(`${joined}{1,8}`, 'uy');
const nextWord = new RegExp(`[^\\S\\n\\r\\v\\f\\u2028\\u2029]{1,200}${part}${joined}{0,8}`, 'uy');

/** The text with every run of white space as one space, and none at either end. */
export function collapseWhiteSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Whether the characters from `start` to `end` are no part of a longer word on either side. */
export function standsAlone(text: string, start: number, end: number): boolean {
  return !wordCharacter.test(characterBefore(text, start)) && !wordCharacter.test(characterAt(text, end));
}

/**
 * The author's words around the characters from `start` to `end`: from the beginning of their clause, but at
 * most twelve words back, and on through two more words unless punctuation comes first. White space is
 * collapsed. Takes the same small time wherever in a long text it is asked.
 */
export function quoteAround(text: string, start: number, end: number): string {
  return collapseWhiteSpace(text.slice(quoteStart(text, start), quoteEnd(text, end)));
}

function quoteStart(text: string, start: number): number {
  let begin = start;
  let at = start;
  for (let words = 0; words < mostWordsBefore; words += 1) {
    while (at > 0 && isBlank(text, at - 1)) at -= 1;
    const wordEnd = at;
    while (at > 0 && wordEnd - at <= longestWord && !isBlank(text, at - 1) && !breaksClause(text, at - 1)) {
      at -= 1;
    }
    if (at === wordEnd || wordEnd - at > longestWord) break;
    begin = at;
  }
  // A dash, quotation mark or emphasis that opens the clause is not one of its words.
  while (begin < start) {
    const character = characterAt(text, begin);
    if (wordCharacter.test(character)) break;
    begin += character.length;
  }
  // Half of a character may stand right before `start`.
  return Math.min(begin, start);
}

function quoteEnd(text: string, end: number): number {
  let at = takeWord(restOfWord, text, end);
  for (let words = 0; words < mostWordsAfter; words += 1) {
    const next = takeWord(nextWord, text, at);
    if (next === at) break;
    at = next;
  }
  return at;
}

/** Where the word that begins at `at` ends; `at` itself where there is none, or one too long to quote. */
function takeWord(word: RegExp, text: string, at: number): number {
  word.lastIndex = at;
  const found = word.exec(text)?.[0];
  if (found === undefined) return at;
  const sentenceEnd = found.search(/(?<=\p{Ll})\.(?=\p{Lu})/u);
  if (sentenceEnd >= 0) return at + sentenceEnd;
  return wordCharacter.test(characterAt(text, at + found.length)) ? at : at + found.length;
}

function isBlank(text: string, at: number): boolean {
  const character = text.charAt(at);
  return blank.test(character) && !lineBreak.test(character);
}

/** Whether the character at `at` ends a clause: a sentence end, other punctuation, a line break, a list marker. */
function breaksClause(text: string, at: number): boolean {
  const character = text.charAt(at);
  if (alwaysBreaks.has(character) || lineBreak.test(character)) return true;
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  switch (character) {
    case ',':
      return !(digit.test(before) && digit.test(after));
    case ':':
      return isOpen(after);
    case '.':
      return isOpen(after) || (lowerCase.test(before) && upperCase.test(after));
    case '-':
    case '–':
      return isOpen(before) && isOpen(after);
    default:
      return false;
  }
}

/** White space, or the edge of the text. */
function isOpen(character: string): boolean {
  return character === '' || blank.test(character);
}

function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function characterBefore(text: string, at: number): string {
  const last = text.charAt(at - 1);
  return /[\udc00-\udfff]/.test(last) && at > 1 ? characterAt(text, at - 2) : last;
}
