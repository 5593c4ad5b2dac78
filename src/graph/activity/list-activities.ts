import sql, { type Sql } from 'sql-template-tag';
import { EngagementActivity } from '../../model/engagement-activity.js';
import { knownCommitment } from '../commitment/known-commitment.js';
import type { Listing } from '../connection/listing.js';
import type { Loading } from '../loading/loading.js';
import { knownDepartment, knownPartner } from '../organization/known-organization.js';
import { knownPlan } from '../plan/known-plan.js';
import { idsMatching } from '../search/matches.js';
import type { ActivityFilter } from './activity-filter.js';

/** Activities without dates come last. */
const undated = '0001-01-01';

/** The list of the engagement activities (alias `e`) that a filter lets through, the latest first. */
export async function listActivities(
  loading: Loading,
  filter: ActivityFilter | null | undefined,
  within: readonly Sql[] = [],
): Promise<Listing<EngagementActivity>> {
  return {
    entity: EngagementActivity,
    from: sql`engagement_activity e`,
    alias: 'e',
    where: [...within, ...(await conditions(loading, filter ?? {}))],
    orderName: 'date-',
    order: [
      {
        sql: sql`coalesce(e.end_date, e.start_date, '0001-01-01')`,
        type: 'date',
        of: (row) => row.end ?? row.start ?? undated,
      },
      { sql: sql`e.id`, type: 'int', of: (row) => row.key },
    ],
    descending: true,
  };
}

async function conditions(loading: Loading, filter: ActivityFilter): Promise<Sql[]> {
  const { kinds, formats, plan, commitment, department, partner, from, to, text, includeWithdrawn } = filter;
  const holds: Sql[] = includeWithdrawn ? [] : [sql`e.withdrawn_at is null`];
  if (kinds != null) holds.push(sql`e.kind = any (${kinds}::text[])`);
  if (formats != null) holds.push(sql`e.formats && ${formats}::text[]`);
  if (plan != null) {
    const { key } = await knownPlan(loading, plan);
    holds.push(sql`exists (
      select from activity_commitment t join commitment c on c.id = t.commitment_id
      where t.activity_id = e.id and c.plan_id = ${key})`);
  }
  if (commitment != null) {
    holds.push(touches(sql`${(await knownCommitment(loading, commitment)).key}`));
  }
  if (department != null) {
    holds.push(heldBy(sql`o.department_id = ${(await knownDepartment(loading, department)).key}`));
  }
  if (partner != null) {
    holds.push(heldBy(sql`o.partner_id = ${(await knownPartner(loading, partner)).key}`));
  }
  if (from != null) holds.push(sql`coalesce(e.end_date, e.start_date) >= ${from}::date`);
  if (to != null) holds.push(sql`coalesce(e.start_date, e.end_date) <= ${to}::date`);
  if (text != null) holds.push(sql`e.id in ${idsMatching('ACTIVITY', text)}`);
  return holds;
}

/** Activities that touch a commitment. */
export function touches(commitmentKey: Sql): Sql {
  return sql`exists (
    select from activity_commitment t where t.activity_id = e.id and t.commitment_id = ${commitmentKey})`;
}

/** Activities that an organization took part in; `own` says which, of alias `o`. */
export function heldBy(own: Sql): Sql {
  return sql`exists (select from activity_organization o where o.activity_id = e.id and ${own})`;
}
