import type { Node } from 'jsonc-parser';
import { error, type Problem } from '../../../reporting/problem.js';
import { type JsonPath, writePath } from './json-path.js';
import type { JsonText } from './json-text.js';
import { contentOf, nameOf } from './property.js';

/** Tells of names that an object has more than once: JSON does not say which of them counts. */
export function* repeatedNames(node: Node, text: JsonText, path: JsonPath = []): Generator<Problem> {
  const firsts = new Map<string, Node>();
  for (const [place, child] of (node.children ?? []).entries()) {
    const below = [...path, node.type === 'object' ? nameOf(child) : place];
    if (node.type === 'object') {
      const first = firsts.get(nameOf(child)) ?? child;
      firsts.set(nameOf(child), first);
      if (first !== child) {
        const since = text.lineAt(first.offset);
        yield error(`This name stands in the object already, on line ${since}; expected each name once.`, {
          line: text.lineAt(child.offset),
          column: writePath(below),
          value: text.shownOf(child),
        });
      }
    }
    const content = contentOf(child);
    if (content.children !== undefined) yield* repeatedNames(content, text, below);
  }
}
