import { StatusReport } from '../../model/status-report.js';
import { payloadType } from '../request/payload-type.js';

const report = () => StatusReport;

export const SaveReportDraftPayload = payloadType('saveReportDraft', 'report', report, 'The draft');
export const SubmitReportPayload = payloadType(
  'submitReport',
  'report',
  report,
  'The version that was submitted, or published where the plan needs no review',
);
export const PublishReportPayload = payloadType('publishReport', 'report', report, 'The published report');
export const ReturnReportPayload = payloadType('returnReport', 'report', report, 'The returned report');
export const WithdrawReportPayload = payloadType('withdrawReport', 'report', report, 'The withdrawn report');
