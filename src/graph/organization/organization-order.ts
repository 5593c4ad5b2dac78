import sql, { type Sql } from 'sql-template-tag';
import { Language } from '../../model/language.js';
import type { Organization } from '../../model/organization.js';
import { inLanguage } from '../../model/text.js';
import type { OrderColumn } from '../connection/listing.js';

/** By name as the reader sees it, then by number. `alias` is the table's alias in the statement. */
export function byName(alias: Sql, language: Language): OrderColumn<Organization>[] {
  const name =
    language === Language.FR
      ? sql`coalesce(${alias}.name_fr, ${alias}.name_en)`
      : sql`coalesce(${alias}.name_en, ${alias}.name_fr)`;
  return [
    {
      sql: sql`${name} collate "und-x-icu"`,
      type: 'text',
      of: (row) => inLanguage(row.name, language) ?? '',
    },
    { sql: sql`${alias}.id`, type: 'int', of: (row) => row.key },
  ];
}
