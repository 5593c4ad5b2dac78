import sql, { type Sql } from 'sql-template-tag';
import { Language } from '../../model/language.js';
import type { Organization } from '../../model/organization.js';
import { inLanguage } from '../../model/text.js';
import { alphabetical } from '../connection/alphabetical.js';
import type { OrderColumn } from '../connection/listing.js';

/** Characters of a name that organizations are sorted by; names may be much longer. */
const sortedCharacters = 500;

/** By name as the reader sees it, then by number. `alias` is the table's alias in the statement. */
export function byName(alias: Sql, language: Language): OrderColumn<Organization>[] {
  const name =
    language === Language.FR
      ? sql`coalesce(${alias}.name_fr, ${alias}.name_en)`
      : sql`coalesce(${alias}.name_en, ${alias}.name_fr)`;
  return [
    alphabetical(sql`left(${name}, ${sortedCharacters})`, (row) => beginning(inLanguage(row.name, language))),
    { sql: sql`${alias}.id`, type: 'int', of: (row) => row.key },
  ];
}

/** Counts characters as PostgreSQL does: some take two of JavaScript's units. */
function beginning(name: string | null): string {
  return [...(name ?? '')].slice(0, sortedCharacters).join('');
}
