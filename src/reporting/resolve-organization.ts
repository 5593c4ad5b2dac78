import { departmentByAnyName } from '../graph/organization/find-department.js';
import { partnerByAnyName } from '../graph/organization/find-partner.js';
import type { Department } from '../model/department.js';
import type { PartnerOrganization } from '../model/partner-organization.js';
import type { Writing } from './writing.js';

/** The column that names an organization: one of the two. */
export interface OrganizationKeys {
  readonly departmentKey: number | null;
  readonly partnerKey: number | null;
}

/** Finds an organization by whatever it is known by; departments go before partners. */
export async function resolveOrganization(
  { loading }: Writing,
  name: string,
): Promise<OrganizationKeys | null> {
  const department = await loading.one(departmentByAnyName, name);
  if (department !== null) return { departmentKey: department.key, partnerKey: null };
  const partner: PartnerOrganization | null = await loading.one(partnerByAnyName, name);
  return partner === null ? null : { departmentKey: null, partnerKey: partner.key };
}

/** Finds a department by whatever it is known by. */
export function resolveDepartment({ loading }: Writing, name: string): Promise<Department | null> {
  return loading.one(departmentByAnyName, name);
}
