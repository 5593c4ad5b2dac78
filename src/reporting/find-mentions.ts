import { quoteAround, standsAlone } from './quote.js';

/** Another commitment named in running text. Exactly one of `number`, `code` and `ogpCode` is given. */
export interface Mention {
  /** Number within the author's own plan, from words such as "Commitment 20". */
  readonly number: number | null;
  /** The hub's code in lower case, such as `ca-2016-2018/20`. */
  readonly code: string | null;
  /** The Open Government Partnership's code in capitals, such as `CA0061`. */
  readonly ogpCode: string | null;
  /** The author's words around the mention; see `quoteAround`. */
  readonly quote: string;
  /**
   * Where the mention begins in the text: its first word or its code. In a list, each further number's own place;
   * the numbers that a range leaves out ("3 to 7") share the place of its first.
   */
  readonly index: number;
}

/** "Commitments 1, 2, 3 …" is read this far; nobody cites more, and every number carries the whole quote. */
const mostInOneList = 50;

const gap = '[^\\S\\n\\r\\v\\f\\u2028\\u2029]';
const conjunction = '(?:and|or|et|ou|&)';
const word = /(commitment|engagement)(s|\(s\))?/gi;
const firstNumber = new RegExp(
  `${gap}+(?:(?:#|n[°ºᵒ]s?|nos?\\.?|numbers?|numéros?)${gap}*)?([0-9]{1,3})`,
  'iy',
);
const nextInList = new RegExp(
  `(?:${gap}*[,;/&]${gap}*(?:${conjunction}${gap}+)?|${gap}+${conjunction}${gap}+)([0-9]{1,3})`,
  'iy',
);
const endOfRange = new RegExp(`(?:${gap}*[–—-]${gap}*|${gap}+(?:to|through|à|au)${gap}+)([0-9]{1,3})`, 'iy');
/** What makes the digits before it an amount, not a commitment's number. */
const amount = new RegExp(
  `[.,][0-9]|${gap}[0-9]{3}(?![0-9])|${gap}*%|` +
    `${gap}+(?:per${gap}?cent|pour${gap}cent|thousand|mille|millions?|billions?|milliards?)\\b`,
  'iy',
);
const commaInList = /,[0-9]{1,2}(?![0-9])/y;
const dashAndDigit = /[–—-][0-9]/y;
const planCode =
  /(?<![\p{L}\p{N}_-])([A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+)\/([1-9][0-9]{0,3})(?:\.[0-9]{1,4}){0,4}(?!-?[\p{L}\p{N}_])/gu;
const ogpCode = /(?<![\p{L}\p{N}_])[A-Za-z]{2}[0-9]{4}(?![\p{L}\p{N}_])/gu;

/**
 * Every mention of a commitment in running text, in the order of the text: "Commitment 20", "commitments 3, 5
 * and 7", "Engagements 20 à 22", `ca-2016-2018/20` (also inside a deliverable's code) and `CA0061`. Whether such
 * a commitment exists is for the caller to find out. Takes time in proportion to the text, whatever it holds.
 */
export function findMentions(text: string): readonly Mention[] {
  return [...numbersIn(text), ...codesIn(text), ...ogpCodesIn(text)].sort((a, b) => a.index - b.index);
}

function* numbersIn(text: string): Generator<Mention> {
  for (const match of text.matchAll(word)) {
    const start = match.index;
    const end = start + match[0].length;
    // "recommitment 20" and "sub-commitment 20" name something else.
    if (
      !standsAlone(text, start, end) ||
      /[\p{L}\p{N}][-‑]$/u.test(text.slice(Math.max(0, start - 3), start))
    ) {
      continue;
    }
    const numbers = numbersAfter(text, start, end, match[2] !== undefined);
    const last = numbers.at(-1);
    if (last === undefined) continue;
    const quote = quoteAround(text, start, last.end);
    for (const { number, index } of numbers) yield { number, code: null, ogpCode: null, quote, index };
  }
}

interface NumberFound {
  readonly number: number;
  readonly index: number;
  readonly end: number;
}

function numbersAfter(text: string, start: number, end: number, plural: boolean): readonly NumberFound[] {
  const numbers: NumberFound[] = [];
  let found = numberAt(firstNumber, text, end, plural);
  if (found !== null) found = { ...found, index: start };
  while (found !== null && numbers.length < mostInOneList) {
    numbers.push(found);
    if (!plural) break;
    const from: NumberFound = found;
    const to = numberAt(endOfRange, text, from.end, plural);
    if (to !== null && to.number > from.number && to.number - from.number < mostInOneList) {
      for (let number = from.number + 1; number < to.number; number += 1) {
        numbers.push({ number, index: from.index, end: to.end });
      }
      found = to;
    } else {
      found = numberAt(nextInList, text, from.end, plural);
    }
  }
  return numbers;
}

/** The commitment number that `pattern` leads to from `at`; null where there is none or it is an amount. */
function numberAt(pattern: RegExp, text: string, at: number, plural: boolean): NumberFound | null {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  const digits = match?.[1];
  if (match === null || digits === undefined) return null;
  const end = at + match[0].length;
  const number = Number(digits);
  const isAmount = matchesAt(amount, text, end) && !(plural && matchesAt(commaInList, text, end));
  const isSpan = !plural && matchesAt(dashAndDigit, text, end);
  if (number < 1 || isAmount || isSpan || !standsAlone(text, end - digits.length, end)) return null;
  return { number, index: end - digits.length, end };
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

function* codesIn(text: string): Generator<Mention> {
  for (const match of text.matchAll(planCode)) {
    const [whole, plan = '', number = ''] = match;
    // A plan's code names its years; "mid-term/2" and "follow-up/3" do not.
    if (!/-[0-9]{4}(?:-|$)/.test(plan)) continue;
    const code = `${plan}/${number}`.toLowerCase();
    const quote = quoteAround(text, match.index, match.index + whole.length);
    yield { number: null, code, ogpCode: null, quote, index: match.index };
  }
}

function* ogpCodesIn(text: string): Generator<Mention> {
  for (const match of text.matchAll(ogpCode)) {
    const quote = quoteAround(text, match.index, match.index + match[0].length);
    yield { number: null, code: null, ogpCode: match[0].toUpperCase(), quote, index: match.index };
  }
}
