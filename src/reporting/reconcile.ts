import { isDeepStrictEqual } from 'node:util';
import type { EntityMetadata, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import type { Writing } from './writing.js';

/** What a thing should be; what is undefined stays as it is. Texts are `{ en, fr }`, each language by itself. */
export type Desired<Thing> = { readonly [Property in keyof Thing]?: unknown };

/** Rows inserted with one statement. */
const rowsAtOnce = 500;

/**
 * Brings stored things in line with what they should be: inserts those that are missing, updates the columns that
 * differ, and leaves everything else alone. Nothing is ever deleted.
 * @param things what they are called when counted, such as `commitments`.
 * @param existing the stored things that may be meant.
 * @param desired of several with the same identity the first one counts.
 * @param identity what makes a stored and a desired thing the same one.
 * @param onlyNew properties that count for new things only.
 * @returns the number of each thing, by identity.
 */
export async function reconcile<Thing extends ObjectLiteral & { readonly key: number }>(
  { database, outcome }: Writing,
  entity: new () => Thing,
  things: string,
  existing: readonly Thing[],
  desired: readonly Desired<Thing>[],
  identity: (thing: Desired<Thing>) => string,
  onlyNew: (thing: Desired<Thing>) => readonly (keyof Thing)[] = () => [],
): Promise<Map<string, number>> {
  const metadata = database.connection.getMetadata(entity);
  const stored = new Map(existing.map((thing) => [identity(thing), thing]));
  const keys = new Map(existing.map((thing) => [identity(thing), thing.key]));
  const missing: Desired<Thing>[] = [];
  const seen = new Set<string>();
  for (const thing of desired) {
    if (seen.has(identity(thing))) continue;
    seen.add(identity(thing));
    const found = stored.get(identity(thing));
    if (found === undefined) {
      missing.push(thing);
      continue;
    }
    const changes = differences(metadata, found, thing, onlyNew(thing));
    if (Object.keys(changes).length === 0) {
      outcome.count(things, { unchanged: 1 });
      continue;
    }
    await database.update(entity, found.key, changes as QueryDeepPartialEntity<Thing>);
    outcome.count(things, { amended: 1 });
  }
  for (let at = 0; at < missing.length; at += rowsAtOnce) {
    const rows = missing.slice(at, at + rowsAtOnce);
    const { identifiers } = await database.insert(entity, rows as QueryDeepPartialEntity<Thing>[]);
    rows.forEach((row, index) => {
      keys.set(identity(row), identifiers[index]?.['key'] as number);
    });
  }
  outcome.count(things, { created: missing.length });
  return keys;
}

/** The columns in which a thing differs from what it should be, in the shape of an update. */
function differences<Thing extends ObjectLiteral>(
  metadata: EntityMetadata,
  stored: Thing,
  desired: Desired<Thing>,
  ignored: readonly (keyof Thing)[],
): ObjectLiteral {
  const changes: ObjectLiteral = {};
  for (const column of metadata.nonVirtualColumns) {
    const [property = ''] = column.propertyPath.split('.');
    if (column.isPrimary || ignored.includes(property)) continue;
    const wanted: unknown = column.getEntityValue(desired as ObjectLiteral);
    // A language that is not given, or given as null, is not a wish to lose the stored one.
    if (wanted === undefined || (wanted === null && column.embeddedMetadata !== undefined)) continue;
    if (isDeepStrictEqual(plain(wanted), plain(column.getEntityValue(stored)))) continue;
    const path = column.propertyPath.split('.');
    const last = path.pop() ?? '';
    const target = path.reduce<ObjectLiteral>((at, part) => {
      at[part] ??= {};
      return at[part];
    }, changes);
    target[last] = wanted;
  }
  return changes;
}

/** As JSON stores it: without what is null or undefined inside. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value ?? null;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner != null)
      .map(([name, inner]) => [name, plain(inner)]),
  );
}
