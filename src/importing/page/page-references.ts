import sql from 'sql-template-tag';
import { IsNull, Not } from 'typeorm';
import { Commitment } from '../../model/commitment.js';
import type { ReferenceFacts } from '../../reporting/dossier.js';
import { findMentions, type Mention } from '../../reporting/find-mentions.js';
import { findNames } from '../../reporting/find-names.js';
import type { Writing } from '../../reporting/writing.js';
import { usualHeadings } from './page-heading.js';
import type { CommitmentPage } from './page-reading.js';

/** Names of organizations that lead other commitments of the plan, with the codes of those commitments. */
export type LeadingNames = ReadonlyMap<string, readonly string[]>;

/** What running text may call the commitments of one plan by. */
export interface PlanNames {
  /** Codes of commitments by their codes of the Open Government Partnership, such as `CA0061`. */
  readonly ogpCodes: ReadonlyMap<string, string>;
  readonly leads: LeadingNames;
}

/** A reference and where on the page its words stand. */
export interface PageReference {
  readonly facts: ReferenceFacts;
  readonly heading: string;
  readonly line: number | null;
}

/** The plan's commitments by their codes of the Open Government Partnership. */
export async function ogpCodesOf({ database }: Writing, plan: string): Promise<ReadonlyMap<string, string>> {
  const commitments = await database.findBy(Commitment, { plan: { code: plan }, ogpCode: Not(IsNull()) });
  return new Map(commitments.map(({ ogpCode, code }) => [ogpCode ?? '', code]));
}

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
      where a.role = 'LEAD' and a.stated_by = 'PLAN' and a.deliverable_id is null and a.ended_on is null
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
  names: PlanNames,
): PageReference[] {
  const from = `${plan}/${page.number}`;
  const passages = passagesOf(page, from);
  const refer = (
    { deliverable, heading, line }: Passage,
    to: string,
    state: 'CONFIRMED' | 'SUGGESTED',
    quote: string,
  ): PageReference => ({
    facts: { from, to, kind: 'RELATED', state, quote: { en: quote }, deliverable, period },
    heading,
    line,
  });
  const confirmed = passages.flatMap((passage) =>
    findMentions(passage.text).flatMap((mention) => {
      const to = target(mention, plan, names);
      return to === null || to === from ? [] : [refer(passage, to, 'CONFIRMED', mention.quote)];
    }),
  );
  const certain = new Set(confirmed.map(({ facts }) => facts.to));
  const suggested = passages.flatMap((passage) =>
    findNames(passage.text, [...names.leads.keys()]).flatMap(({ name, quote }) =>
      (names.leads.get(name) ?? [])
        .filter((to) => !certain.has(to))
        .map((to) => refer(passage, to, 'SUGGESTED', quote)),
    ),
  );
  return [...confirmed, ...suggested];
}

/** The commitment of this plan that is meant. What names one of another plan is no certain pointer to it. */
function target({ number, code, ogpCode }: Mention, plan: string, { ogpCodes }: PlanNames): string | null {
  if (number !== null) return `${plan}/${number}`;
  if (ogpCode !== null) return ogpCodes.get(ogpCode) ?? null;
  return code?.startsWith(`${plan}/`) ? code : null;
}

interface Passage extends Pick<PageReference, 'heading' | 'line'> {
  readonly text: string;
  /** Code of the deliverable it is about; null: it is about the whole commitment. */
  readonly deliverable: string | null;
}

function passagesOf(page: CommitmentPage, code: string): Passage[] {
  const perDeliverable = page.deliverables.flatMap(({ position, text }) =>
    (['results', 'nextSteps', 'deliverables'] as const).map((section) => ({
      text: section === 'deliverables' ? text : (page[section].get(position) ?? ''),
      deliverable: `${code}.${position}`,
      heading: usualHeadings[section],
      line: page.lines[section].get(position) ?? null,
    })),
  );
  const general = (['problem', 'description', 'contribution', 'expectedResult'] as const).map((section) => ({
    text: page[section] ?? '',
    deliverable: null,
    heading: usualHeadings[section],
    line: page.lines[section],
  }));
  return [...perDeliverable, ...general];
}
