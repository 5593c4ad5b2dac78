import { type Marker, readMarker } from './list-marker.js';
import type { Block } from './page-block.js';
import type { Line } from './page-line.js';

/** In columns. Published pages indent a nested list by two; one column more or less is untidiness. */
const nestingStep = 2;
/** Items below this depth join the list at it; no page nests deeper than three. */
const deepest = 8;
/** Where a list's indentation does not say that it is nested, its markers do: bullets stand below numbers. */
const rank: Readonly<Record<Marker['kind'], number>> = { number: 0, letter: 1, bullet: 2 };

interface OpenParagraph {
  readonly kind: 'paragraph';
  text: string;
  readonly line: number;
}

interface OpenItem {
  readonly marker: Marker;
  readonly line: number;
  readonly blocks: OpenBlock[];
  readonly indent: number;
  holdsNumbers: boolean;
}

type OpenBlock = OpenParagraph | { readonly kind: 'list'; readonly items: OpenItem[] };

/**
 * Reads lines into paragraphs and nested lists. Lines without a blank line between them are one paragraph. An
 * indented paragraph after a list belongs to the deepest item that it is indented further than.
 */
export function readBlocks(lines: readonly Line[]): readonly Block[] {
  const reader = new BlockReader();
  for (const line of lines) reader.read(line);
  return reader.blocks;
}

class BlockReader {
  readonly #root: OpenBlock[] = [];
  /** The items that a following line may belong to, the deepest last. */
  readonly #open: OpenItem[] = [];
  /** The paragraph that a following line continues. */
  #paragraph: OpenParagraph | null = null;
  #afterBlank = false;

  get blocks(): readonly Block[] {
    return this.#root;
  }

  read(line: Line): void {
    if (line.text === '') {
      this.#afterBlank = true;
      return;
    }
    const found = readMarker(line.text);
    if (found === null) this.#readText(line);
    else this.#readItem(line, found.marker, found.rest);
    this.#afterBlank = false;
  }

  #readItem(line: Line, marker: Marker, rest: string): void {
    const blocks = this.#placeFor(marker, line.indent);
    const item: OpenItem = {
      marker,
      line: line.number,
      blocks: [],
      indent: line.indent,
      holdsNumbers: false,
    };
    const last = blocks.at(-1);
    if (last?.kind === 'list' && last.items[0]?.marker.kind === marker.kind) last.items.push(item);
    else blocks.push({ kind: 'list', items: [item] });
    const parent = this.#open.at(-1);
    if (parent !== undefined && marker.kind === 'number') parent.holdsNumbers = true;
    this.#open.push(item);
    this.#paragraph = null;
    if (rest !== '') this.#addParagraph(item.blocks, rest, line.number);
  }

  /** Closes the items that end before an item like this one, and says which blocks it joins. */
  #placeFor(marker: Marker, indent: number): OpenBlock[] {
    for (let top = this.#open.at(-1); top !== undefined; top = this.#open.at(-1)) {
      const step = indent - top.indent;
      const level = rank[marker.kind] - rank[top.marker.kind];
      const nests = step >= nestingStep ? !continues(top, marker) : step > -nestingStep && level > 0;
      if (nests && this.#open.length < deepest) return top.blocks;
      this.#open.pop();
      if (step > -nestingStep && level === 0) break;
    }
    return this.#open.at(-1)?.blocks ?? this.#root;
  }

  #readText(line: Line): void {
    const item = this.#open.at(-1);
    const outdented = item !== undefined && line.indent <= item.indent && this.#reaches(line.indent);
    if (this.#paragraph !== null && !this.#afterBlank && !outdented) {
      this.#paragraph.text += ` ${line.text}`;
      return;
    }
    if (this.#afterBlank || outdented) {
      while ((this.#open.at(-1)?.indent ?? -1) >= line.indent) this.#open.pop();
    }
    this.#addParagraph(this.#open.at(-1)?.blocks ?? this.#root, line.text, line.number);
  }

  /** Whether an open item begins to the left of this column. */
  #reaches(indent: number): boolean {
    const outermost = this.#open[0];
    return outermost !== undefined && outermost.indent < indent;
  }

  #addParagraph(blocks: OpenBlock[], text: string, line: number): void {
    this.#paragraph = { kind: 'paragraph', text, line };
    blocks.push(this.#paragraph);
  }
}

/** Whether the marker carries an item's own numbering on, although it is indented like a nested one. */
function continues(item: OpenItem, marker: Marker): boolean {
  if (item.holdsNumbers || item.marker.number === null || marker.number === null) return false;
  return marker.number === item.marker.number + 1;
}
