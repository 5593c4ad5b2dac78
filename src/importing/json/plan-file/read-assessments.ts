import type { AssessmentInput } from '../dossier-input.js';
import type { Origins } from '../origins.js';
import { inEnglish } from '../outside-text.js';
import type { Placed } from '../placed.js';
import { endOfTerm, midTerm } from './period-keys.js';
import type { PlanFileCommitment } from './plan-file.js';
import { scheduleOf } from './schedule-summary.js';

/** What the government says of the schedule, and what the Independent Reporting Mechanism found. */
export function readAssessments(
  code: string,
  { thing, path }: Placed<PlanFileCommitment>,
  origins: Origins,
): AssessmentInput[] {
  const { midTermSchedule, endOfTermSummary, irm } = thing;
  const assessments: AssessmentInput[] = [];
  const add = (
    level: string | null | undefined,
    at: readonly string[],
    facts: Omit<AssessmentInput, 'commitment' | 'level'>,
  ) => {
    if (level == null) return;
    assessments.push(origins.note({ commitment: code, ...facts, level }, [...path, ...at]));
  };
  const schedule = { author: 'GOVERNMENT', scale: 'SCHEDULE' } as const;
  add(midTermSchedule, ['midTermSchedule'], { ...schedule, period: midTerm });
  add(scheduleOf(endOfTermSummary ?? ''), ['endOfTermSummary'], {
    ...schedule,
    period: endOfTerm,
    statement: inEnglish(endOfTermSummary),
  });
  add(irm?.earlyResults, ['irm', 'earlyResults'], { author: 'IRM', scale: 'IRM_EARLY_RESULTS' });
  add(irm?.ambition, ['irm', 'ambition'], { author: 'IRM', scale: 'IRM_AMBITION' });
  add(verifiability(irm?.verifiable), ['irm', 'verifiable'], { author: 'IRM', scale: 'IRM_VERIFIABLE' });
  return assessments;
}

function verifiability(verifiable: boolean | null | undefined): string | null {
  if (verifiable == null) return null;
  return verifiable ? 'VERIFIABLE' : 'NOT_VERIFIABLE';
}
