import type { Department } from '../../model/department.js';
import type { PartnerOrganization } from '../../model/partner-organization.js';
import type { Loading } from '../loading/loading.js';
import { known, withoutType } from '../lookup.js';
import { departmentByAnyName } from './find-department.js';
import { partnerByAnyName } from './find-partner.js';

/**
 * The department that an argument names by whatever it is known by, or by id.
 * @throws RequestError BAD_USER_INPUT when there is none.
 */
export async function knownDepartment(loading: Loading, code: string): Promise<Department> {
  const department = await loading.one(departmentByAnyName, withoutType('Department', code));
  return known(department, 'department', code, 'a code such as "tbs", a GC OrgID, a name or an alias');
}

/**
 * The partner organization that an argument names by whatever it is known by, or by id.
 * @throws RequestError BAD_USER_INPUT when there is none.
 */
export async function knownPartner(loading: Loading, code: string): Promise<PartnerOrganization> {
  const partner = await loading.one(partnerByAnyName, withoutType('PartnerOrganization', code));
  return known(
    partner,
    'partner organization',
    code,
    'a code such as "odx", a name, an alias or an identifier',
  );
}
