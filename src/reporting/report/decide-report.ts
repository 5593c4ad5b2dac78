import { type Action, authorize, permits } from '../../access/policy.js';
import { RequestError } from '../../errors.js';
import type { GraphContext } from '../../graph/context.js';
import { required } from '../../graph/loading/required.js';
import { withoutType } from '../../graph/lookup.js';
import { ActionPlan } from '../../model/action-plan.js';
import { ChangeKind } from '../../model/change-kind.js';
import { Commitment } from '../../model/commitment.js';
import { Department } from '../../model/department.js';
import { ReportEntry } from '../../model/report-entry.js';
import { ReportingPeriod } from '../../model/reporting-period.js';
import { openReportStates, ReportState, StatusReport } from '../../model/status-report.js';
import { error, type Problem } from '../problem.js';
import { authorizeForDepartments } from '../request/authorize-departments.js';
import { TextCheck } from '../request/check-text.js';
import type { Writing } from '../writing.js';
import { checkReports } from './check-reports.js';
import { amendEntry } from './entry-content.js';
import { lockReports } from './lock-reports.js';
import { prepareReports } from './prepare-reports.js';
import { longestReason } from './read-report-input.js';
import { recordReports } from './record-reports.js';
import { suggestReferences } from './suggest-references.js';

/** Code of a report: plan, number, period, department and version. */
const codePattern = /^[a-z0-9-]{1,80}\/\d{1,4}\/[a-z0-9-]{1,80}\/([a-z0-9-]{1,80})\/\d{1,9}$/;

/**
 * Insists that the caller may decide on a report. Its code names its department, so nobody learns from the answer
 * whether a report of another one exists.
 * @throws RequestError UNAUTHENTICATED or FORBIDDEN
 */
export async function authorizeDecision(
  context: GraphContext,
  action: Action,
  report: string,
): Promise<void> {
  const department = codePattern.exec(withoutType('StatusReport', report))?.[1];
  await authorizeForDepartments(context, action, department === undefined ? [] : [department]);
}

/** Publishes a submitted report. @returns the number of the report. */
export async function publishReport(writing: Writing, code: string): Promise<number> {
  const report = await findReport(writing, 'publishReport', code, [ReportState.SUBMITTED]);
  if (report === null) return 0;
  const { loading } = writing;
  const [plan, commitment, period, department] = await Promise.all([
    required(loading, ActionPlan, report.planKey),
    required(loading, Commitment, report.commitmentKey),
    required(loading, ReportingPeriod, report.periodKey),
    required(loading, Department, report.departmentKey),
  ]);
  const prepared = await prepareReports(writing, [
    {
      plan,
      commitmentKey: commitment.key,
      commitmentCode: commitment.code,
      period,
      departmentKey: department.key,
      departmentCode: department.code,
      publishedOn: null,
      reason: null,
      entries: new Map(),
      merge: amendEntry,
      basis: 'draft',
      saysNothing: true,
      places: { of: () => ({ column: 'report' }), ofEntry: () => ({ column: 'report' }) },
    },
  ]);
  // The plan may have moved on since the report was submitted; only that its period has closed makes no difference.
  const [problems = []] = await checkReports(writing, prepared, 'PUBLISHED');
  const faults = problems.filter(({ code: kind }) => kind !== 'PERIOD_CLOSED');
  writing.outcome.noteAll(faults);
  if (faults.length > 0) return 0;
  await recordReports(writing, prepared, 'PUBLISHED');
  await suggestReferences(writing, [report.key]);
  return report.key;
}

/** Sends a submitted report back to its department. @returns the number of the report. */
export async function returnReport(writing: Writing, code: string, reason: string): Promise<number> {
  const said = readReason(writing, reason);
  const report = await findReport(writing, 'returnReport', code, [ReportState.SUBMITTED]);
  if (report === null || writing.outcome.refused) return 0;
  await decide(writing, report, ReportState.RETURNED, said);
  return report.key;
}

/** Takes a report back, published or on its way. @returns the number of the report. */
export async function withdrawReport(writing: Writing, code: string, reason: string): Promise<number> {
  const said = readReason(writing, reason);
  const report = await findReport(writing, 'withdrawReport', code, [
    ReportState.PUBLISHED,
    ...openReportStates,
  ]);
  if (report === null || writing.outcome.refused) return 0;
  if (!(await mayWithdraw(writing, report))) return 0;
  await decide(writing, report, ReportState.WITHDRAWN, said);
  if (report.state !== ReportState.PUBLISHED) return report.key;
  const entries = await writing.database.findBy(ReportEntry, { reportKey: report.key });
  writing.touch(
    entries.map(({ deliverableKey }) => deliverableKey),
    said,
  );
  writing.record({
    kind: ChangeKind.REPORT_WITHDRAWN,
    planKey: report.planKey,
    commitmentKey: report.commitmentKey,
    periodKey: report.periodKey,
    departmentKey: report.departmentKey,
    reportKey: report.key,
    reason: said,
  });
  return report.key;
}

/** What is published in a plan with reviews, or in a period that is closed, a reporter alone does not take back. */
async function mayWithdraw(writing: Writing, report: StatusReport): Promise<boolean> {
  const { loading, caller, outcome } = writing;
  if (report.state !== ReportState.PUBLISHED) return true;
  const { reviewRequired } = await required(loading, ActionPlan, report.planKey);
  const { isOpen, periodKey } = await required(loading, ReportingPeriod, report.periodKey);
  const { code } = await required(loading, Department, report.departmentKey);
  if (permits(caller, 'publishReport', [code])) return true;
  if (reviewRequired) {
    throw new RequestError(
      'FORBIDDEN',
      `withdrawReport needs the role publisher for "${code}" once the report is published, since its plan has reports reviewed.`,
    );
  }
  if (!isOpen) {
    outcome.note(
      error(
        {
          en: `The reporting period "${periodKey}" is closed; only a publisher takes back what was published in it.`,
          fr: `La période de rapport « ${periodKey} » est close; seul un éditeur retire ce qui y a été publié.`,
        },
        { code: 'PERIOD_CLOSED', column: 'report', value: report.code },
      ),
    );
  }
  return isOpen;
}

function readReason({ outcome }: Writing, reason: string): string {
  const check = new TextCheck();
  const said = check.one(reason, 'reason', longestReason);
  outcome.noteAll(check.problems);
  return said;
}

async function decide(
  { database, caller }: Writing,
  { key }: StatusReport,
  state: ReportState,
  reason: string,
): Promise<void> {
  await database.update(StatusReport, key, { state, decisionReason: reason, decidedBy: caller.subject });
}

/** Finds a report in one of the states in which this can be done, and keeps it so; else notes why it is not. */
async function findReport(
  writing: Writing,
  action: Action,
  given: string,
  states: readonly ReportState[],
): Promise<StatusReport | null> {
  const { database, outcome } = writing;
  const code = withoutType('StatusReport', given);
  const known = codePattern.test(code) ? await database.findOneBy(StatusReport, { code }) : null;
  if (known === null) {
    outcome.note(
      error(
        {
          en: 'There is no such report; accepted: its code, such as "ca-2016-2018/19/end-of-term/tbs/1".',
          fr: 'Ce rapport n’existe pas; donnez son code, comme « ca-2016-2018/19/end-of-term/tbs/1 ».',
        },
        { code: 'UNKNOWN', column: 'report', value: given },
      ),
    );
    return null;
  }
  // The code names a department too, but what counts is whose report this is.
  const department = await required(writing.loading, Department, known.departmentKey);
  authorize(writing.caller, action, [department.code]);
  await lockReports(database, [
    { plan: { key: known.planKey }, commitmentKey: known.commitmentKey, period: { key: known.periodKey } },
  ]);
  const report = await database.findOneByOrFail(StatusReport, { key: known.key });
  if (states.includes(report.state)) return report;
  outcome.note(await wrongState(writing, report, states));
  return null;
}

async function wrongState(
  { database }: Writing,
  report: StatusReport,
  states: readonly ReportState[],
): Promise<Problem> {
  const { commitmentKey, periodKey, departmentKey, version, state } = report;
  const latest = await database.maximum(StatusReport, 'version', { commitmentKey, periodKey, departmentKey });
  if (latest !== null && latest > version) {
    return error(
      {
        en: `This version is no longer the current one, which is ${latest}.`,
        fr: `Cette version n’est plus la version actuelle, qui est ${latest}.`,
      },
      { code: 'CONFLICT', currentVersion: latest, column: 'report', value: report.code },
    );
  }
  return error(
    {
      en: `The report is ${state}; it would have to be ${states.join(' or ')}.`,
      fr: `Le rapport est ${state}; il devrait être ${states.join(' ou ')}.`,
    },
    { code: 'WRONG_STATE', column: 'report', value: report.code },
  );
}
