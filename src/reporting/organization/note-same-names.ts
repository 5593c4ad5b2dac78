import type { Text } from '../../model/text.js';
import { error } from '../problem.js';
import type { Writing } from '../writing.js';

/** The tables of organizations. */
type OrganizationTable = 'department' | 'partner_organization';

/**
 * Notes names that another organization of the same sort has as its own, without regard to case and accents: neither
 * could be found by them.
 * @param ownKey the number of the organization itself; null: it is new.
 */
export async function noteSameNames(
  { database, outcome }: Writing,
  table: OrganizationTable,
  name: Text | undefined,
  ownKey: number | null,
): Promise<void> {
  const given = (['en', 'fr'] as const).filter((language) => name?.[language]);
  if (given.length === 0) return;
  const rows = await database.query<{ language: string; asked: string; code: string }[]>(
    `select distinct on (language) language, asked, o.code
    from unnest($1::text[], $2::text[]) given (language, asked)
      join ${table} o on name_key(asked) in (name_key(o.name_en), name_key(o.name_fr))
    where o.id is distinct from $3::int
    order by language, o.id`,
    [given, given.map((language) => name?.[language]), ownKey],
  );
  for (const { language, asked, code } of rows) {
    outcome.note(
      error(
        {
          en: `This is the name of "${code}"; two organizations of one name could not be told apart.`,
          fr: `C’est le nom de « ${code} »; on ne pourrait distinguer deux organismes du même nom.`,
        },
        { code: 'DUPLICATE', column: `name.${language}`, value: asked },
      ),
    );
  }
}
