import sql, { type Sql } from 'sql-template-tag';
import { Commitment } from '../../model/commitment.js';
import type { Listing } from '../connection/listing.js';
import type { GraphContext } from '../context.js';
import type { Loading } from '../loading/loading.js';
import { knownDepartment, knownPartner } from '../organization/known-organization.js';
import { checkPeriodKey, knownPlan } from '../plan/known-plan.js';
import { idsMatching } from '../search/matches.js';
import type { CommitmentFilter } from './commitment-filter.js';
import { type CommitmentOrder, orderCommitments } from './commitment-order.js';

/** The list of the commitments (alias `c`) that a filter lets through. */
export async function listCommitments(
  { loading, language }: GraphContext,
  filter: CommitmentFilter | null | undefined,
  orderBy: CommitmentOrder | null | undefined,
  within: readonly Sql[] = [],
): Promise<Listing<Commitment>> {
  return {
    entity: Commitment,
    from: sql`commitment c`,
    alias: 'c',
    where: [...within, ...(await conditions(loading, filter ?? {}))],
    ...orderCommitments(orderBy, language),
  };
}

async function conditions(loading: Loading, filter: CommitmentFilter): Promise<Sql[]> {
  const { plan, completion, notReported, ogpValues, period, hasReferences, text } = filter;
  const holds: Sql[] = [];
  if (plan != null) holds.push(sql`c.plan_id = ${(await knownPlan(loading, plan)).key}`);
  holds.push(...(await actorConditions(loading, filter)));
  if (completion != null) {
    holds.push(sql`exists (
      select from deliverable d join deliverable_status s on s.deliverable_id = d.id
      where d.commitment_id = c.id and s.completion = any (${completion}::text[]))`);
  }
  if (notReported != null) {
    const missing = sql`exists (
      select from leaf_deliverable d left join deliverable_status s on s.deliverable_id = d.id
      where d.commitment_id = c.id and s.completion is null)`;
    const some = sql`exists (select from leaf_deliverable d where d.commitment_id = c.id)`;
    holds.push(notReported ? missing : sql`${some} and not ${missing}`);
  }
  if (ogpValues != null) holds.push(sql`c.ogp_values && ${ogpValues}::text[]`);
  if (period != null) {
    await checkPeriodKey(loading, period);
    holds.push(sql`exists (
      select from status_report r join reporting_period p on p.id = r.period_id
      where r.commitment_id = c.id and r.state = 'PUBLISHED' and p.key = ${period})`);
  }
  if (hasReferences != null) {
    const refers = sql`exists (
      select from cross_reference r where c.id in (r.from_id, r.to_id) and r.state = 'CONFIRMED')`;
    holds.push(hasReferences ? refers : sql`not ${refers}`);
  }
  if (text != null) {
    holds.push(sql`(
      c.id in ${idsMatching('COMMITMENT', text)}
      or c.id in (select d.commitment_id from deliverable d where d.id in ${idsMatching('DELIVERABLE', text)}))`);
  }
  return holds;
}

async function actorConditions(loading: Loading, filter: CommitmentFilter): Promise<Sql[]> {
  const { department, partner, role } = filter;
  const parts: Sql[] = [];
  if (department != null) {
    parts.push(sql`a.department_id = ${(await knownDepartment(loading, department)).key}`);
  }
  if (partner != null) parts.push(sql`a.partner_id = ${(await knownPartner(loading, partner)).key}`);
  // Each organization has its own row, so two asked for need two rows.
  if (parts.length === 0 && role != null) parts.push(sql`true`);
  const inRole = role != null ? sql` and a.role = ${role}` : sql``;
  return parts.map(
    (part) => sql`exists (
      select from commitment_actor a
      where a.commitment_id = c.id and a.stated_by = 'PLAN' and a.ended_on is null and ${part}${inRole})`,
  );
}
