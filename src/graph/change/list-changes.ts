import sql, { type Sql } from 'sql-template-tag';
import { feedOrder } from '../../changes/feed-cursor.js';
import { Change } from '../../model/change.js';
import { Deliverable } from '../../model/deliverable.js';
import { knownCommitment } from '../commitment/known-commitment.js';
import type { Listing } from '../connection/listing.js';
import type { Loading } from '../loading/loading.js';
import { byCode } from '../loading/rows.js';
import { known, withoutType } from '../lookup.js';
import { knownDepartment, knownPartner } from '../organization/known-organization.js';
import { checkPeriodKey, knownPlan } from '../plan/known-plan.js';
import type { ChangeFilter } from './change-filter.js';

/** The list of the changes (alias `h`) that a filter lets through, oldest first. Its cursors are those of the feed. */
export async function listChanges(
  loading: Loading,
  filter: ChangeFilter | null | undefined,
  within: readonly Sql[] = [],
): Promise<Listing<Change>> {
  return {
    entity: Change,
    from: sql`change h`,
    alias: 'h',
    where: [...within, ...(await conditions(loading, filter ?? {}))],
    orderName: feedOrder,
    order: [{ sql: sql`h.id`, type: 'bigint', of: (row) => row.key }],
  };
}

async function conditions(loading: Loading, filter: ChangeFilter): Promise<Sql[]> {
  const { plan, commitment, deliverable, period, kinds, levels, direction, since, until } = filter;
  const holds = await organizationConditions(loading, filter);
  if (plan != null) holds.push(sql`h.plan_id = ${(await knownPlan(loading, plan)).key}`);
  if (commitment != null)
    holds.push(sql`h.commitment_id = ${(await knownCommitment(loading, commitment)).key}`);
  if (deliverable != null)
    holds.push(sql`h.deliverable_id = ${(await knownDeliverable(loading, deliverable)).key}`);
  if (period != null) {
    await checkPeriodKey(loading, period);
    holds.push(sql`h.period_id in (select id from reporting_period where key = ${period})`);
  }
  if (kinds != null) holds.push(sql`h.kind = any (${kinds}::text[])`);
  if (levels != null) holds.push(sql`h.to_level = any (${levels}::text[])`);
  if (direction != null) holds.push(sql`h.direction = ${direction}`);
  if (since != null) holds.push(sql`h.at >= ${since}::timestamptz`);
  if (until != null) holds.push(sql`h.at < ${until}::timestamptz`);
  return holds;
}

async function organizationConditions(
  loading: Loading,
  { department, partner, role }: ChangeFilter,
): Promise<Sql[]> {
  const holds: Sql[] = [];
  if (department != null) {
    const { key } = await knownDepartment(loading, department);
    holds.push(role == null ? sql`h.department_id = ${key}` : inRole(role, sql`a.department_id = ${key}`));
  }
  if (partner != null) {
    const { key } = await knownPartner(loading, partner);
    holds.push(role == null ? sql`h.partner_id = ${key}` : inRole(role, sql`a.partner_id = ${key}`));
  }
  return holds;
}

function inRole(role: string, own: Sql): Sql {
  return sql`h.commitment_id in (
    select a.commitment_id from commitment_actor a
    where ${own} and a.role = ${role} and a.stated_by = 'PLAN' and a.ended_on is null)`;
}

async function knownDeliverable(loading: Loading, code: string): Promise<Deliverable> {
  const deliverable = await loading.one(byCode(Deliverable), withoutType('Deliverable', code));
  return known(deliverable, 'deliverable', code, 'a code such as "ca-2016-2018/19.2"');
}
