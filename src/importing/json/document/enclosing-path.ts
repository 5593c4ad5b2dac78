import type { Node } from 'jsonc-parser';
import type { JsonPath } from './json-path.js';
import { contentOf, nameOf } from './property.js';

/** The path of the innermost thing that holds the character at an offset, in a tree that may have gaps. */
export function enclosingPath(root: Node, offset: number): JsonPath {
  const path: (string | number)[] = [];
  let node = root;
  for (;;) {
    const children = node.children ?? [];
    const place = lastNotAfter(children, offset);
    const child = children[place];
    if (child === undefined || !reaches(child, offset)) return path;
    path.push(child.type === 'property' ? nameOf(child) : place);
    const value = contentOf(child);
    if (value.type === 'property' || value.offset > offset) return path;
    node = value;
  }
}

function lastNotAfter(children: readonly Node[], offset: number): number {
  let first = 0;
  let last = children.length - 1;
  while (first < last) {
    const middle = Math.ceil((first + last) / 2);
    if ((children[middle]?.offset ?? 0) <= offset) first = middle;
    else last = middle - 1;
  }
  return first;
}

/** The length of a thing that is not closed is -1: it reaches to the end of what is around it. */
function reaches({ offset: start, length }: Node, offset: number): boolean {
  return start <= offset && (length < 0 || offset < start + length);
}
