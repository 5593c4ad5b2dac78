import { permits } from '../../access/policy.js';
import type { Permission } from './viewer-can.js';

/** A permission that depends on the role alone: whoever has it may do it for any department. */
export function forAnyDepartment(description: string): Permission<object> {
  return { description, holds: (action, _thing, { caller }) => permits(caller, action, []) };
}
