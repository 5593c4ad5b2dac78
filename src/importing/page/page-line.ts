import { collapseWhiteSpace } from '../../reporting/quote.js';

/** One line of a page, tidied. */
export interface Line {
  /** Counted from 1. */
  readonly number: number;
  /** Columns of white space before the text beyond those before every line, a tab reaching to a multiple of four. */
  readonly indent: number;
  /** White space collapsed; empty for a blank line. */
  readonly text: string;
}

const tabStop = 4;
/** Copying from a browser leaves these behind: zero-width space, word joiner, byte-order mark, soft hyphen. */
const invisible = /[\u200b\u2060\ufeff\u00ad]/g;

/** The lines of a text, whatever ends them. */
export function readLines(text: string): readonly Line[] {
  const lines = text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/).map((line, index) => {
    const visible = line.replace(invisible, '');
    return { number: index + 1, indent: indentOf(visible), text: collapseWhiteSpace(visible) };
  });
  const margin = lines.reduce(
    (least, { text: words, indent }) => (words === '' ? least : Math.min(least, indent)),
    Infinity,
  );
  return lines.map((line) => ({ ...line, indent: Math.max(0, line.indent - margin) }));
}

function indentOf(line: string): number {
  const lead = line.length - line.trimStart().length;
  let column = 0;
  for (let at = 0; at < lead; at += 1) {
    column += line.charAt(at) === '\t' ? tabStop - (column % tabStop) : 1;
  }
  return column;
}
