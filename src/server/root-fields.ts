import { type DocumentNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';

/** How many fields a valid operation has at its root, those of fragments with them; each fragment is counted once. */
export function countRootFields(document: DocumentNode, operation: OperationDefinitionNode): number {
  const fragments = new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map(({ name, selectionSet }) => [name.value, selectionSet]),
  );
  const seen = new Set<SelectionSetNode>();
  const rest: SelectionSetNode[] = [operation.selectionSet];
  let fields = 0;
  for (let set = rest.pop(); set !== undefined; set = rest.pop()) {
    if (seen.has(set)) continue;
    seen.add(set);
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) fields += 1;
      else if (selection.kind === Kind.INLINE_FRAGMENT) rest.push(selection.selectionSet);
      else rest.push(...[fragments.get(selection.name.value) ?? []].flat());
    }
  }
  return fields;
}
