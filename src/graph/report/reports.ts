import { type FindOptionsWhere, In, IsNull, Not } from 'typeorm';
import { Deliverable } from '../../model/deliverable.js';
import { ReportEntry } from '../../model/report-entry.js';
import { ReportingPeriod } from '../../model/reporting-period.js';
import { StatusReport } from '../../model/status-report.js';
import type { Batch, Loading } from '../loading/loading.js';
import { grouped, keepRows } from '../loading/rows.js';

/** What everybody may read. */
const everybodys: FindOptionsWhere<StatusReport> = { publishedAt: Not(IsNull()) };

/** The reports on a commitment that everybody may read, by period, department and version, the latest first. */
export const reportsOnCommitment = reportsOn(everybodys);

/** Every report on a commitment, in the same order; who may read which is another question. */
export const everyReportOnCommitment = reportsOn({});

/** What reports that everybody may read say on a deliverable, the latest period first. */
export const entriesOnDeliverable = entriesOn(everybodys);

/** What every report says on a deliverable, in the same order; who may read which is another question. */
export const everyEntryOnDeliverable = entriesOn({});

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

function reportsOn(which: FindOptionsWhere<StatusReport>): Batch<number, readonly StatusReport[]> {
  return async (loading, keys) => {
    const rows = await loading.database.find(StatusReport, {
      where: { commitmentKey: In([...keys]), ...which },
      order: { period: { end: 'ASC', start: 'ASC' }, departmentKey: 'ASC', version: 'DESC' },
      relations: { period: true },
    });
    keepReports(loading, rows);
    return grouped(keys, rows, (row) => row.commitmentKey);
  };
}

function entriesOn(which: FindOptionsWhere<StatusReport>): Batch<number, readonly ReportEntry[]> {
  return async (loading, keys) => {
    const rows = await loading.database.find(ReportEntry, {
      where: { deliverableKey: In([...keys]), report: which },
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
}

function keepReports(loading: Loading, reports: readonly StatusReport[]): void {
  keepRows(loading, StatusReport, reports);
  keepRows(
    loading,
    ReportingPeriod,
    reports.flatMap(({ period }) => period ?? []),
  );
}
