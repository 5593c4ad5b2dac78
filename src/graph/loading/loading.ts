import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';

/** Loads many things with one statement: answers one value a key, in the order of the keys. */
export type Batch<Key, Value> = (loading: Loading, keys: readonly Key[]) => Promise<readonly Value[]>;

/** Keys sent in one statement at the most; PostgreSQL plans longer lists badly. */
const mostKeys = 2_000;

/**
 * Everything one request loads. What is asked for in the same moment by the same {@link Batch} goes into one
 * statement, and nothing is loaded twice.
 */
export class Loading {
  readonly #loaders = new Map<unknown, DataLoader<unknown, unknown>>();
  readonly #named = new Map<string, unknown>();

  constructor(readonly database: EntityManager) {}

  /** The value of one key. Keys are numbers or strings; anything else needs a string made of it first. */
  one<Key extends number | string, Value>(batch: Batch<Key, Value>, key: Key): Promise<Value> {
    return this.#loader(batch).load(key);
  }

  /** The values of several keys, in their order. */
  many<Key extends number | string, Value>(
    batch: Batch<Key, Value>,
    keys: readonly Key[],
  ): Promise<readonly Value[]> {
    const loader = this.#loader(batch);
    return Promise.all(keys.map((key) => loader.load(key)));
  }

  /** Remembers a value that came along with another one. */
  keep<Key extends number | string, Value>(batch: Batch<Key, Value>, key: Key, value: Value): void {
    this.#loader(batch).prime(key, value);
  }

  /** A batch made for this request, such as one for certain arguments; the same one for the same name. */
  named<Key, Value>(name: string, make: () => Batch<Key, Value>): Batch<Key, Value> {
    const known = this.#named.get(name) as Batch<Key, Value> | undefined;
    if (known) return known;
    const batch = make();
    this.#named.set(name, batch);
    return batch;
  }

  /** Forgets everything that was loaded, since something was written. */
  forget(): void {
    this.#loaders.clear();
    this.#named.clear();
  }

  /** Runs one statement and answers its rows. */
  query<Row>(statement: { readonly text: string; readonly values: readonly unknown[] }): Promise<Row[]> {
    return this.database.query<Row[]>(statement.text, [...statement.values]);
  }

  #loader<Key, Value>(batch: Batch<Key, Value>): DataLoader<Key, Value> {
    const known = this.#loaders.get(batch) as DataLoader<Key, Value> | undefined;
    if (known) return known;
    const loader = new DataLoader<Key, Value>((keys) => batch(this, keys) as Promise<Value[]>, {
      maxBatchSize: mostKeys,
    });
    this.#loaders.set(batch, loader as DataLoader<unknown, unknown>);
    return loader;
  }
}
