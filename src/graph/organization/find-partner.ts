import sql from 'sql-template-tag';
import { PartnerOrganization } from '../../model/partner-organization.js';
import { hydrate } from '../loading/hydrate.js';
import type { Batch } from '../loading/loading.js';

/**
 * Finds partner organizations by code, name in either language, alias, or identifier written `SCHEME:value`,
 * without regard to case and accents.
 */
export const partnerByAnyName: Batch<string, PartnerOrganization | null> = async (loading, names) => {
  const rows = await loading.query<{ asked: string }>(sql`
    select named.asked, found.*
    from unnest(${names}::text[]) named (asked)
      cross join lateral (
        select p.*
        from partner_organization p
        where p.code = lower(named.asked)
          or name_key(named.asked) in (name_key(p.name_en), name_key(p.name_fr))
          or exists (select from unnest(p.aliases) alias where name_key(alias) = name_key(named.asked))
          or exists (
            select from partner_identifier i
            where i.partner_id = p.id and lower(i.scheme || ':' || i.value) = lower(named.asked)
          )
        order by p.code = lower(named.asked) desc, p.id
        limit 1
      ) found`);
  const found = new Map(
    rows.map((row) => [row.asked, hydrate(loading.database, PartnerOrganization, [row])[0] ?? null]),
  );
  return names.map((name) => found.get(name) ?? null);
};
