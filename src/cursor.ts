import { quoted, RequestError } from './errors.js';

/** The values that place a row in an order, from the most to the least significant. */
export type Place = readonly (string | number)[];

/** What a value of a place may be. A `bigint` is one that JavaScript counts exactly: up to 2^53. */
export type PlaceType = 'int' | 'bigint' | 'text' | 'date';

/** Characters of a cursor at the most. One that holds 500 characters of a text, each written as an escape, fits. */
const longestCursor = 5_000;

/** Writes a place as an opaque cursor. `order` ties it to the order it was made in. */
export function writeCursor(order: string, place: Place): string {
  return Buffer.from(JSON.stringify([order, ...place])).toString('base64url');
}

/**
 * Reads a cursor back.
 * @param types what each value of the place must be.
 * @throws RequestError INVALID_CURSOR when it is malformed or was made in another order.
 */
export function readCursor(cursor: string, order: string, types: readonly PlaceType[]): Place {
  const [madeIn, ...place] = parse(cursor) ?? [];
  if (madeIn === undefined) {
    throw new RequestError(
      'INVALID_CURSOR',
      `${quoted(cursor)} is not a cursor of the hub; use one it gave.`,
    );
  }
  const fits = place.length === types.length && types.every((type, at) => isOf(type, place[at]));
  if (madeIn !== order || !fits) {
    throw new RequestError(
      'INVALID_CURSOR',
      `The cursor ${quoted(cursor)} belongs to another list or order; use one of this list, in this order.`,
    );
  }
  return place as Place;
}

function parse(cursor: string): unknown[] | null {
  if (cursor.length > longestCursor || !/^[\w-]+$/.test(cursor)) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) && typeof value[0] === 'string' ? value : null;
  } catch {
    return null;
  }
}

function isOf(type: PlaceType, value: unknown): boolean {
  if (type === 'bigint') return Number.isSafeInteger(value);
  if (type === 'int') return Number.isInteger(value) && Math.abs(value as number) <= 2_147_483_647;
  if (typeof value !== 'string' || value.includes('\u0000') || !value.isWellFormed()) return false;
  return type === 'text' || isDay(value);
}

/** Whether PostgreSQL knows this day: it has neither February 30 nor a year 0. */
function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || value.startsWith('0000')) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
