import { holdsAs } from '../../access/caller.js';
import { type Action, authorize } from '../../access/policy.js';
import { Role } from '../../access/role.js';
import type { GraphContext } from '../../graph/context.js';
import { byKey } from '../../graph/loading/rows.js';
import { involvedDepartments } from '../../graph/report/involved-departments.js';
import { Department } from '../../model/department.js';

/**
 * Insists that the caller may do something for a department that leads or supports a commitment, or part of it. Where
 * the hub does not know the commitment it is enough that they may do it for some department: the input is refused for
 * that later.
 * @returns the department that the caller acts for, by number; null: for none.
 * @throws RequestError UNAUTHENTICATED or FORBIDDEN
 */
export async function authorizeForCommitment(
  { caller, loading }: GraphContext,
  action: Action,
  commitmentKey: number | null,
): Promise<number | null> {
  // Nobody learns what there is before it is known that they may do this at all.
  authorize(
    caller,
    action,
    caller.departments.map(({ code }) => code),
  );
  if (commitmentKey === null) return null;
  const involved = await loading.one(involvedDepartments, commitmentKey);
  const departments = (
    await loading.many(
      byKey(Department),
      involved.map(({ departmentKey }) => departmentKey),
    )
  ).filter((department) => department !== null);
  authorize(
    caller,
    action,
    departments.map(({ code }) => code),
  );
  const own = departments.find(({ code }) => holdsAs(caller, Role.REPORTER, code));
  return own?.key ?? null;
}
