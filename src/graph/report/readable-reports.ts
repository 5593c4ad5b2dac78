import type { ReportEntry } from '../../model/report-entry.js';
import type { StatusReport } from '../../model/status-report.js';
import type { GraphContext } from '../context.js';
import { maySomewhere } from '../viewer/caller-may.js';
import { isReadable } from './readable-report.js';
import {
  entriesOnDeliverable,
  everyEntryOnDeliverable,
  everyReportOnCommitment,
  reportsOnCommitment,
} from './reports.js';

/** The reports on a commitment that this caller may read, in whatever state, by period, department and version. */
export async function readableReportsOn(
  { caller, loading }: GraphContext,
  commitmentKey: number,
): Promise<readonly StatusReport[]> {
  if (!maySomewhere(caller, 'readDrafts')) return loading.one(reportsOnCommitment, commitmentKey);
  const reports = await loading.one(everyReportOnCommitment, commitmentKey);
  return reports.filter((report) => isReadable(report, caller));
}

/** What reports that this caller may read, in whatever state, say on a deliverable, the latest period first. */
export async function readableEntriesOn(
  { caller, loading }: GraphContext,
  deliverableKey: number,
): Promise<readonly ReportEntry[]> {
  if (!maySomewhere(caller, 'readDrafts')) return loading.one(entriesOnDeliverable, deliverableKey);
  const entries = await loading.one(everyEntryOnDeliverable, deliverableKey);
  return entries.filter(({ report }) => report !== undefined && isReadable(report, caller));
}
