import type { NewChange } from '../changes/new-change.js';
import type { AlteredKinds } from './altered-kinds.js';
import type { WrittenRow } from './reconcile.js';
import type { Writing } from './writing.js';

/** What the feed says of a thing beside what became of it. */
export type ChangeOf = Omit<NewChange, 'kind' | 'fields'>;

/** Takes down for the feed what was written of things that are one row each. */
export function recordRows<Thing>(
  writing: Writing,
  { added, amended }: AlteredKinds,
  written: readonly WrittenRow<Thing>[],
  changeOf: (now: Thing) => ChangeOf,
): void {
  for (const { now, former, fields } of written) {
    writing.record({ ...changeOf(now), kind: former === null ? added : amended, fields });
  }
}

/**
 * What a writing did to things of one sort, by their numbers: which are new, and what about others is not what it was.
 * A thing that is rows of several tables comes to one change in the feed.
 */
export class Alterations {
  /** The amended fields; null: it is new. */
  readonly #things = new Map<number, Set<string> | null>();

  /** Takes down what was written of the things' own rows. */
  take(written: readonly Pick<WrittenRow<unknown>, 'key' | 'former' | 'fields'>[]): void {
    for (const { key, former, fields } of written) {
      if (former === null) this.#things.set(key, null);
      else this.amend(key, fields);
    }
  }

  /** Takes down that fields of a thing are not what they were. Of a new one that goes without saying. */
  amend(key: number, fields: Iterable<string>): void {
    const known = this.#things.get(key);
    if (known !== null) this.#things.set(key, new Set([...(known ?? []), ...fields]));
  }

  /** The things that are new or amended, in the order in which that was taken down. */
  get all(): readonly {
    readonly key: number;
    readonly isNew: boolean;
    readonly fields: readonly string[];
  }[] {
    return [...this.#things].map(([key, fields]) => ({
      key,
      isNew: fields === null,
      fields: [...(fields ?? [])],
    }));
  }

  /** Takes it all down for the feed. @param changeOf what else it says of the thing of a number. */
  record(writing: Writing, { added, amended }: AlteredKinds, changeOf: (key: number) => ChangeOf): void {
    for (const { key, isNew, fields } of this.all) {
      writing.record({ ...changeOf(key), kind: isNew ? added : amended, fields });
    }
  }
}
