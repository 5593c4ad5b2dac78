import { collapseWhiteSpace, quoteAround, standsAlone } from './quote.js';

/** An organization's name as it stands in a text. */
export interface NameFound {
  /** The name, exactly as it was asked for. */
  readonly name: string;
  /** The author's words around its first occurrence. */
  readonly quote: string;
}

/**
 * Which of the names stand in the text, in the order they were asked for, each with its first occurrence. A name
 * counts only as whole words, in the same case and with the same accents; white space inside it may differ.
 */
export function findNames(text: string, names: readonly string[]): readonly NameFound[] {
  // Both have the same length: a name may run over a line's end, and a quote must not.
  const lines = text.replace(/\s+/g, (run) => (/[\n\r\v\f\u2028\u2029]/.test(run) ? '\n' : ' '));
  const words = lines.replaceAll('\n', ' ');
  return names.flatMap((name) => {
    const sought = collapseWhiteSpace(name);
    const at = firstOccurrence(words, sought);
    return at < 0 ? [] : [{ name, quote: quoteAround(lines, at, at + sought.length) }];
  });
}

function firstOccurrence(words: string, sought: string): number {
  if (sought === '') return -1;
  let at = words.indexOf(sought);
  while (at >= 0 && !standsAlone(words, at, at + sought.length)) at = words.indexOf(sought, at + 1);
  return at;
}
