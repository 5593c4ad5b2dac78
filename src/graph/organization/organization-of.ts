import { Department } from '../../model/department.js';
import type { Organization } from '../../model/organization.js';
import { PartnerOrganization } from '../../model/partner-organization.js';
import type { Loading } from '../loading/loading.js';
import { byKey } from '../loading/rows.js';

/** The organization of a row that names either a department or a partner organization; the database sees to it. */
export async function organizationOf(
  loading: Loading,
  row: { readonly departmentKey: number | null; readonly partnerKey: number | null },
): Promise<Organization> {
  const organization =
    row.departmentKey === null
      ? await loading.one(byKey(PartnerOrganization), row.partnerKey ?? 0)
      : await loading.one(byKey(Department), row.departmentKey);
  if (organization === null) throw new Error('a row names an organization that does not exist');
  return organization;
}
