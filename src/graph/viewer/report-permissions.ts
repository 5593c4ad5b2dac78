import { ActionPlan } from '../../model/action-plan.js';
import { ReportingPeriod } from '../../model/reporting-period.js';
import { openReportStates, ReportState, StatusReport } from '../../model/status-report.js';
import type { Loading } from '../loading/loading.js';
import { required } from '../loading/required.js';
import { involvedDepartments } from '../report/involved-departments.js';
import { mayFor } from './caller-may.js';
import { type Permission, viewerCan } from './viewer-can.js';

const withdrawable: readonly ReportState[] = [ReportState.PUBLISHED, ...openReportStates];

/** Writing goes on from the latest version, whichever version this is, so that its state does not matter. */
const write = (description: string): Permission<StatusReport> => ({
  description,
  holds: async (action, report, { caller, loading }) => {
    if (!mayFor(caller, action, [report.departmentKey])) return false;
    const { isOpen } = await required(loading, ReportingPeriod, report.periodKey);
    return isOpen && isInvolved(report, loading);
  },
});

/** That its period has closed since it was submitted makes no difference. */
const publish: Permission<StatusReport> = {
  description: 'Whether they may publish it: one that is SUBMITTED, as a publisher of its department.',
  holds: (action, report, { caller, loading }) =>
    report.state === ReportState.SUBMITTED &&
    mayFor(caller, action, [report.departmentKey]) &&
    isInvolved(report, loading),
};

const giveBack: Permission<StatusReport> = {
  description:
    'Whether they may return it to its department: one that is SUBMITTED, as a publisher of the department.',
  holds: (action, { state, departmentKey }, { caller }) =>
    state === ReportState.SUBMITTED && mayFor(caller, action, [departmentKey]),
};

const withdraw: Permission<StatusReport> = {
  description:
    'Whether they may take it back: one on its way or published; a published one of a plan with reviews, or of a closed ' +
    'period, as a publisher only.',
  holds: async (action, { state, departmentKey, planKey, periodKey }, { caller, loading }) => {
    if (!withdrawable.includes(state) || !mayFor(caller, action, [departmentKey])) return false;
    if (state !== ReportState.PUBLISHED || mayFor(caller, 'publishReport', [departmentKey])) return true;
    const { isOpen } = await required(loading, ReportingPeriod, periodKey);
    return isOpen && !(await required(loading, ActionPlan, planKey)).reviewRequired;
  },
};

async function isInvolved(
  { commitmentKey, departmentKey }: StatusReport,
  loading: Loading,
): Promise<boolean> {
  const involved = await loading.one(involvedDepartments, commitmentKey);
  return involved.some((one) => one.departmentKey === departmentKey);
}

export const ReportViewerCan = viewerCan(StatusReport, {
  saveReportDraft: write(
    'Whether they may draft its next version: as a reporter of its department, while its period is open.',
  ),
  submitReport: write(
    'Whether they may submit its next version: as a reporter of its department, while its period is open.',
  ),
  publishReport: publish,
  returnReport: giveBack,
  withdrawReport: withdraw,
});
