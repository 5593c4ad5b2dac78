import { error, type Problem, warning } from '../../reporting/problem.js';
import { type Block, firstLine, plainText } from './page-block.js';
import { usualHeadings } from './page-heading.js';
import type { Section } from './page-sections.js';
import { readBlocks } from './read-blocks.js';
import { cutAtNumbers, dropRepeated, type Positioned, type PositionedPiece } from './read-positions.js';

/** Reads what the action plan promises. Bullets count in their order; text without any list is one deliverable. */
export function readDeliverables(section: Section | undefined): PositionedPiece {
  const blocks = readBlocks(section?.lines ?? []);
  if (section === undefined || blocks.length === 0) {
    const message = 'The page must have at least one deliverable, as an item of a numbered list.';
    const column = section?.heading ?? usualHeadings.deliverables;
    return { items: [], problems: [error(message, { column, ...(section && { line: section.line }) })] };
  }
  const column = section.heading;
  const { before, items: numbered } = cutAtNumbers(blocks);
  const { items, problems: repeated } = dropRepeated(
    numbered.length > 0 ? numbered : inOrder(blocks),
    section,
  );

  const problems: Problem[] = [...repeated];
  if (numbered.length > 0 && before.length > 0) {
    const message = 'Text before the first numbered deliverable is not read.';
    problems.push(warning(message, { line: firstLine(before) ?? section.line, column }));
  }
  for (const { position, line, blocks: own } of items) {
    const place = { line, column, value: String(position) };
    if (position < 1) problems.push(error('The position of a deliverable must be 1 or more.', place));
    if (plainText(own) === '') problems.push(error(`Deliverable ${position} must have a text.`, place));
  }
  problems.push(...gaps(items, column));
  return { items, problems };
}

function inOrder(blocks: readonly Block[]): readonly Positioned[] {
  const first = blocks[0];
  if (blocks.length === 1 && first?.kind === 'list') {
    return first.items.map((item, index) => ({ position: index + 1, line: item.line, blocks: item.blocks }));
  }
  return [{ position: 1, line: firstLine(blocks) ?? 1, blocks }];
}

function* gaps(items: readonly Positioned[], column: string): Generator<Problem> {
  let expected = 1;
  for (const { position, line } of [...items].sort((a, b) => a.position - b.position)) {
    if (position > expected) {
      const missing = position - expected === 1 ? `${expected}` : `${expected} to ${position - 1}`;
      yield warning(`Nothing has the position ${missing}; a deliverable may be missing.`, { line, column });
    }
    expected = position + 1;
  }
}
