import sql from 'sql-template-tag';
import { Department } from '../../model/department.js';
import { hydrate } from '../loading/hydrate.js';
import type { Batch } from '../loading/loading.js';

/**
 * Finds departments by whatever people call them: code, GC OrgID, open-data slug, name or abbreviation in either
 * language, or an alias, without regard to case and accents. An official name goes before an alias.
 */
export const departmentByAnyName: Batch<string, Department | null> = async (loading, names) => {
  const rows = await loading.query<{ asked: string }>(sql`
    select named.asked, found.*
    from unnest(${names}::text[]) named (asked)
      cross join lateral (
        select d.*
        from department d
          left join lateral (
            select min(coalesce(a.valid_to, 'infinity')) as until
            from department_alias a
            where a.department_id = d.id and name_key(a.name) = name_key(named.asked)
          ) alias on true
        where d.code = lower(named.asked)
          or d.gc_org_id::text = named.asked
          or d.open_gov_slug = lower(named.asked)
          or name_key(named.asked) in (
            name_key(d.name_en), name_key(d.name_fr), name_key(d.abbreviation_en), name_key(d.abbreviation_fr)
          )
          or alias.until is not null
        order by d.code = lower(named.asked) desc, alias.until is null desc, alias.until desc, d.id
        limit 1
      ) found`);
  const found = new Map(
    rows.map((row) => [row.asked, hydrate(loading.database, Department, [row])[0] ?? null]),
  );
  return names.map((name) => found.get(name) ?? null);
};
