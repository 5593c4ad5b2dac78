import { ActionPlan } from '../../model/action-plan.js';
import { ReportingPeriod } from '../../model/reporting-period.js';
import { findNamed, lockRow } from '../find-named.js';
import { noteTaken } from '../note-taken.js';
import { type Desired, reconcile } from '../reconcile.js';
import { InputCheck, longestName } from '../request/check-input.js';
import type { Writing } from '../writing.js';
import { lockCommitments } from './lock-commitments.js';
import type { AmendPeriodInput, CreatePeriodInput } from './period-input.js';
import { recordPeriods } from './record-periods.js';

/** Makes a reporting period of a plan. @returns its number. */
export async function createPeriod(writing: Writing, input: CreatePeriodInput): Promise<number> {
  const check = new InputCheck();
  const periodKey = check.code(input.key, 'key');
  const row = readPeriod(check, { ...input, isOpen: input.isOpen ?? true }, null);
  const plan = await findNamed(writing, ActionPlan, input.plan, 'plan');
  const code = `${plan?.code}/${periodKey}`;
  await noteTaken(writing, ReportingPeriod, code, 'key');
  writing.outcome.noteAll(check.problems);
  if (plan === null || writing.outcome.refused) return 0;
  return save(writing, null, { ...row, code, periodKey, planKey: plan.key });
}

/** Amends a reporting period, closes it or opens it. @returns its number. */
export async function amendPeriod(writing: Writing, input: AmendPeriodInput): Promise<number> {
  const check = new InputCheck();
  const found = await findNamed(writing, ReportingPeriod, input.period, 'period');
  const movesDates = input.start !== undefined || input.end !== undefined;
  // Levels are to be those of all reports: none may come in between. Reports are locked first by whoever writes them.
  if (found !== null && movesDates) await lockCommitments(writing.database, found.planKey);
  const period = found && (await lockRow(writing, ReportingPeriod, found.key));
  const row = readPeriod(check, input, period);
  const reason = check.reason(input.reason);
  writing.outcome.noteAll(check.problems);
  if (period === null || writing.outcome.refused) return 0;
  return save(writing, period, row, reason);
}

function readPeriod(
  check: InputCheck,
  input: Omit<AmendPeriodInput, 'period'>,
  stored: ReportingPeriod | null,
): Desired<ReportingPeriod> {
  const start = check.kept(input.start, 'start');
  const end = check.kept(input.end, 'end');
  check.order(start ?? stored?.start, end ?? stored?.end, end === undefined ? 'start' : 'end');
  return {
    label: check.requiredText(input.label, 'label', longestName, stored?.label),
    start,
    end,
    due: input.due,
    isOpen: check.kept(input.isOpen, 'isOpen'),
  };
}

async function save(
  writing: Writing,
  stored: ReportingPeriod | null,
  row: Desired<ReportingPeriod>,
  reason: string | null = null,
): Promise<number> {
  const { keys, written } = await reconcile(writing, ReportingPeriod, {
    things: 'reporting periods',
    existing: stored === null ? [] : [stored],
    desired: [row],
    identity: () => 'it',
    takesAway: true,
  });
  await recordPeriods(writing, written, reason);
  return keys.get('it') ?? 0;
}
