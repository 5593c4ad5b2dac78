import type { JsonPath } from './document/json-path.js';
import { valueAt } from './document/value-at.js';

interface Origin {
  readonly path: JsonPath;
  readonly names: ReadonlyMap<string | number, JsonPath>;
}

/** Remembers from which thing of a file each thing of a dossier was made. */
export class Origins {
  readonly #origins = new WeakMap<object, Origin>();

  /**
   * Takes down where a thing comes from, and hands it back.
   * @param names where to look in the file, from that thing on, for what the dossier calls otherwise.
   */
  note<Thing extends object>(
    thing: Thing,
    path: JsonPath,
    names: Readonly<Record<string, JsonPath>> = {},
  ): Thing {
    this.#origins.set(thing, { path, names: new Map(Object.entries(names)) });
    return thing;
  }

  /** The path in the file for a path in the dossier. The file need not have anything there. */
  pathOf(dossier: unknown, path: JsonPath): JsonPath {
    let thing = dossier;
    let origin = this.#originOf(thing);
    let found = origin?.path ?? [];
    for (const step of path) {
      found = [...found, ...(origin?.names.get(step) ?? [step])];
      thing = valueAt(thing, [step]);
      origin = this.#originOf(thing);
      found = origin?.path ?? found;
    }
    return found;
  }

  #originOf(thing: unknown): Origin | undefined {
    return typeof thing === 'object' && thing !== null ? this.#origins.get(thing) : undefined;
  }
}
