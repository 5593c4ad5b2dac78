import { In } from 'typeorm';
import { ActionPlan } from '../../model/action-plan.js';
import { ReportingPeriod } from '../../model/reporting-period.js';
import { recordRows } from '../alterations.js';
import { alteredKinds } from '../altered-kinds.js';
import { distinct } from '../distinct.js';
import type { PlanFacts } from '../dossier.js';
import { reconcile } from '../reconcile.js';
import type { Writing } from '../writing.js';
import { recordPeriods } from './record-periods.js';

/** Saves plans with their reporting periods. Whether a stored period is open stays as it is. */
export async function savePlans(writing: Writing, facts: readonly PlanFacts[]): Promise<void> {
  const once = distinct(
    writing,
    'plan',
    facts.map((plan, at) => ({ ...plan, column: `plans[${at}]` })),
    ({ code }) => code,
    (at) => `plans[${at}].code`,
  );
  const { keys, written } = await reconcile(writing, ActionPlan, {
    things: 'plans',
    existing: await writing.database.findBy(ActionPlan, { code: In(once.map(({ code }) => code)) }),
    desired: once.map(({ code, title, start, end, rules, reviewRequired, priorityAreas }) => ({
      code,
      title,
      start,
      end,
      rules,
      reviewRequired,
      priorityAreas: priorityAreas.length === 0 ? undefined : priorityAreas,
    })),
    identity: (plan) => String(plan.code),
    // What a steward may have set since is not undone by importing the plan again.
    onlyNew: () => ['reviewRequired', 'priorityAreas'],
  });
  recordRows(writing, alteredKinds.plan, written, ({ key }) => ({ planKey: key }));
  const periods = await reconcile(writing, ReportingPeriod, {
    things: 'reporting periods',
    existing: await writing.database.findBy(ReportingPeriod, { planKey: In([...keys.values()]) }),
    desired: once.flatMap((plan) =>
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
    identity: (period) => String(period.code),
    onlyNew: () => ['isOpen'],
  });
  await recordPeriods(writing, periods.written);
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
