import { writeCursor } from '../cursor.js';

/** Ties cursors of the feed to it. */
const order = 'feed';

/** The cursor of a position in the feed: what `after` takes wherever changes are read or watched. */
export function feedCursor(position: number): string {
  return writeCursor(order, [position]);
}

/** Name of the feed's order, for lists that are paged by it. */
export const feedOrder = order;
