import type { Loading } from '../graph/loading/loading.js';
import { byCode } from '../graph/loading/rows.js';
import { withoutType } from '../graph/lookup.js';
import { departmentByStableCode } from '../graph/organization/find-department.js';
import type { Department } from '../model/department.js';
import { PartnerOrganization } from '../model/partner-organization.js';
import { error } from './problem.js';
import type { OrganizationKeys } from './resolve-organization.js';
import type { Writing } from './writing.js';

/** How an input names an organization; the description of such a field ends with it. */
export const organizationNames =
  'the code or GC OrgID of a department, or the code of a partner organization; where both have one code, the ' +
  'department, unless it is written `PartnerOrganization:code`';

/** Finds the department that is meant where an organization is named; null: it is no department. */
export async function departmentAmong(loading: Loading, given: string): Promise<Department | null> {
  return loading.one(departmentByStableCode, withoutType('Department', given));
}

/** Finds an organization by what never changes, or notes that there is none of that name. */
export async function findOrganization(
  { loading, outcome }: Writing,
  given: string,
  column: string,
): Promise<OrganizationKeys | null> {
  const department = await departmentAmong(loading, given);
  if (department !== null) return { departmentKey: department.key, partnerKey: null };
  const partner = await loading.one(byCode(PartnerOrganization), withoutType('PartnerOrganization', given));
  if (partner !== null) return { departmentKey: null, partnerKey: partner.key };
  outcome.note(
    error(
      {
        en: 'There is no such organization; accepted: the code or GC OrgID of a department, or the code of a partner.',
        fr: 'Cet organisme n’existe pas; donnez le code ou l’identifiant GC OrgID d’un ministère, ou le code d’un partenaire.',
      },
      { code: 'UNKNOWN', column, value: given },
    ),
  );
  return null;
}
