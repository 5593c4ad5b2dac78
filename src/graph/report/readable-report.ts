import { permits } from '../../access/policy.js';
import { Department } from '../../model/department.js';
import type { StatusReport } from '../../model/status-report.js';
import type { GraphContext } from '../context.js';
import { required } from '../loading/required.js';

/** The report, if this caller may read it; what was never published only its department and publishers may. */
export async function readableReport(
  { caller, loading }: GraphContext,
  report: StatusReport | null,
): Promise<StatusReport | null> {
  if (report === null || report.publishedAt !== null) return report;
  // Whoever holds no department need not be told apart any further.
  const department = await required(loading, Department, report.departmentKey);
  return permits(caller, 'readDrafts', [department.code]) ? report : null;
}
