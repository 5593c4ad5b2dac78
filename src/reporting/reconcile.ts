import { isDeepStrictEqual } from 'node:util';
import type { EntityMetadata, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import type { Writing } from './writing.js';

/** What a thing should be; what is undefined stays as it is. Texts are `{ en, fr }`, each language by itself. */
export type Desired<Thing> = { readonly [Property in keyof Thing]?: unknown };

/** Things to be brought in line, and what they are to be. */
export interface Reconciling<Thing> {
  /** What they are called when counted, such as `commitments`. */
  readonly things: string;
  /** The stored things that may be meant. */
  readonly existing: readonly Thing[];
  /** Of several with the same identity the first one counts. */
  readonly desired: readonly Desired<Thing>[];
  /** What makes a stored and a desired thing the same one. */
  readonly identity: (thing: Desired<Thing>) => string;
  /** Properties that count for new things only; default: none. */
  readonly onlyNew?: (thing: Desired<Thing>) => readonly (keyof Thing)[];
  /**
   * Whether a language that is null is to be taken away. Default: false, since a file that lacks a language is not a
   * wish to lose the stored one.
   */
  readonly takesAway?: boolean;
}

/** A row that was inserted or updated. */
export interface WrittenRow<Thing> {
  readonly key: number;
  /** What it is now. Columns that the database fills in are missing where it is new. */
  readonly now: Thing;
  /** What it was; null: it is new. */
  readonly former: Thing | null;
  /** What about it is not what it was, by its name in the graph; of a new one nothing. */
  readonly fields: readonly string[];
}

/** What became of things that were brought in line. */
export interface Reconciled<Thing> {
  /** The number of each thing, by identity. */
  readonly keys: ReadonlyMap<string, number>;
  /** Those that were not so already, as desired in order. */
  readonly written: readonly WrittenRow<Thing>[];
}

/** Rows inserted with one statement. */
const rowsAtOnce = 500;

/**
 * Brings stored things in line with what they should be: inserts those that are missing, updates the columns that
 * differ, and leaves everything else alone. Nothing is ever deleted.
 */
export async function reconcile<Thing extends ObjectLiteral & { readonly key: number }>(
  { database, outcome }: Writing,
  entity: new () => Thing,
  reconciling: Reconciling<Thing>,
): Promise<Reconciled<Thing>> {
  const { things, existing, desired, identity, onlyNew = () => [], takesAway = false } = reconciling;
  const metadata = database.connection.getMetadata(entity);
  const stored = new Map(existing.map((thing) => [identity(thing), thing]));
  const keys = new Map(existing.map((thing) => [identity(thing), thing.key]));
  const once = new Map<string, Desired<Thing>>();
  for (const thing of desired) if (!once.has(identity(thing))) once.set(identity(thing), thing);
  const missing: Desired<Thing>[] = [];
  const amended = new Map<Desired<Thing>, readonly string[]>();
  for (const [identified, thing] of once) {
    const found = stored.get(identified);
    if (found === undefined) {
      missing.push(thing);
      continue;
    }
    const changes = differences(metadata, found, thing, { ignored: onlyNew(thing), takesAway });
    if (Object.keys(changes).length === 0) {
      outcome.count(things, { unchanged: 1 });
      continue;
    }
    await database.update(entity, found.key, changes as QueryDeepPartialEntity<Thing>);
    outcome.count(things, { amended: 1 });
    amended.set(thing, Object.keys(changes).map(graphName));
  }
  for (let at = 0; at < missing.length; at += rowsAtOnce) {
    const rows = missing.slice(at, at + rowsAtOnce);
    const { identifiers } = await database.insert(entity, rows as QueryDeepPartialEntity<Thing>[]);
    rows.forEach((row, index) => {
      keys.set(identity(row), identifiers[index]?.['key'] as number);
    });
  }
  outcome.count(things, { created: missing.length });
  const added = new Set(missing);
  const written = [...once].flatMap(([identified, thing]) => {
    const fields = amended.get(thing);
    if (fields === undefined && !added.has(thing)) return [];
    const former = stored.get(identified) ?? null;
    const key = keys.get(identified) ?? 0;
    const said = Object.fromEntries(Object.entries(thing).filter(([, value]) => value !== undefined));
    return [{ key, now: { ...former, ...said, key } as Thing, former, fields: fields ?? [] }];
  });
  return { keys, written };
}

/** The graph has the thing itself where a row has its number. */
function graphName(property: string): string {
  return property.replace(/Key$/, '');
}

interface Comparison<Thing> {
  readonly ignored: readonly (keyof Thing)[];
  readonly takesAway: boolean;
}

/** The columns in which a thing differs from what it should be, in the shape of an update. */
function differences<Thing extends ObjectLiteral>(
  metadata: EntityMetadata,
  stored: Thing,
  desired: Desired<Thing>,
  { ignored, takesAway }: Comparison<Thing>,
): ObjectLiteral {
  const changes: ObjectLiteral = {};
  for (const column of metadata.nonVirtualColumns) {
    const [property = ''] = column.propertyPath.split('.');
    if (column.isPrimary || ignored.includes(property)) continue;
    const wanted: unknown = column.getEntityValue(desired as ObjectLiteral);
    const isNoWish = wanted === null && column.embeddedMetadata !== undefined && !takesAway;
    if (wanted === undefined || isNoWish) continue;
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
