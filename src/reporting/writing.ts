import type { EntityManager } from 'typeorm';
import { type Caller, operator } from '../access/caller.js';
import type { NewChange } from '../changes/new-change.js';
import { Loading } from '../graph/loading/loading.js';
import { Outcome } from './outcome.js';

/** One piece of writing: the transaction it happens in, who writes, what it looks up, and what it comes to. */
export class Writing {
  readonly outcome = new Outcome();
  /** Looks things up, remembering what it found. */
  readonly loading: Loading;
  readonly #changes: NewChange[] = [];
  readonly #touched = new Map<number, string | null>();

  /**
   * @param database the transaction.
   * @param caller who writes; default: the operator, at the command line.
   * @param usualReason why levels go down where nothing else is said; null: then none may. What the operator records
   *   was published elsewhere, often without a reason.
   */
  constructor(
    readonly database: EntityManager,
    readonly caller: Caller = operator,
    readonly usualReason: string | null = caller === operator ? 'The source gives no reason.' : null,
  ) {
    this.loading = new Loading(database);
  }

  /** Forgets what was looked up, since it was changed. */
  forget(): void {
    this.loading.forget();
  }

  /** Takes down a fact for the feed. It is appended when the writing is finished. */
  record(change: NewChange): void {
    this.#changes.push(change);
  }

  /**
   * Takes down deliverables whose current level may be another one now.
   * @param reason why it may be; null: nobody said.
   */
  touch(deliverableKeys: Iterable<number>, reason: string | null = null): void {
    for (const key of deliverableKeys) this.#touched.set(key, reason ?? this.#touched.get(key) ?? null);
  }

  /** What was taken down for the feed, in order. */
  get changes(): readonly NewChange[] {
    return this.#changes;
  }

  /** The numbers of the deliverables that were touched, and why. */
  get touched(): ReadonlyMap<number, string | null> {
    return this.#touched;
  }
}
