import type { Loading } from './loading.js';
import { byKey } from './rows.js';

/** The row that a foreign key names. */
export async function required<Thing extends { readonly key: number }>(
  loading: Loading,
  entity: new () => Thing,
  key: number,
): Promise<Thing> {
  const row = await loading.one(byKey(entity), key);
  if (row === null) throw new Error(`${entity.name} ${key} is named by a foreign key and does not exist`);
  return row;
}

/** The row that a foreign key names, if it names one. */
export async function optional<Thing extends { readonly key: number }>(
  loading: Loading,
  entity: new () => Thing,
  key: number | null,
): Promise<Thing | null> {
  return key === null ? null : required(loading, entity, key);
}
