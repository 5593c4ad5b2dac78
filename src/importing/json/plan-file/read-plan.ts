import type { PlanInput } from '../dossier-input.js';
import type { Origins } from '../origins.js';
import { placed } from '../placed.js';
import { frenchLabels } from './period-keys.js';
import type { PlanFile } from './plan-file.js';

/** The plan itself, with its reporting periods. */
export function readPlan({ plan }: PlanFile, origins: Origins): PlanInput {
  const { code, title, start, end, priorityAreas, reportingPeriods } = plan;
  const facts: PlanInput = {
    code,
    title,
    start,
    end,
    rules: '2016',
    reviewRequired: false,
    priorityAreas: (priorityAreas ?? []).map((area) => ({ en: area })),
    periods: placed(reportingPeriods, ['plan', 'reportingPeriods']).map(({ thing, path }) => {
      const { key, label, start, end } = thing;
      const french = label.fr ?? frenchLabels.get(key);
      return origins.note({ key, label: { ...label, fr: french }, start, end, open: true }, path);
    }),
  };
  return origins.note(facts, ['plan'], { periods: ['reportingPeriods'] });
}
