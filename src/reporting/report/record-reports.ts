import { In, type QueryDeepPartialEntity } from 'typeorm';
import { operator } from '../../access/caller.js';
import { ChangeKind } from '../../model/change-kind.js';
import { ReportState, StatusReport } from '../../model/status-report.js';
import { today } from '../today.js';
import type { Writing } from '../writing.js';
import { insertEntries } from './insert-entries.js';
import type { PreparedReport } from './prepare-reports.js';
import type { ReportAim } from './resolved-report.js';

/**
 * Records prepared and sound reports: each as the next version, or, where nothing differs, as the one that stands. The
 * number of statements does not grow with that of the reports. What is published goes to the feed.
 * @returns the numbers of the reports, in their order.
 */
export async function recordReports(
  writing: Writing,
  prepared: readonly PreparedReport[],
  aim: ReportAim,
): Promise<number[]> {
  const steps = prepared.map((one) => ({ one, step: stepOf(one, aim) }));
  await supersede(
    writing,
    steps.flatMap(({ one, step }) => replacedBy(one, step, aim)),
  );
  await moveOn(
    writing,
    steps.flatMap(({ one, step }) => (step === 'move' ? (one.open ?? []) : [])),
    aim,
  );
  const added = await addVersions(
    writing,
    steps.filter(({ step }) => step === 'add').map(({ one }) => one),
    aim,
  );
  const keys = steps.map(({ one, step }) =>
    step === 'add' ? (added.get(one) ?? 0) : ((one.open ?? one.published)?.key ?? 0),
  );
  for (const [at, { one, step }] of steps.entries()) {
    writing.outcome.count('reports', tallyOf(one, step));
    if (step !== 'stay' && aim === 'PUBLISHED') recordPublication(writing, one, keys[at] ?? 0);
  }
  return keys;
}

/** What becomes of a report: a new version, the open one in another state, or nothing. */
type Step = 'add' | 'move' | 'stay';

function stepOf({ open, published, differs }: PreparedReport, aim: ReportAim): Step {
  if (differs || (open === null && published === null)) return 'add';
  if (open === null || open.state === aim) return 'stay';
  // Saving what was submitted or returned once more, without a change, takes it back to be worked on.
  return 'move';
}

function tallyOf({ latestVersion }: PreparedReport, step: Step) {
  if (step === 'stay') return { unchanged: 1 };
  return latestVersion > 0 ? { amended: 1 } : { created: 1 };
}

function replacedBy({ open, published }: PreparedReport, step: Step, aim: ReportAim): number[] {
  return [
    ...(step === 'add' && open !== null ? [open.key] : []),
    ...(step !== 'stay' && aim === 'PUBLISHED' && published !== null ? [published.key] : []),
  ];
}

async function supersede({ database }: Writing, keys: readonly number[]): Promise<void> {
  if (keys.length === 0) return;
  await database.update(StatusReport, { key: In([...keys]) }, { state: ReportState.SUPERSEDED });
}

async function moveOn(
  { database, caller }: Writing,
  reports: readonly StatusReport[],
  aim: ReportAim,
): Promise<void> {
  for (const { key, state } of reports) {
    const isDecision = state === ReportState.SUBMITTED && aim === 'PUBLISHED';
    await database.update(StatusReport, key, {
      state: ReportState[aim],
      decisionReason: null,
      ...(isDecision ? { decidedBy: caller.subject } : { writtenBy: caller.subject }),
      ...(aim === 'PUBLISHED' && { publishedAt: () => 'clock_timestamp()', publishedOn: today() }),
    });
  }
}

async function addVersions(
  { database, caller }: Writing,
  prepared: readonly PreparedReport[],
  aim: ReportAim,
): Promise<ReadonlyMap<PreparedReport, number>> {
  if (prepared.length === 0) return new Map();
  const rows = prepared.map(({ report, reason, latestVersion }) => ({
    code: [report.commitmentCode, report.period.periodKey, report.departmentCode, latestVersion + 1].join(
      '/',
    ),
    planKey: report.plan.key,
    commitmentKey: report.commitmentKey,
    periodKey: report.period.key,
    departmentKey: report.departmentKey,
    version: latestVersion + 1,
    state: ReportState[aim],
    reason,
    writtenBy: caller.subject,
    // A new version is not as old as the one before it.
    publishedOn: report.publishedOn ?? (aim === 'PUBLISHED' && caller !== operator ? today() : null),
    ...(aim === 'PUBLISHED' && { publishedAt: () => 'clock_timestamp()' }),
  }));
  const { identifiers } = await database.insert(StatusReport, rows as QueryDeepPartialEntity<StatusReport>[]);
  const keys = new Map(prepared.map((one, at) => [one, identifiers[at]?.['key'] as number]));
  await insertEntries(
    database,
    prepared.flatMap((one) =>
      [...one.entries].map(([deliverableKey, entry]) => ({
        commitmentKey: one.report.commitmentKey,
        reportKey: keys.get(one) ?? 0,
        deliverableKey,
        entry,
      })),
    ),
  );
  return keys;
}

function recordPublication(writing: Writing, one: PreparedReport, reportKey: number): void {
  const { report, reason, entries, publishedEntries } = one;
  writing.touch([...entries.keys(), ...publishedEntries.keys()], reason);
  writing.record({
    kind: ChangeKind.REPORT_PUBLISHED,
    planKey: report.plan.key,
    commitmentKey: report.commitmentKey,
    periodKey: report.period.key,
    departmentKey: report.departmentKey,
    reportKey,
    reason,
  });
}
