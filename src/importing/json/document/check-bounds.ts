import { createScanner } from 'jsonc-parser';
import { error, type Problem } from '../../../reporting/problem.js';
import type { JsonText } from './json-text.js';

/** Floors of objects and lists inside one another; no known shape has more than ten. */
export const deepestNesting = 64;
/** Names, values, brackets, commas and colons together. A whole plan has some 6,000. */
export const mostTokens = 500_000;

const closing: ReadonlyMap<string, string> = new Map([
  ['{', '}'],
  ['[', ']'],
]);

/** What forbids to parse a text, null where nothing does. Takes time in proportion to the text. */
export function checkBounds(json: JsonText): Problem | null {
  const refuse = (message: string, offset: number) => error(message, { line: json.lineAt(offset) });
  const nullAt = json.text.indexOf('\u0000');
  if (nullAt >= 0) {
    const message = 'The file holds null bytes, as files of another kind do; expected JSON text in UTF-8.';
    return refuse(message, nullAt);
  }
  // The parser's own scanner, so that both agree on what is a bracket and what is text.
  const scanner = createScanner(json.text, true);
  // Only a bracket that matches closes one, so that the parser never goes deeper than this.
  const awaited: string[] = [];
  for (let tokens = 1; ; tokens += 1) {
    scanner.scan();
    const at = scanner.getTokenOffset();
    const token = json.text[at];
    if (token === undefined) return null;
    const close = closing.get(token);
    if (close !== undefined) awaited.push(close);
    else if (token === awaited.at(-1)) awaited.pop();
    if (awaited.length > deepestNesting) {
      const message = 'Objects and lists stand too deep inside one another here';
      return refuse(`${message}; expected at most ${deepestNesting} of them.`, at);
    }
    if (tokens > mostTokens) {
      const message = 'The file holds too much to be read from here on';
      return refuse(`${message}; expected at most ${mostTokens} names, values and signs.`, at);
    }
  }
}
