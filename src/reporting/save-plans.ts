import { In } from 'typeorm';
import { ActionPlan } from '../model/action-plan.js';
import { ReportingPeriod } from '../model/reporting-period.js';
import { distinct } from './distinct.js';
import type { PlanFacts } from './dossier.js';
import { reconcile } from './reconcile.js';
import type { Writing } from './writing.js';

/** Saves plans with their reporting periods. Whether a stored period is open stays as it is. */
export async function savePlans(writing: Writing, facts: readonly PlanFacts[]): Promise<void> {
  const once = distinct(
    writing,
    'plan',
    facts.map((plan, at) => ({ ...plan, column: `plans[${at}]` })),
    ({ code }) => code,
    (at) => `plans[${at}].code`,
  );
  const keys = await reconcile(
    writing,
    ActionPlan,
    'plans',
    await writing.database.findBy(ActionPlan, { code: In(once.map(({ code }) => code)) }),
    once.map(({ code, title, start, end, rules, reviewRequired, priorityAreas }) => ({
      code,
      title,
      start,
      end,
      rules,
      reviewRequired,
      priorityAreas: priorityAreas.length === 0 ? undefined : priorityAreas,
    })),
    (plan) => String(plan.code),
    // What a steward may have set since is not undone by importing the plan again.
    () => ['reviewRequired', 'priorityAreas'],
  );
  await reconcile(
    writing,
    ReportingPeriod,
    'reporting periods',
    await writing.database.findBy(ReportingPeriod, { planKey: In([...keys.values()]) }),
    once.flatMap((plan) =>
      periodsOf(writing, plan).map((period) => ({
        code: `${plan.code}/${period.key}`,
        planKey: keys.get(plan.code),
        periodKey: period.key,
        label: period.label,
        start: period.start,
        end: period.end,
        due: period.due ?? undefined,
        isOpen: period.open,
      })),
    ),
    (period) => String(period.code),
    () => ['isOpen'],
  );
  writing.forget();
}

function periodsOf(writing: Writing, { periods, column }: PlanFacts & { readonly column: string }) {
  return distinct(
    writing,
    'reporting period',
    periods,
    ({ key }) => key,
    (at) => `${column}.periods[${at}].key`,
  );
}
