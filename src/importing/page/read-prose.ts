import { readMarker } from './list-marker.js';
import { type Block, firstLine } from './page-block.js';
import type { Piece } from './page-reading.js';
import type { Section } from './page-sections.js';
import { readBlocks } from './read-blocks.js';
import { toMarkdown } from './to-markdown.js';

const onlyDashes = /^[-–—]+$/;
const nothing = /^(?:none|nil|n\/?a|not applicable)\.?$/i;

/** Whether words say that there is nothing to say: "-", "None", "N/A". */
export function isNothing(text: string): boolean {
  return onlyDashes.test(text) || nothing.test(text);
}

/** Reads a section's text as Markdown. Blank, or only a dash: none. */
export function readProse(section: Section | undefined): Piece<string> {
  return piece(readBlocks(section?.lines ?? []));
}

function piece(blocks: readonly Block[]): Piece<string> {
  const text = toMarkdown(blocks);
  if (text === '' || onlyDashes.test(text)) return { value: null, line: null, problems: [] };
  return { value: text, line: firstLine(blocks), problems: [] };
}

/** Reads who else takes part. Lines stay apart, for each may be one of them. "None" and its like: none. */
export function readOtherActors(section: Section | undefined): Piece<string> {
  const written = section?.lines.filter((line) => line.text !== '') ?? [];
  const first = written[0];
  if (first === undefined || (written.length === 1 && isNothing(first.text))) {
    return { value: null, line: null, problems: [] };
  }
  if (written.some((line) => readMarker(line.text) !== null)) return readProse(section);
  return { value: written.map((line) => line.text).join('\n'), line: first.number, problems: [] };
}
