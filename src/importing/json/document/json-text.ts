import type { Node } from 'jsonc-parser';
import { contentOf } from './property.js';

/** More characters of a value are never told. */
const longestShown = 201;

/** The text of a JSON file, which knows its lines. LF, CR LF and CR each end one. */
export class JsonText {
  readonly text: string;
  /** Where each line begins. */
  readonly #starts: number[] = [0];

  constructor(text: string) {
    this.text = text;
    for (const { index, 0: lineBreak } of text.matchAll(/\r\n|\r|\n/g)) {
      this.#starts.push(index + lineBreak.length);
    }
  }

  /** The line, counted from 1, of the character at an offset, counted from 0. */
  lineAt(offset: number): number {
    let first = 0;
    let last = this.#starts.length - 1;
    while (first < last) {
      const middle = Math.ceil((first + last) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) first = middle;
      else last = middle - 1;
    }
    return first + 1;
  }

  /** A value as people gave it: the words of a text, the JSON of anything else, which may be cut. */
  shownOf(node: Node): string {
    const { type, value, offset, length } = contentOf(node);
    return type === 'string'
      ? String(value)
      : this.text.slice(offset, offset + Math.min(length, longestShown));
  }
}
