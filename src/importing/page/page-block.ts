import type { Marker } from './list-marker.js';

/** A paragraph or a list: what a section's text consists of. */
export type Block = Paragraph | List;

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly line: number;
}

/** Items that follow one another with markers of one kind. */
export interface List {
  readonly kind: 'list';
  readonly items: readonly Item[];
}

export interface Item {
  readonly marker: Marker;
  readonly line: number;
  readonly blocks: readonly Block[];
}

/** All words of the blocks in one line, without list markers. */
export function plainText(blocks: readonly Block[]): string {
  return blocks
    .map((block) =>
      block.kind === 'paragraph' ? block.text : block.items.map((item) => plainText(item.blocks)).join(' '),
    )
    .join(' ')
    .trim();
}

/** The line on which the blocks begin; null where there are none. */
export function firstLine(blocks: readonly Block[]): number | null {
  const first = blocks[0];
  if (first === undefined) return null;
  return first.kind === 'paragraph' ? first.line : (first.items[0]?.line ?? null);
}
