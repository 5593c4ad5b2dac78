import { type Action, permits } from '../../access/policy.js';
import type { Commitment } from '../../model/commitment.js';
import type { GraphContext } from '../context.js';
import { type InvolvedDepartment, involvedDepartments } from '../report/involved-departments.js';
import { hasOpenPeriod } from '../report/open-periods.js';
import { mayFor, maySomewhere } from './caller-may.js';

/** Whether a caller may do something for a department that leads or supports a commitment, or part of it. */
export async function mayAsInvolved(
  action: Action,
  commitmentKey: number,
  { caller, loading }: GraphContext,
): Promise<boolean> {
  if (permits(caller, action, [])) return true;
  if (!maySomewhere(caller, action)) return false;
  const involved = await loading.one(involvedDepartments, commitmentKey);
  return mayFor(
    caller,
    action,
    involved.map(({ departmentKey }) => departmentKey),
  );
}

/**
 * Whether a caller may write reports on a commitment for some period of its plan.
 * @param suits whether a department with such a part in it will do.
 */
export async function mayReport(
  action: Action,
  { key, planKey }: Commitment,
  { caller, loading }: GraphContext,
  suits: (involved: InvolvedDepartment) => boolean,
): Promise<boolean> {
  if (!maySomewhere(caller, action)) return false;
  const [isOpen, involved] = await Promise.all([
    loading.one(hasOpenPeriod, planKey),
    loading.one(involvedDepartments, key),
  ]);
  return isOpen && involved.some((one) => suits(one) && mayFor(caller, action, [one.departmentKey]));
}
