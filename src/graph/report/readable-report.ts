import type { Caller } from '../../access/caller.js';
import type { StatusReport } from '../../model/status-report.js';
import type { GraphContext } from '../context.js';
import { mayFor } from '../viewer/caller-may.js';

/** Whether a caller may read a report; what was never published only its department and publishers may. */
export function isReadable({ publishedAt, departmentKey }: StatusReport, caller: Caller): boolean {
  return publishedAt !== null || mayFor(caller, 'readDrafts', [departmentKey]);
}

/** The report, if this caller may read it. */
export function readableReport({ caller }: GraphContext, report: StatusReport | null): StatusReport | null {
  return report !== null && isReadable(report, caller) ? report : null;
}
