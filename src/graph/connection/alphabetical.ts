import sql, { type Sql } from 'sql-template-tag';
import type { OrderColumn } from './listing.js';

/**
 * Sorts a list by a text, by the rules of the alphabet: accents and case decide only between words that are otherwise
 * the same. The text must be bounded, since cursors hold it.
 * @param text the column or expression; `of` must give its value.
 */
export function alphabetical<Row>(text: Sql, of: (row: Row) => string | null): OrderColumn<Row> {
  return { sql: sql`${text} collate "und-x-icu"`, type: 'text', of: (row) => of(row) ?? '' };
}
