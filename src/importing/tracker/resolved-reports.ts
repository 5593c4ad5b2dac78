import { required } from '../../graph/loading/required.js';
import { Department } from '../../model/department.js';
import { type EntryContent, mergeEntry } from '../../reporting/report/entry-content.js';
import type { EntryPart, ResolvedReport } from '../../reporting/report/resolved-report.js';
import type { Writing } from '../../reporting/writing.js';
import type { PlanCodes } from './plan-codes.js';
import type { StagedRow } from './staged-rows.js';

/** The tracker's column of each part of an entry, without its language. */
export const columnOf: Readonly<Record<EntryPart, string>> = {
  deliverable: 'indicators',
  completion: 'status',
  results: 'progress',
  nextSteps: 'progress',
  challenges: 'challenges',
  evidence: 'evidence',
};

/** Makes reports of rows that are sorted by report. */
export async function resolvedReports(
  { loading }: Writing,
  { plan, commitments, periods }: PlanCodes,
  rows: readonly StagedRow[],
): Promise<ResolvedReport[]> {
  const commitmentCodes = new Map([...commitments.values()].map(({ key, code }) => [key, code]));
  const periodsByKey = new Map([...periods.values()].map((period) => [period.key, period]));
  const reports = new Map<string, ResolvedReport & { readonly entries: Map<number, EntryContent> }>();
  const lines = new Map<string, number>();
  for (const row of rows) {
    const { commitmentKey, periodKey, departmentKey } = row;
    const identity = `${commitmentKey} ${periodKey} ${departmentKey}`;
    const period = periodsByKey.get(periodKey);
    if (period === undefined) continue;
    lines.set(`${identity} ${row.deliverableKey}`, row.line);
    const known = reports.get(identity);
    const report = known ?? {
      plan,
      commitmentKey,
      commitmentCode: commitmentCodes.get(commitmentKey) ?? '',
      period,
      departmentKey,
      departmentCode: (await required(loading, Department, departmentKey)).code,
      publishedOn: null,
      reason: null,
      entries: new Map<number, EntryContent>(),
      merge: mergeEntry,
      basis: 'published' as const,
      saysNothing: false,
      places: {
        of: (part: string) => ({ line: row.line, column: part === 'department' ? 'owner_org' : part }),
        ofEntry: (key: number, part: EntryPart, language: 'en' | 'fr' | null) => ({
          line: lines.get(`${identity} ${key}`) ?? row.line,
          column: language === null ? columnOf[part] : `${columnOf[part]}_${language}`,
        }),
      },
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
