import { getNodeValue, type Node } from 'jsonc-parser';
import type { Problem } from '../../../reporting/problem.js';
import { type JsonPath, writePath } from './json-path.js';
import type { JsonText } from './json-text.js';
import { contentOf, nameOf } from './property.js';

/** A JSON document that knows where each of its values stands. Of a name given twice the last counts. */
export class JsonFile {
  readonly #text: JsonText;
  readonly #root: Node;
  readonly #properties = new WeakMap<Node, ReadonlyMap<string, Node>>();

  constructor(text: JsonText, root: Node) {
    this.#text = text;
    this.#root = root;
  }

  /** The whole value, made anew each time: the caller may change it. Its objects have no prototype. */
  toValue(): unknown {
    return getNodeValue(this.#root);
  }

  /** Whether the document has a value there. */
  has(path: JsonPath): boolean {
    return this.#walk(path).steps === path.length;
  }

  /** As much of a path as the document has. */
  nearest(path: JsonPath): JsonPath {
    return path.slice(0, this.#walk(path).steps);
  }

  /** The line on which a value begins, with its name; of the nearest thing around it where there is none. */
  lineOf(path: JsonPath): number {
    return this.#text.lineAt(this.#walk(path).node.offset);
  }

  /** Line, path and value, as a problem names them; no value where there is none. */
  placeOf(path: JsonPath): Pick<Problem, 'line' | 'column' | 'value'> {
    const { node, steps } = this.#walk(path);
    return {
      line: this.#text.lineAt(node.offset),
      ...(path.length === 0 ? {} : { column: writePath(path) }),
      ...(steps === path.length ? { value: this.#text.shownOf(node) } : {}),
    };
  }

  /** Goes as far along a path as there are things. A name leads to a property, and on to what it holds. */
  #walk(path: JsonPath): { readonly node: Node; readonly steps: number } {
    let node = this.#root;
    for (const [steps, step] of path.entries()) {
      const next = this.#below(contentOf(node), step);
      if (next === undefined) return { node, steps };
      node = next;
    }
    return { node, steps: path.length };
  }

  #below(node: Node, step: string | number): Node | undefined {
    if (typeof step === 'number') return node.type === 'array' ? node.children?.[step] : undefined;
    return node.type === 'object' ? this.#propertiesOf(node).get(step) : undefined;
  }

  /** Kept, because to look through all properties for each of many problems takes too long. */
  #propertiesOf(object: Node): ReadonlyMap<string, Node> {
    const known = this.#properties.get(object);
    if (known !== undefined) return known;
    const properties = new Map((object.children ?? []).map((property) => [nameOf(property), property]));
    this.#properties.set(object, properties);
    return properties;
  }
}
