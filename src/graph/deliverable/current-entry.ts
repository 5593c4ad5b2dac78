import { In } from 'typeorm';
import { DeliverableStatus } from '../../model/deliverable-status.js';
import type { ReportEntry } from '../../model/report-entry.js';
import { StatusReport } from '../../model/status-report.js';
import type { Batch } from '../loading/loading.js';
import { keepRows } from '../loading/rows.js';

/** The report entry that is current for a deliverable, with its report; null: nothing was reported. */
export const currentEntry: Batch<number, ReportEntry | null> = async (loading, keys) => {
  const rows = await loading.database.find(DeliverableStatus, {
    where: { deliverableKey: In([...keys]) },
    relations: { entry: { report: true } },
  });
  keepRows(
    loading,
    StatusReport,
    rows.flatMap(({ entry }) => entry?.report ?? []),
  );
  const found = new Map(rows.map((row) => [row.deliverableKey, row.entry]));
  return keys.map((key) => found.get(key) ?? null);
};
