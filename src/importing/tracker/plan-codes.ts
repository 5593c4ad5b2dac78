import type { EntityManager } from 'typeorm';
import { ActionPlan } from '../../model/action-plan.js';
import { Commitment } from '../../model/commitment.js';
import { Deliverable } from '../../model/deliverable.js';
import { ReportingPeriod } from '../../model/reporting-period.js';

/** What a tracker's codes mean within one plan. Its size is that of the plan, not that of the file. */
export interface PlanCodes {
  readonly plan: ActionPlan;
  /** By key, such as `2023-06`. */
  readonly periods: ReadonlyMap<string, ReportingPeriod>;
  /** By the tracker's code, such as `C05`. */
  readonly commitments: ReadonlyMap<string, Commitment>;
  /** By the tracker's code, such as `C05.2.01`. */
  readonly deliverables: ReadonlyMap<string, Deliverable>;
}

/** Reads the codes of a plan. */
export async function readPlanCodes(database: EntityManager, plan: ActionPlan): Promise<PlanCodes> {
  const [periods, commitments, deliverables] = [
    await database.findBy(ReportingPeriod, { planKey: plan.key }),
    await database.findBy(Commitment, { planKey: plan.key }),
    await database.findBy(Deliverable, { commitment: { planKey: plan.key } }),
  ];
  return {
    plan,
    periods: new Map(periods.map((period) => [period.periodKey, period])),
    commitments: new Map(commitments.map((one) => [one.sourceCode ?? '', one])),
    deliverables: new Map(deliverables.map((one) => [one.sourceCode ?? '', one])),
  };
}

/** The plans that have a reporting period of this key, and tracker codes. */
export function plansWithPeriod(database: EntityManager, key: string): Promise<ActionPlan[]> {
  return database
    .createQueryBuilder(ActionPlan, 'plan')
    .where(
      `exists (select from reporting_period p where p.plan_id = plan.id and p.key = :key)
       and exists (select from commitment c where c.plan_id = plan.id and c.source_code is not null)`,
      { key },
    )
    .orderBy('plan.code')
    .getMany();
}
