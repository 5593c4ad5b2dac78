import { error, type Problem, warning } from '../../reporting/problem.js';
import { firstLine } from './page-block.js';
import type { Section } from './page-sections.js';
import { readBlocks } from './read-blocks.js';
import { cutAtNumbers, dropRepeated, type PositionedPiece } from './read-positions.js';

/**
 * Reads a section whose numbered items belong to the deliverables at these positions. Where there is only one
 * deliverable, text that does not begin with a number is wholly its own.
 */
export function joinByPosition(section: Section | undefined, positions: readonly number[]): PositionedPiece {
  const blocks = readBlocks(section?.lines ?? []);
  const line = firstLine(blocks);
  if (section === undefined || line === null) return { items: [], problems: [] };

  const { before, items: numbered } = cutAtNumbers(blocks);
  const [only, second] = positions;
  if (only !== undefined && second === undefined && (numbered.length === 0 || before.length > 0)) {
    return { items: [{ position: only, line, blocks }], problems: [] };
  }

  const column = section.heading;
  const { items, problems: repeated } = dropRepeated(numbered, section);
  const problems: Problem[] = [...repeated];
  if (numbered.length === 0 && second !== undefined) {
    const message = `"${column}" must be a numbered list with one item for each deliverable.`;
    problems.push(error(message, { line, column }));
  } else if (numbered.length > 0 && before.length > 0) {
    const message = 'Text before the first number belongs to no deliverable and is not read.';
    problems.push(warning(message, { line, column }));
  }
  const known = new Set(positions);
  for (const item of items) {
    // Without a single deliverable, that is the problem to tell of, not every item again.
    if (known.size === 0 || known.has(item.position)) continue;
    const accepted = positions.length > 9 ? `${positions.length} deliverables` : positions.join(', ');
    const message = `There is no deliverable ${item.position} on the page; accepted: ${accepted}.`;
    problems.push(error(message, { line: item.line, column, value: String(item.position) }));
  }
  return { items: items.filter((item) => known.has(item.position)), problems };
}
