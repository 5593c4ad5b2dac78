import { readCursor, writeCursor } from '../cursor.js';

/** Ties cursors of the feed to it. */
const order = 'feed';

/** The cursor of a position in the feed: what `after` takes wherever changes are read or watched. */
export function feedCursor(position: number): string {
  return writeCursor(order, [position]);
}

/**
 * The position that a cursor of the feed stands for.
 * @throws RequestError INVALID_CURSOR when it is malformed or belongs to another list.
 */
export function feedPosition(cursor: string): number {
  const [position] = readCursor(cursor, order, ['bigint']);
  return Number(position);
}

/** Name of the feed's order, for lists that are paged by it. */
export const feedOrder = order;
