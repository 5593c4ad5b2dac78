import type { EntityManager } from 'typeorm';
import type { ActionPlan, ReportingRules } from '../../model/action-plan.js';
import type { ResolvedReport } from './resolved-report.js';

/** What must stay as it is while reports are checked and saved. */
export interface LockedReports {
  /** The periods of them that are closed, by number. */
  readonly closed: ReadonlySet<number>;
  /** What their plans ask of them, by number. */
  readonly plans: ReadonlyMap<number, Pick<ActionPlan, 'rules' | 'reviewRequired'>>;
}

/**
 * Makes whoever else reports on these commitments wait until the transaction ends, and keeps plans and periods as they
 * are: what is checked from here on still holds when it is saved. Locks are taken in one order, by table and number,
 * so that two who want several do not wait for each other.
 */
export async function lockReports(
  database: EntityManager,
  reports: readonly {
    readonly plan: Pick<ResolvedReport['plan'], 'key'>;
    readonly commitmentKey: number;
    readonly period: Pick<ResolvedReport['period'], 'key'>;
  }[],
): Promise<LockedReports> {
  const numbers = (of: (report: (typeof reports)[number]) => number) => [[...new Set(reports.map(of))]];
  const plans = await database.query<{ id: number; rules: ReportingRules; review_required: boolean }[]>(
    'select id, rules, review_required from action_plan where id = any ($1::int[]) order by id for share',
    numbers(({ plan }) => plan.key),
  );
  await database.query(
    'select from commitment where id = any ($1::int[]) order by id for no key update',
    numbers(({ commitmentKey }) => commitmentKey),
  );
  const periods = await database.query<{ id: number; is_open: boolean }[]>(
    'select id, is_open from reporting_period where id = any ($1::int[]) order by id for share',
    numbers(({ period }) => period.key),
  );
  return {
    closed: new Set(periods.filter(({ is_open }) => !is_open).map(({ id }) => id)),
    plans: new Map(
      plans.map(({ id, rules, review_required }) => [id, { rules, reviewRequired: review_required }]),
    ),
  };
}
