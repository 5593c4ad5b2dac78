import { In } from 'typeorm';
import { ReportEntry } from '../../model/report-entry.js';
import { publicReportStates, StatusReport } from '../../model/status-report.js';
import type { Batch } from '../loading/loading.js';
import { byKey, grouped } from '../loading/rows.js';

/** The reports on a commitment that everybody may read, by period, department and version. */
export const reportsOnCommitment: Batch<number, readonly StatusReport[]> = async (loading, keys) => {
  const rows = await loading.database.find(StatusReport, {
    where: { commitmentKey: In([...keys]), state: In([...publicReportStates]) },
    order: { period: { end: 'ASC', start: 'ASC' }, departmentKey: 'ASC', version: 'DESC' },
    relations: { period: true },
  });
  for (const row of rows) loading.keep(byKey(StatusReport), row.key, row);
  return grouped(keys, rows, (row) => row.commitmentKey);
};

/** What a report says, in the order of the deliverables. */
export const entriesOfReport: Batch<number, readonly ReportEntry[]> = async (loading, keys) => {
  const rows = await loading.database.find(ReportEntry, {
    where: { reportKey: In([...keys]) },
    order: { deliverable: { path: 'ASC' } },
    relations: { deliverable: true },
  });
  return grouped(keys, rows, (row) => row.reportKey);
};

/** What reports that everybody may read say on a deliverable, the latest period first. */
export const entriesOnDeliverable: Batch<number, readonly ReportEntry[]> = async (loading, keys) => {
  const rows = await loading.database.find(ReportEntry, {
    where: { deliverableKey: In([...keys]), report: { state: In([...publicReportStates]) } },
    order: {
      report: { period: { end: 'DESC', start: 'DESC' }, departmentKey: 'ASC', version: 'DESC' },
    },
    relations: { report: { period: true } },
  });
  for (const { report } of rows) if (report) loading.keep(byKey(StatusReport), report.key, report);
  return grouped(keys, rows, (row) => row.deliverableKey);
};
