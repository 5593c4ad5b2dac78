import sql, { type Sql } from 'sql-template-tag';
import { Department } from '../../model/department.js';
import { PartnerOrganization } from '../../model/partner-organization.js';
import type { Listing } from '../connection/listing.js';
import type { GraphContext } from '../context.js';
import type { Loading } from '../loading/loading.js';
import { knownPlan } from '../plan/known-plan.js';
import { idsMatching } from '../search/matches.js';
import type { DepartmentFilter, PartnerFilter } from './organization-filter.js';
import { byName } from './organization-order.js';

/** The list of the departments (alias `d`) that a filter lets through. */
export async function listDepartments(
  { loading, language }: GraphContext,
  filter: DepartmentFilter | null | undefined,
): Promise<Listing<Department>> {
  const { text } = filter ?? {};
  return {
    entity: Department,
    from: sql`department d`,
    alias: 'd',
    where: [
      ...(await withAPart(loading, sql`a.department_id = d.id`, filter)),
      ...(text == null ? [] : [sql`d.id in ${idsMatching('DEPARTMENT', text)}`]),
    ],
    orderName: `departments-${language}`,
    order: byName(sql`d`, language),
  };
}

/** The list of the partner organizations (alias `p`) that a filter lets through. */
export async function listPartners(
  { loading, language }: GraphContext,
  filter: PartnerFilter | null | undefined,
): Promise<Listing<PartnerOrganization>> {
  const { text, kinds } = filter ?? {};
  return {
    entity: PartnerOrganization,
    from: sql`partner_organization p`,
    alias: 'p',
    where: [
      ...(await withAPart(loading, sql`a.partner_id = p.id`, filter)),
      ...(kinds == null ? [] : [sql`p.kind = any (${kinds}::text[])`]),
      ...(text == null ? [] : [sql`p.id in ${idsMatching('PARTNER', text)}`]),
    ],
    orderName: `partners-${language}`,
    order: byName(sql`p`, language),
  };
}

async function withAPart(
  loading: Loading,
  own: Sql,
  filter: DepartmentFilter | null | undefined,
): Promise<Sql[]> {
  const { plan, role } = filter ?? {};
  if (plan == null && role == null) return [];
  const inPlan = plan == null ? sql`` : sql` and c.plan_id = ${(await knownPlan(loading, plan)).key}`;
  const inRole = role == null ? sql`` : sql` and a.role = ${role}`;
  return [
    sql`exists (
      select from commitment_actor a join commitment c on c.id = a.commitment_id
      where ${own} and a.stated_by = 'PLAN' and a.ended_on is null${inRole}${inPlan})`,
  ];
}
