import { In, type QueryDeepPartialEntity } from 'typeorm';
import { ReportEntry } from '../model/report-entry.js';
import { ReportState, StatusReport } from '../model/status-report.js';
import { type EntryContent, isStoredSo, mergeEntry, type WholeEntry } from './entry-content.js';
import { insertEntries } from './insert-entries.js';
import type { Writing } from './writing.js';

/** A report whose every part is known to exist. */
export interface ResolvedReport {
  readonly planKey: number;
  readonly commitmentKey: number;
  readonly commitmentCode: string;
  readonly periodKey: number;
  /** Key of the period within its plan, such as `mid-term`. */
  readonly period: string;
  readonly departmentKey: number;
  readonly departmentCode: string;
  /** `YYYY-MM-DD`; null: not known. */
  readonly publishedOn: string | null;
  /** By the number of the deliverable. */
  readonly entries: ReadonlyMap<number, EntryContent>;
}

/** Reports inserted with one statement, which takes 65,535 values at the most. */
const reportsAtOnce = 1_000;

/**
 * Publishes reports, no two on the same commitment, period and department. Where one is published already and
 * something differs, a new version takes its place and carries over what is not said anew; where nothing differs,
 * nothing happens. The number of statements grows by thousands of reports, not by reports.
 * @returns the numbers of the deliverables whose entries changed; their status is the caller's to refresh.
 */
export async function recordReports(writing: Writing, reports: readonly ResolvedReport[]): Promise<number[]> {
  const touched: number[][] = [];
  for (let at = 0; at < reports.length; at += reportsAtOnce) {
    touched.push(await recordTogether(writing, reports.slice(at, at + reportsAtOnce)));
  }
  return touched.flat();
}

async function recordTogether(writing: Writing, reports: readonly ResolvedReport[]): Promise<number[]> {
  const { database, outcome } = writing;
  const versions = await versionsOf(writing, reports);
  const current = new Map(
    [...versions].flatMap(([same, list]) =>
      list.filter(({ state }) => state === ReportState.PUBLISHED).map((report) => [same, report] as const),
    ),
  );
  const stored = await entriesOf(writing, [...current.values()]);

  const superseded: number[] = [];
  const made: { report: ReturnType<typeof asRow>; entries: Map<number, WholeEntry> }[] = [];
  for (const report of reports) {
    const same = identity(report);
    const former = current.get(same);
    const entries = mergedEntries(former ? (stored.get(former.key) ?? []) : [], report.entries);
    if (former && entries === null) {
      outcome.count('reports', { unchanged: 1 });
      continue;
    }
    if (former) superseded.push(former.key);
    const version = Math.max(0, ...(versions.get(same) ?? []).map((one) => one.version)) + 1;
    outcome.count('reports', version > 1 ? { amended: 1 } : { created: 1 });
    made.push({ report: asRow(report, version), entries: entries ?? new Map() });
  }
  if (superseded.length > 0) {
    await database.update(StatusReport, { key: In(superseded) }, { state: ReportState.SUPERSEDED });
  }
  if (made.length === 0) return [];
  const { identifiers } = await database.insert(
    StatusReport,
    made.map(({ report }) => report) as QueryDeepPartialEntity<StatusReport>[],
  );
  await insertEntries(
    database,
    made.flatMap(({ report: { commitmentKey }, entries }, at) =>
      [...entries].map(([deliverableKey, entry]) => ({
        commitmentKey,
        reportKey: identifiers[at]?.['key'] as number,
        deliverableKey,
        entry,
      })),
    ),
  );
  return made.flatMap(({ entries }) => [...entries.keys()]);
}

function identity(report: Pick<StatusReport, 'commitmentKey' | 'periodKey' | 'departmentKey'>): string {
  return `${report.commitmentKey} ${report.periodKey} ${report.departmentKey}`;
}

/** All versions of these reports, by what makes them the same report. */
async function versionsOf(
  { database }: Writing,
  reports: readonly ResolvedReport[],
): Promise<Map<string, StatusReport[]>> {
  const found = await database.findBy(StatusReport, {
    commitmentKey: In([...new Set(reports.map((report) => report.commitmentKey))]),
    periodKey: In([...new Set(reports.map((report) => report.periodKey))]),
    departmentKey: In([...new Set(reports.map((report) => report.departmentKey))]),
  });
  return groupBy(found, identity);
}

async function entriesOf(
  { database }: Writing,
  reports: readonly StatusReport[],
): Promise<Map<number, ReportEntry[]>> {
  const entries = await database.findBy(ReportEntry, { reportKey: In(reports.map(({ key }) => key)) });
  return groupBy(entries, ({ reportKey }) => reportKey);
}

function groupBy<Key, Row>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

/** The entries of the next version; null: the stored ones say all of it already. */
function mergedEntries(
  stored: readonly ReportEntry[],
  said: ReadonlyMap<number, EntryContent>,
): Map<number, WholeEntry> | null {
  const former = new Map(stored.map((entry) => [entry.deliverableKey, entry]));
  const merged = new Map(stored.map((entry) => [entry.deliverableKey, mergeEntry(entry, {})]));
  let changed = false;
  for (const [deliverableKey, content] of said) {
    const entry = mergeEntry(former.get(deliverableKey), content);
    changed ||= !isStoredSo(former.get(deliverableKey), entry);
    merged.set(deliverableKey, entry);
  }
  return changed ? merged : null;
}

function asRow(report: ResolvedReport, version: number) {
  return {
    code: [report.commitmentCode, report.period, report.departmentCode, version].join('/'),
    planKey: report.planKey,
    commitmentKey: report.commitmentKey,
    periodKey: report.periodKey,
    departmentKey: report.departmentKey,
    version,
    state: ReportState.PUBLISHED,
    // A new version is not as old as the one before it.
    publishedOn: report.publishedOn,
  };
}
