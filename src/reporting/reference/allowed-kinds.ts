import { ReferenceKind } from '../../model/cross-reference.js';

/** The kinds that may go from one plan to another. */
export const betweenPlans: readonly string[] = [ReferenceKind.CONTINUES, ReferenceKind.SUPERSEDES];

/** Whether a reference of a kind may go from one commitment to another, both named by their codes. */
export function isAllowedBetween(from: string, to: string, kind: string): boolean {
  return from.split('/')[0] === to.split('/')[0] || betweenPlans.includes(kind);
}
