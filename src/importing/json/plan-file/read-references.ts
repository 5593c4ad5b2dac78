import type { ReferenceInput } from '../dossier-input.js';
import type { Origins } from '../origins.js';
import { inEnglish } from '../outside-text.js';
import { placed } from '../placed.js';
import { readItemNumber } from './deliverable-number.js';
import type { PlanFile } from './plan-file.js';

/** What commitments say of one another in their published updates. */
export function readReferences({ plan, crossReferences }: PlanFile, origins: Origins): ReferenceInput[] {
  return placed(crossReferences, ['crossReferences']).map(({ thing, path }) => {
    const { from, fromPeriod, fromItem, to, quote } = thing;
    const item = readItemNumber(fromItem ?? '');
    const facts: ReferenceInput = {
      from: `${plan.code}/${from}`,
      to: `${plan.code}/${to}`,
      kind: 'RELATED',
      state: 'CONFIRMED',
      quote: inEnglish(quote),
      deliverable: item === null ? undefined : `${plan.code}/${from}.${item.position}`,
      period: fromPeriod ?? undefined,
    };
    return origins.note(facts, path, { deliverable: ['fromItem'], period: ['fromPeriod'] });
  });
}
