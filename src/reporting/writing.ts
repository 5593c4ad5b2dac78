import type { EntityManager } from 'typeorm';
import { Loading } from '../graph/loading/loading.js';
import { Outcome } from './outcome.js';

/** One piece of writing: the transaction it happens in, what it looks up, and what it comes to. */
export class Writing {
  readonly outcome = new Outcome();
  #loading: Loading;

  /** @param database the transaction. */
  constructor(readonly database: EntityManager) {
    this.#loading = new Loading(database);
  }

  /** Looks things up, remembering what it found. */
  get loading(): Loading {
    return this.#loading;
  }

  /** Forgets what was looked up, since it was changed. */
  forget(): void {
    this.#loading = new Loading(this.database);
  }
}
