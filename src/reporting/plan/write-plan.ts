import { ActionPlan } from '../../model/action-plan.js';
import { alteredKinds } from '../altered-kinds.js';
import { findToAmend } from '../find-named.js';
import { noteTaken } from '../note-taken.js';
import type { Desired } from '../reconcile.js';
import { InputCheck, longestName, longestTitle } from '../request/check-input.js';
import { type RowWriting, writeRow } from '../write-row.js';
import type { Writing } from '../writing.js';
import type { AmendPlanInput, CreatePlanInput } from './plan-input.js';

/** Makes a plan. @returns its number. */
export async function createPlan(writing: Writing, input: CreatePlanInput): Promise<number> {
  const check = new InputCheck();
  const code = check.code(input.code, 'code');
  const row = { ...readPlan(check, { ...input, reviewRequired: input.reviewRequired ?? false }, null), code };
  await noteTaken(writing, ActionPlan, code, 'code');
  writing.outcome.noteAll(check.problems);
  if (writing.outcome.refused) return 0;
  const made = await writeRow(writing, ActionPlan, null, row, asPlan(null));
  return made?.key ?? 0;
}

/** Amends a plan. @returns its number. */
export async function amendPlan(writing: Writing, input: AmendPlanInput): Promise<number> {
  const check = new InputCheck();
  const plan = await findToAmend(writing, ActionPlan, input.plan, 'plan');
  const row = readPlan(check, input, plan);
  const reason = check.reason(input.reason);
  writing.outcome.noteAll(check.problems);
  if (plan === null || writing.outcome.refused) return 0;
  await writeRow(writing, ActionPlan, plan, row, asPlan(reason));
  return plan.key;
}

function readPlan(
  check: InputCheck,
  input: Omit<AmendPlanInput, 'plan'>,
  stored: ActionPlan | null,
): Desired<ActionPlan> {
  const start = check.kept(input.start, 'start');
  const end = check.kept(input.end, 'end');
  check.order(start ?? stored?.start, end ?? stored?.end, end === undefined ? 'start' : 'end');
  return {
    title: check.requiredText(input.title, 'title', longestTitle, stored?.title),
    start,
    end,
    rules: check.kept(input.rules, 'rules'),
    reviewRequired: check.kept(input.reviewRequired, 'reviewRequired'),
    priorityAreas: check.texts(input.priorityAreas, 'priorityAreas', longestName),
  };
}

function asPlan(reason: string | null): RowWriting<ActionPlan> {
  return { things: 'plans', kinds: alteredKinds.plan, changeOf: ({ key }) => ({ planKey: key, reason }) };
}
