import type { Block, Item } from './page-block.js';

/**
 * The blocks as Markdown: a blank line between paragraphs, a list indented by two columns right below its
 * paragraph, an item's further paragraphs and lists indented to the item's text. Numbers stay as written;
 * letters become numbers, for Markdown has no lettered lists.
 */
export function toMarkdown(blocks: readonly Block[]): string {
  return render(blocks, '', '  ');
}

/** Lists stand at `listMargin`, except one that comes first: nothing is there for it to stand below. */
function render(blocks: readonly Block[], margin: string, listMargin: string): string {
  return blocks
    .map((block, index) => {
      if (block.kind === 'paragraph') return index === 0 ? block.text : `\n\n${margin}${block.text}`;
      const list = renderList(block.items, index === 0 ? margin : listMargin);
      if (index === 0) return list;
      // Right after a paragraph, Markdown takes "2." for words: only a list from 1 may interrupt it.
      const first = block.items[0]?.marker.number ?? 1;
      return `${first === 1 ? '\n' : '\n\n'}${list}`;
    })
    .join('');
}

function renderList(items: readonly Item[], margin: string): string {
  return items.map((item, index) => renderItem(item, index, margin)).join('\n');
}

function renderItem({ marker, blocks }: Item, index: number, margin: string): string {
  const sign = marker.kind === 'bullet' ? '-' : `${marker.number ?? index + 1}.`;
  const inner = margin + ' '.repeat(sign.length + 1);
  const body = render(blocks, inner, inner);
  if (body === '') return margin + sign;
  return blocks[0]?.kind === 'list' ? `${margin}${sign}\n${body}` : `${margin}${sign} ${body}`;
}
