import type { PlanFacts } from '../../../reporting/dossier.js';

const twoYears = /^(\d{4})-(\d{4})$/;
/** No plan before had a tracker. */
const firstTracker = 2018;

/** Whether a text names the first and the last year of a plan that has a tracker, such as "2022-2024". */
export function isPlanPeriod(period: string): boolean {
  const { first, last } = yearsOf(period);
  return twoYears.test(period) && first >= firstTracker && first <= last;
}

/** The first day of the first year and the last day of the last. */
export function spanOf(period: string): Pick<PlanFacts, 'start' | 'end'> {
  const { first, last } = yearsOf(period);
  return { start: `${first}-01-01`, end: `${last}-12-31` };
}

/** The rules for reports of a plan that begins in the first of two years. */
export function rulesOf(period: string): PlanFacts['rules'] {
  const { first } = yearsOf(period);
  if (first >= 2025) return '2025';
  return first >= 2022 ? '2022' : '2018';
}

function yearsOf(period: string): { readonly first: number; readonly last: number } {
  const [, first, last] = twoYears.exec(period) ?? [];
  return { first: Number(first), last: Number(last) };
}
