import type { Node } from 'jsonc-parser';

/** The name of a property, as it is meant and not as it is escaped. */
export function nameOf(property: Node): string {
  return String(property.children?.[0]?.value);
}

/** The value of a property, if it has one; any other thing itself. */
export function contentOf(node: Node): Node {
  return node.type === 'property' ? (node.children?.[1] ?? node) : node;
}
