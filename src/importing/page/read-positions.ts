import { error, type Problem } from '../../reporting/problem.js';
import type { Block, Item } from './page-block.js';
import type { Section } from './page-sections.js';

/** One numbered item of a section, which its number joins to a deliverable. */
export interface Positioned {
  readonly position: number;
  readonly line: number;
  readonly blocks: readonly Block[];
}

/** A section's items by position, and what is wrong with the section. */
export interface PositionedPiece {
  readonly items: readonly Positioned[];
  readonly problems: readonly Problem[];
}

/** Blocks cut at their outermost numbers. */
export interface CutAtNumbers {
  /** What stands before the first number. */
  readonly before: readonly Block[];
  /** Each with what stands below it, even where that is no longer indented. */
  readonly items: readonly Positioned[];
}

/** Cuts a section's blocks at their outermost numbers. */
export function cutAtNumbers(blocks: readonly Block[]): CutAtNumbers {
  const before: Block[] = [];
  const items: { readonly position: number; readonly line: number; readonly blocks: Block[] }[] = [];
  for (const block of blocks) {
    const numbered = block.kind === 'list' ? block.items.filter(isNumbered) : [];
    if (numbered.length === 0) (items.at(-1)?.blocks ?? before).push(block);
    for (const { marker, line, blocks: own } of numbered) {
      items.push({ position: marker.number, line, blocks: [...own] });
    }
  }
  return { before, items };
}

function isNumbered(item: Item): item is Item & { readonly marker: { readonly number: number } } {
  return item.marker.number !== null;
}

/** Drops every item whose position was there before, and tells of it. */
export function dropRepeated(items: readonly Positioned[], section: Section): PositionedPiece {
  const first = new Map<number, Positioned>();
  const problems: Problem[] = [];
  for (const item of items) {
    const earlier = first.get(item.position);
    if (earlier === undefined) {
      first.set(item.position, item);
      continue;
    }
    const message =
      `Each position must stand once under "${section.heading}"; ` +
      `${item.position} stands on line ${earlier.line} already.`;
    problems.push(error(message, { line: item.line, column: section.heading, value: String(item.position) }));
  }
  return { items: [...first.values()], problems };
}
