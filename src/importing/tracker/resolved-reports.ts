import { required } from '../../graph/loading/required.js';
import { Department } from '../../model/department.js';
import type { EntryContent } from '../../reporting/entry-content.js';
import type { ResolvedReport } from '../../reporting/record-reports.js';
import type { Writing } from '../../reporting/writing.js';
import type { PlanCodes } from './plan-codes.js';
import type { StagedRow } from './staged-rows.js';

/** Makes reports of rows that are sorted by report. */
export async function resolvedReports(
  { loading }: Writing,
  { plan, commitments, periods }: PlanCodes,
  rows: readonly StagedRow[],
): Promise<ResolvedReport[]> {
  const commitmentCodes = new Map([...commitments.values()].map(({ key, code }) => [key, code]));
  const periodNames = new Map([...periods.values()].map(({ key, periodKey }) => [key, periodKey]));
  const reports = new Map<string, ResolvedReport & { readonly entries: Map<number, EntryContent> }>();
  for (const row of rows) {
    const { commitmentKey, periodKey, departmentKey } = row;
    const identity = `${commitmentKey} ${periodKey} ${departmentKey}`;
    const known = reports.get(identity);
    const report = known ?? {
      planKey: plan.key,
      commitmentKey,
      commitmentCode: commitmentCodes.get(commitmentKey) ?? '',
      periodKey,
      period: periodNames.get(periodKey) ?? '',
      departmentKey,
      departmentCode: (await required(loading, Department, departmentKey)).code,
      publishedOn: null,
      entries: new Map<number, EntryContent>(),
    };
    report.entries.set(row.deliverableKey, row.content);
    reports.set(identity, { ...report, publishedOn: latest(report.publishedOn, row.publishedOn) });
  }
  return [...reports.values()];
}

/** A report is as old as its youngest row. */
function latest(one: string | null, other: string | null): string | null {
  return one === null || (other !== null && other > one) ? other : one;
}
