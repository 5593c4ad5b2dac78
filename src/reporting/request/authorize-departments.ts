import { type Action, authorize } from '../../access/policy.js';
import type { GraphContext } from '../../graph/context.js';
import { withoutType } from '../../graph/lookup.js';
import { departmentByStableCode } from '../../graph/organization/find-department.js';

/**
 * Insists that the caller may do something for each of these departments. One that the hub does not know is nobody's:
 * there it is enough that the caller may do it for some department, and the input is refused for it later.
 * @throws RequestError UNAUTHENTICATED or FORBIDDEN
 */
export async function authorizeForDepartments(
  { caller, loading }: GraphContext,
  action: Action,
  named: readonly string[],
): Promise<void> {
  const departmentCodes = named.map((code) => withoutType('Department', code));
  const own = caller.departments.map(({ code }) => code);
  // Nobody learns what there is before it is known that they may do this at all.
  authorize(caller, action, caller.everyDepartment ? [...own, ...departmentCodes] : own);
  const departments = await loading.many(departmentByStableCode, departmentCodes);
  for (const department of departments) {
    if (department !== null) authorize(caller, action, [department.code]);
  }
}
