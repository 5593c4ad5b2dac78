import { In } from 'typeorm';
import { ActionPlan } from '../model/action-plan.js';
import { ReportingPeriod } from '../model/reporting-period.js';
import type { PlanFacts } from './dossier.js';
import { error } from './problem.js';
import { reconcile } from './reconcile.js';
import type { Writing } from './writing.js';

/** Saves plans with their reporting periods. Whether a stored period is open stays as it is. */
export async function savePlans(writing: Writing, facts: readonly PlanFacts[]): Promise<void> {
  const sound = facts.filter((plan, at) => hasSoundDates(writing, plan, `plans[${at}]`));
  const keys = await reconcile(
    writing,
    ActionPlan,
    'plans',
    await writing.database.findBy(ActionPlan, { code: In(sound.map(({ code }) => code)) }),
    sound.map(({ code, title, start, end, rules, reviewRequired, priorityAreas }) => ({
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
    sound.flatMap((plan) =>
      plan.periods.map((period) => ({
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

function hasSoundDates({ outcome }: Writing, plan: PlanFacts, column: string): boolean {
  const spans = [
    { column, ...plan },
    ...plan.periods.map((period, at) => ({ ...period, column: `${column}.periods[${at}]` })),
  ];
  const wrong = spans.filter(({ start, end }) => start > end);
  for (const span of wrong) {
    outcome.note(
      error(`"end" must not be before "start" (${span.start})`, {
        column: `${span.column}.end`,
        value: span.end,
      }),
    );
  }
  return wrong.length === 0;
}
