import type { EntityManager } from 'typeorm';
import { ActionPlan } from '../../model/action-plan.js';
import { Commitment } from '../../model/commitment.js';
import { Deliverable } from '../../model/deliverable.js';
import { ReportingPeriod } from '../../model/reporting-period.js';
import { byNaturalOrder } from '../json/tracker-plan/natural-order.js';

/** What a tracker's codes mean within one plan. Its size is that of the plan, not that of the file. */
export interface PlanCodes {
  readonly plan: ActionPlan;
  /** By key, such as `2023-06`. */
  readonly periods: ReadonlyMap<string, ReportingPeriod>;
  /** By the tracker's code, such as `C05`. */
  readonly commitments: ReadonlyMap<string, Commitment>;
  /** By the tracker's code, such as `C05.2.01`. */
  readonly deliverables: ReadonlyMap<string, Deliverable>;
  /** The plan's own codes, for people. */
  readonly accepted: AcceptedCodes;
}

/** What a plan accepts, each in words such as `C05.1, C05.2 and 3 more`. */
export interface AcceptedCodes {
  readonly periods: string;
  readonly commitments: string;
  /** By the number of the commitment. */
  readonly milestones: ReadonlyMap<number, string>;
  /** By the number of the milestone. */
  readonly indicators: ReadonlyMap<number, string>;
}

/** Codes told of one by one at the most. */
const mostTold = 20;

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
    accepted: {
      periods: listed(periods.map(({ periodKey }) => periodKey)),
      commitments: listed(commitments.map(({ sourceCode }) => sourceCode)),
      milestones: listedBy(deliverables, ({ parentKey, commitmentKey }) =>
        parentKey === null ? commitmentKey : null,
      ),
      indicators: listedBy(deliverables, ({ parentKey }) => parentKey),
    },
  };
}

function listedBy(
  deliverables: readonly Deliverable[],
  aboveOf: (deliverable: Deliverable) => number | null,
): ReadonlyMap<number, string> {
  const below = new Map<number, (string | null)[]>();
  for (const deliverable of deliverables) {
    const above = aboveOf(deliverable);
    if (above === null) continue;
    const codes = below.get(above) ?? [];
    codes.push(deliverable.sourceCode);
    below.set(above, codes);
  }
  return new Map([...below].map(([above, codes]) => [above, listed(codes)]));
}

function listed(codes: readonly (string | null)[]): string {
  const sorted = codes.filter((code) => code !== null).sort(byNaturalOrder);
  if (sorted.length === 0) return 'none';
  const more = sorted.length > mostTold ? ` and ${sorted.length - mostTold} more` : '';
  return `${sorted.slice(0, mostTold).join(', ')}${more}`;
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
