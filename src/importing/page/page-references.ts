import sql from 'sql-template-tag';
import type { ReferenceFacts } from '../../reporting/dossier.js';
import { findMentions, type Mention } from '../../reporting/find-mentions.js';
import { findNames } from '../../reporting/find-names.js';
import type { Writing } from '../../reporting/writing.js';
import type { CommitmentPage } from './page-reading.js';

/** Names of organizations that lead other commitments of the plan, with the codes of those commitments. */
export type LeadingNames = ReadonlyMap<string, readonly string[]>;

/**
 * The names by which running text may mean the leads of other commitments of the same plan: official names, and
 * aliases of two words and more ("Finance" alone means too many things). The leads of this commitment are left
 * out, since their name on their own page points nowhere.
 */
export async function leadingNames(
  { loading }: Writing,
  code: string,
  leads: readonly string[],
): Promise<LeadingNames> {
  const rows = await loading.query<{ name: string; code: string }>(sql`
    with led as (
      select a.department_id, a.partner_id, c.code
      from commitment_actor a join commitment c on c.id = a.commitment_id
      where a.role = 'LEAD' and a.stated_by = 'PLAN' and a.deliverable_id is null
        and split_part(c.code, '/', 1) = split_part(${code}, '/', 1)
    ), named as (
      select d.id as department_id, null::int as partner_id, unnest(array[d.name_en, d.name_fr]) as name
      from department d
      union all
      select department_id, null, name from department_alias where name like '% %'
      union all
      select null, p.id, unnest(array[p.name_en, p.name_fr] || p.aliases) from partner_organization p
    ), own as (
      select department_id, partner_id from named
      where name_key(name) = any (select name_key(lead) from unnest(${leads}::text[]) lead)
      union select department_id, partner_id from led where code = ${code}
    )
    select distinct named.name, led.code
    from named join led
      on (named.department_id, named.partner_id) is not distinct from (led.department_id, led.partner_id)
    where named.name is not null and led.code <> ${code}
      and not exists (
        select from own
        where (own.department_id, own.partner_id) is not distinct from (led.department_id, led.partner_id)
      )
    order by name, code`);
  const names = new Map<string, string[]>();
  for (const row of rows) names.set(row.name, [...(names.get(row.name) ?? []), row.code]);
  return names;
}

/**
 * The references in a page's running text: certain ones where it names a commitment by number or code, suggestions
 * where it names an organization that leads another commitment, unless that one is referred to for certain.
 */
export function pageReferences(
  page: CommitmentPage,
  plan: string,
  period: string,
  names: LeadingNames,
): ReferenceFacts[] {
  const from = `${plan}/${page.number}`;
  const passages = passagesOf(page, from);
  const confirmed = passages.flatMap(({ text, deliverable }) =>
    findMentions(text)
      .map((mention) => ({ to: target(mention, plan), quote: mention.quote }))
      .filter(({ to }) => to !== null && to !== from)
      .map(({ to, quote }) => reference(from, to ?? '', 'CONFIRMED', quote, deliverable, period)),
  );
  const certain = new Set(confirmed.map(({ to }) => to));
  const suggested = passages.flatMap(({ text, deliverable }) =>
    findNames(text, [...names.keys()]).flatMap(({ name, quote }) =>
      (names.get(name) ?? [])
        .filter((to) => !certain.has(to))
        .map((to) => reference(from, to, 'SUGGESTED', quote, deliverable, period)),
    ),
  );
  return [...confirmed, ...suggested];
}

/** Codes of other plans and of the Open Government Partnership are no certain pointers within this plan. */
function target(mention: Mention, plan: string): string | null {
  if (mention.number !== null) return `${plan}/${mention.number}`;
  return mention.code?.startsWith(`${plan}/`) ? mention.code : null;
}

function reference(
  from: string,
  to: string,
  state: 'CONFIRMED' | 'SUGGESTED',
  quote: string,
  deliverable: string | null,
  period: string,
): ReferenceFacts {
  return { from, to, kind: 'RELATED', state, quote: { en: quote }, deliverable, period };
}

function passagesOf(page: CommitmentPage, code: string): { text: string; deliverable: string | null }[] {
  const general = [page.problem, page.description, page.contribution, page.expectedResult];
  const perDeliverable = page.deliverables.flatMap(({ position, text }) =>
    [page.results.get(position), page.nextSteps.get(position), text].map((passage) => ({
      text: passage ?? '',
      deliverable: `${code}.${position}`,
    })),
  );
  return [...perDeliverable, ...general.map((text) => ({ text: text ?? '', deliverable: null }))];
}
