import type { JsonPath } from './json-path.js';

/** What a value holds at a path; undefined where there is nothing. */
export function valueAt(value: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>(
    (thing, step) => (isThing(thing) && Object.hasOwn(thing, step) ? thing[step] : undefined),
    value,
  );
}

function isThing(value: unknown): value is Readonly<Record<string | number, unknown>> {
  return typeof value === 'object' && value !== null;
}
