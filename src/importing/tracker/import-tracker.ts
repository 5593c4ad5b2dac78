import type { Readable } from 'node:stream';
import { ActionPlan } from '../../model/action-plan.js';
import type { Department } from '../../model/department.js';
import { error } from '../../reporting/problem.js';
import { publishReports } from '../../reporting/report/publish-reports.js';
import { resolveDepartment } from '../../reporting/resolve-organization.js';
import type { Writing } from '../../reporting/writing.js';
import { checkRow } from './check-row.js';
import { type PlanCodes, plansWithPeriod, readPlanCodes } from './plan-codes.js';
import { readTracker } from './read-tracker.js';
import { resolvedReports } from './resolved-reports.js';
import {
  nextReports,
  openStage,
  type ReportPlace,
  repeatedRows,
  type StagedRow,
  sortStage,
  stageRows,
} from './staged-rows.js';
import type { TrackerRow } from './tracker-row.js';

/** How a tracker is to be imported. */
export interface TrackerSettings {
  /** Code of the plan it belongs to; null: found out from its first row. */
  readonly plan: string | null;
  /** Called from time to time while the file is read. */
  readonly onProgress?: () => void;
}

/** Rows that go to the stage with one statement. */
const rowsAtOnce = 500;
/** Reports recorded with one set of statements. */
const reportsAtOnce = 25;
/** Repeated lines told of at the most. */
const mostRepeats = 1_000;

/** Reads a tracker table row by row and records what it reports. Its memory does not grow with the file. */
export async function importTracker(
  writing: Writing,
  source: Readable,
  settings: TrackerSettings,
): Promise<void> {
  await openStage(writing.database);
  const codes = await stageAll(writing, source, settings);
  const repeated = await repeatedRows(writing.database, mostRepeats);
  for (const { line, first, indicator } of repeated.rows) {
    const place = { line, column: 'indicators', value: indicator };
    writing.outcome.note(
      error(`Line ${first} reports on this indicator already, for the same period and department.`, place),
    );
  }
  writing.outcome.noteMore(repeated.total - repeated.rows.length);
  if (codes === null || writing.outcome.refused) return;
  await recordStage(writing, codes);
}

async function stageAll(
  writing: Writing,
  source: Readable,
  { plan, onProgress }: TrackerSettings,
): Promise<PlanCodes | null> {
  let codes: PlanCodes | null | undefined;
  const departments = new Map<string, Department | null>();
  let waiting: StagedRow[] = [];
  let seen = 0;
  for await (const read of readTracker(source)) {
    seen += 1;
    if (seen % rowsAtOnce === 0) onProgress?.();
    if (read.kind === 'problem') {
      writing.outcome.note(read.problem);
      continue;
    }
    const { row } = read;
    if (codes === undefined) codes = await findCodes(writing, row, plan);
    // Without a plan nothing can be held against it; what is wrong with the rows themselves is still told.
    if (codes === null) continue;
    if (!departments.has(row.department)) {
      departments.set(row.department, await resolveDepartment(writing, row.department));
    }
    const { staged, problems } = checkRow(row, codes, departments.get(row.department) ?? null);
    for (const problem of problems) writing.outcome.note(problem);
    if (staged !== null) waiting.push(staged);
    if (waiting.length === rowsAtOnce) {
      await stageRows(writing.database, waiting);
      waiting = [];
    }
  }
  await stageRows(writing.database, waiting);
  return codes ?? null;
}

/** A tracker does not say which plan it belongs to; its periods do, unless the caller does. */
async function findCodes(
  { database, outcome }: Writing,
  row: TrackerRow,
  plan: string | null,
): Promise<PlanCodes | null> {
  const candidates =
    plan === null
      ? await plansWithPeriod(database, row.period)
      : await database.findBy(ActionPlan, { code: plan });
  const [found] = candidates;
  if (candidates.length === 1 && found) return readPlanCodes(database, found);
  const place = { line: row.line, column: 'reporting_period', value: row.period };
  if (plan !== null) {
    outcome.note(error(`There is no plan "${plan}"; import it first, or name another one with --plan.`));
  } else if (candidates.length === 0) {
    outcome.note(
      error('No plan with tracker codes has this reporting period; import the plan first.', place),
    );
  } else {
    const codes = candidates.map(({ code }) => code).join(', ');
    outcome.note(error(`Several plans have this reporting period (${codes}); name one with --plan.`, place));
  }
  return null;
}

async function recordStage(writing: Writing, codes: PlanCodes): Promise<void> {
  await sortStage(writing.database);
  for (let after: ReportPlace = [0, 0, 0]; ; ) {
    const rows = await nextReports(writing.database, after, reportsAtOnce);
    const last = rows.at(-1);
    if (last === undefined) break;
    const reports = await resolvedReports(writing, codes, rows);
    await publishReports(writing, reports, { suggests: true });
    after = [last.commitmentKey, last.periodKey, last.departmentKey];
  }
  // Without statistics of what was just written, PostgreSQL plans the next statement for empty tables.
  if (writing.touched.size > 0) await writing.database.query('analyze status_report, report_entry');
}
