import sql from 'sql-template-tag';
import { In } from 'typeorm';
import { Department } from '../../model/department.js';
import { hydrate } from '../loading/hydrate.js';
import type { Batch } from '../loading/loading.js';
import { keepRows } from '../loading/rows.js';

/**
 * Finds departments by whatever people call them: code, GC OrgID, open-data slug, name or abbreviation in either
 * language, or an alias, without regard to case and accents. A code goes before an official name, that before an
 * alias, and an alias still in use before one that is not.
 */
export const departmentByAnyName: Batch<string, Department | null> = async (loading, names) => {
  const rows = await loading.query<{ asked: string }>(sql`
    with named as materialized (
      -- Once for each name, not once for each department.
      select asked, lower(asked) as code, name_key(asked) as key from unnest(${names}::text[]) asked
    )
    select named.asked, found.*
    from named
      cross join lateral (
        select d.*
        from department d
          cross join lateral (
            select d.gc_org_id::text = named.asked or d.open_gov_slug = named.code or named.key in (
              name_key(d.name_en), name_key(d.name_fr), name_key(d.abbreviation_en), name_key(d.abbreviation_fr)
            ) as matches
          ) official
          cross join lateral (
            select max(coalesce(a.valid_to, 'infinity')) as until
            from department_alias a
            where a.department_id = d.id and name_key(a.name) = named.key
          ) alias
        where d.code = named.code or official.matches or alias.until is not null
        order by d.code = named.code desc, official.matches is true desc, alias.until desc, d.id
        limit 1
      ) found`);
  const things = keepRows(loading, Department, hydrate(loading.database, Department, rows));
  const found = new Map(rows.map(({ asked }, at) => [asked, things[at]]));
  return names.map((name) => found.get(name) ?? null);
};

/**
 * Finds departments by what never changes: code or, where it is all digits, GC OrgID. Whoever writes names a department so; names and aliases
 * could be taken for another one's.
 */
export const departmentByStableCode: Batch<string, Department | null> = async (loading, codes) => {
  const isNumber = (code: string) => /^\d+$/.test(code);
  const numbers = codes.filter((code) => /^[1-9]\d{3}$/.test(code)).map(Number);
  const rows = await loading.database.findBy(Department, [
    { code: In(codes.filter((code) => !isNumber(code))) },
    { gcOrgId: In(numbers) },
  ]);
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const byNumber = new Map(rows.map((row) => [row.gcOrgId, row]));
  return codes.map((code) => (isNumber(code) ? byNumber.get(Number(code)) : byCode.get(code)) ?? null);
};
