import type { Caller } from '../../access/caller.js';
import { type Action, permits } from '../../access/policy.js';

/** A department that no caller names: only whoever acts for every department acts for it too. */
const noneInParticular = '';

/**
 * Whether a caller may do something to what belongs to departments of these numbers. Takes no statement, since a caller
 * comes with the departments that they speak for.
 */
export function mayFor(caller: Caller, action: Action, departmentKeys: readonly number[]): boolean {
  if (departmentKeys.length === 0) return permits(caller, action, []);
  const own = caller.departments.filter(({ key }) => departmentKeys.includes(key)).map(({ code }) => code);
  return permits(caller, action, [...own, noneInParticular]);
}

/** Whether a caller may do something for any department at all; where not, nothing needs to be looked up. */
export function maySomewhere(caller: Caller, action: Action): boolean {
  return permits(caller, action, [...caller.departments.map(({ code }) => code), noneInParticular]);
}
