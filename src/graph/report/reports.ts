import { In, IsNull, Not } from 'typeorm';
import { Deliverable } from '../../model/deliverable.js';
import { ReportEntry } from '../../model/report-entry.js';
import { ReportingPeriod } from '../../model/reporting-period.js';
import { openReportStates, StatusReport } from '../../model/status-report.js';
import type { Batch, Loading } from '../loading/loading.js';
import { grouped, keepRows } from '../loading/rows.js';

/** The reports on a commitment that everybody may read, by period, department and version. */
export const reportsOnCommitment: Batch<number, readonly StatusReport[]> = async (loading, keys) => {
  const rows = await loading.database.find(StatusReport, {
    where: { commitmentKey: In([...keys]), publishedAt: Not(IsNull()) },
    order: { period: { end: 'ASC', start: 'ASC' }, departmentKey: 'ASC', version: 'DESC' },
    relations: { period: true },
  });
  keepReports(loading, rows);
  return grouped(keys, rows, (row) => row.commitmentKey);
};

/** The reports on a commitment that are on their way to being published; who may see them is the caller's to check. */
export const openReportsOnCommitment: Batch<number, readonly StatusReport[]> = async (loading, keys) => {
  const rows = await loading.database.find(StatusReport, {
    where: { commitmentKey: In([...keys]), state: In([...openReportStates]) },
    order: { period: { end: 'ASC', start: 'ASC' }, departmentKey: 'ASC' },
    relations: { period: true, department: true },
  });
  keepReports(loading, rows);
  return grouped(keys, rows, (row) => row.commitmentKey);
};

/** What a report says, in the order of the deliverables. */
export const entriesOfReport: Batch<number, readonly ReportEntry[]> = async (loading, keys) => {
  const rows = await loading.database.find(ReportEntry, {
    where: { reportKey: In([...keys]) },
    order: { deliverable: { path: 'ASC' } },
    relations: { deliverable: true },
  });
  keepRows(
    loading,
    Deliverable,
    rows.flatMap(({ deliverable }) => deliverable ?? []),
  );
  return grouped(keys, rows, (row) => row.reportKey);
};

/** What reports that everybody may read say on a deliverable, the latest period first. */
export const entriesOnDeliverable: Batch<number, readonly ReportEntry[]> = async (loading, keys) => {
  const rows = await loading.database.find(ReportEntry, {
    where: { deliverableKey: In([...keys]), report: { publishedAt: Not(IsNull()) } },
    order: {
      report: { period: { end: 'DESC', start: 'DESC' }, departmentKey: 'ASC', version: 'DESC' },
    },
    relations: { report: { period: true } },
  });
  keepReports(
    loading,
    rows.flatMap(({ report }) => report ?? []),
  );
  return grouped(keys, rows, (row) => row.deliverableKey);
};

function keepReports(loading: Loading, reports: readonly StatusReport[]): void {
  keepRows(loading, StatusReport, reports);
  keepRows(
    loading,
    ReportingPeriod,
    reports.flatMap(({ period }) => period ?? []),
  );
}
