import sql, { type Sql } from 'sql-template-tag';
import { RequestError } from '../../errors.js';

/** Characters of a search text at the most; its first 16 words count. */
export const longestSearch = 300;

/** What can be found by search, as the search table calls it. */
export type SearchTable = 'COMMITMENT' | 'DELIVERABLE' | 'ACTIVITY' | 'DEPARTMENT' | 'PARTNER';

/**
 * Checks what a person typed to search for.
 * @throws RequestError BAD_USER_INPUT when it is empty, too long or no text.
 */
export function searchText(typed: string): string {
  const text = typed.trim();
  if (text === '' || text.length > longestSearch || text.includes('\u0000') || !text.isWellFormed()) {
    throw new RequestError(
      'BAD_USER_INPUT',
      `The text to search for must have 1 to ${longestSearch} characters, no null byte and no lone surrogate; it has ${text.length}.`,
    );
  }
  return text;
}

/** The ids of the things of one kind in which a text is found: a sub-select. */
export function idsMatching(kind: SearchTable, typed: string): Sql {
  return sql`(
    select entry.subject_id from search_query(${searchText(typed)}) query
      join search_entry entry on entry.words_en @@ query.en or entry.words_fr @@ query.fr
    where entry.kind = ${kind})`;
}
