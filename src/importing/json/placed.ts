import type { JsonPath } from './document/json-path.js';

/** A thing of a file, and where it stands. */
export interface Placed<Thing> {
  readonly thing: Thing;
  readonly path: JsonPath;
}

/** The items of a list that stands at a path; none where there is no list. */
export function placed<Thing>(
  list: readonly Thing[] | null | undefined,
  path: JsonPath,
): readonly Placed<Thing>[] {
  return (list ?? []).map((thing, place) => ({ thing, path: [...path, place] }));
}
