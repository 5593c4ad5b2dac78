import { type FindOptionsOrder, type FindOptionsWhere, In } from 'typeorm';
import type { CodedNode } from '../../model/node.js';
import type { Batch, Loading } from './loading.js';

type Entity<Thing> = new () => Thing;

/** A row with a number of its own. */
export interface Numbered {
  readonly key: number;
}

const keyBatches = new Map<unknown, unknown>();
const codeBatches = new Map<unknown, unknown>();

/** Loads rows by their own number; null where there is none. */
export function byKey<Thing extends Numbered>(entity: Entity<Thing>): Batch<number, Thing | null> {
  return remembered(keyBatches, entity, async (loading, keys) => {
    const where = { key: In([...keys]) } as unknown as FindOptionsWhere<Thing>;
    const rows = await loading.database.findBy(entity, where);
    const found = new Map(rows.map((row) => [row.key, row]));
    return keys.map((key) => found.get(key) ?? null);
  });
}

/** Loads things by their codes; null where there is none. */
export function byCode<Thing extends CodedNode>(entity: Entity<Thing>): Batch<string, Thing | null> {
  return remembered(codeBatches, entity, async (loading, codes) => {
    const where = { code: In([...codes]) } as unknown as FindOptionsWhere<Thing>;
    const rows = keepRows(loading, entity, await loading.database.findBy(entity, where));
    const found = new Map(rows.map((row) => [row.code, row]));
    return codes.map((code) => found.get(code) ?? null);
  });
}

/** Makes a batch that loads the rows whose property names one of the keys, as one list a key. */
export function listBy<Thing extends Numbered>(
  entity: Entity<Thing>,
  property: keyof Thing & string,
  order: FindOptionsOrder<Thing>,
): Batch<number, readonly Thing[]> {
  return async (loading, keys) => {
    const where = { [property]: In([...keys]) } as unknown as FindOptionsWhere<Thing>;
    const rows = keepRows(loading, entity, await loading.database.find(entity, { where, order }));
    return grouped(keys, rows, (row) => row[property] as number);
  };
}

/** Remembers rows that were found in another way than by their number, so that nothing loads them again. */
export function keepRows<Thing extends Numbered>(
  loading: Loading,
  entity: Entity<Thing>,
  rows: readonly Thing[],
): readonly Thing[] {
  for (const row of rows) loading.keep(byKey(entity), row.key, row);
  return rows;
}

/** Sorts rows into one list a key, keeping their order. */
export function grouped<Key, Row>(
  keys: readonly Key[],
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): Row[][] {
  const lists = new Map<Key, Row[]>(keys.map((key) => [key, []]));
  for (const row of rows) lists.get(keyOf(row))?.push(row);
  return keys.map((key) => lists.get(key) ?? []);
}

/** A batch is known by its identity, so each entity must always get the same one. */
function remembered<Key, Value>(
  batches: Map<unknown, unknown>,
  entity: unknown,
  batch: Batch<Key, Value>,
): Batch<Key, Value> {
  const known = batches.get(entity) as Batch<Key, Value> | undefined;
  if (known) return known;
  batches.set(entity, batch);
  return batch;
}
