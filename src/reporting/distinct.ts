import { error } from './problem.js';
import type { Writing } from './writing.js';

/**
 * Those of the things whose name no earlier one has; the others are noted, for two in one file may say two things
 * and only one could be saved.
 * @param kind what one of them is called, such as `department`.
 * @param columnOf the column of a thing's name, by the thing's place in the list.
 */
export function distinct<Thing>(
  { outcome }: Writing,
  kind: string,
  things: readonly Thing[],
  nameOf: (thing: Thing) => string,
  columnOf: (at: number) => string,
): Thing[] {
  const firsts = new Map<string, number>();
  return things.filter((thing, at) => {
    const value = nameOf(thing);
    const first = firsts.get(value);
    if (first === undefined) {
      firsts.set(value, at);
      return true;
    }
    outcome.note(
      error(`Each ${kind} may stand once; ${columnOf(first)} has the same.`, { column: columnOf(at), value }),
    );
    return false;
  });
}
