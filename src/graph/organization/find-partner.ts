import sql from 'sql-template-tag';
import { PartnerOrganization } from '../../model/partner-organization.js';
import { hydrate } from '../loading/hydrate.js';
import type { Batch } from '../loading/loading.js';
import { keepRows } from '../loading/rows.js';

/**
 * Finds partner organizations by code, name in either language, alias, or identifier written `SCHEME:value`,
 * without regard to case and accents. A code goes before a name, and that before what else it is called.
 */
export const partnerByAnyName: Batch<string, PartnerOrganization | null> = async (loading, names) => {
  const rows = await loading.query<{ asked: string }>(sql`
    with named as materialized (
      -- Once for each name, not once for each partner.
      select asked, lower(asked) as code, name_key(asked) as key from unnest(${names}::text[]) asked
    )
    select named.asked, found.*
    from named
      cross join lateral (
        select p.*
        from partner_organization p
          cross join lateral (
            select named.key in (name_key(p.name_en), name_key(p.name_fr)) as matches
          ) official
        where p.code = named.code
          or official.matches
          or exists (select from unnest(p.aliases) alias where name_key(alias) = named.key)
          or exists (
            select from partner_identifier i
            where i.partner_id = p.id and lower(i.scheme || ':' || i.value) = named.code
          )
        order by p.code = named.code desc, official.matches is true desc, p.id
        limit 1
      ) found`);
  const things = keepRows(loading, PartnerOrganization, hydrate(loading.database, PartnerOrganization, rows));
  const found = new Map(rows.map(({ asked }, at) => [asked, things[at]]));
  return names.map((name) => found.get(name) ?? null);
};
