import { In } from 'typeorm';
import { ReportEntry } from '../../model/report-entry.js';
import { openReportStates, ReportState, StatusReport } from '../../model/status-report.js';
import type { Writing } from '../writing.js';
import { isStoredSo, mergeEntry, type WholeEntry } from './entry-content.js';
import { lockReports } from './lock-reports.js';
import type { ResolvedReport } from './resolved-report.js';

/** A report held against what the hub has of it. */
export interface PreparedReport {
  readonly report: ResolvedReport;
  /** Whether its period takes no more reports. */
  readonly isClosed: boolean;
  /** The number of the latest version, in whatever state; 0: there is none. */
  readonly latestVersion: number;
  /** The number of the version that stands: the later one of open and published; 0: none does, or it was withdrawn. */
  readonly currentVersion: number;
  /** The version that is on its way to being published, if there is one and it counts here. */
  readonly open: StatusReport | null;
  /** The version that is published, if one is. */
  readonly published: StatusReport | null;
  /** What is published on each deliverable, by its number. */
  readonly publishedEntries: ReadonlyMap<number, ReportEntry>;
  /** All entries that the next version has, by the number of the deliverable. */
  readonly entries: ReadonlyMap<number, WholeEntry>;
  /** Why levels go down: as said, or as the open version says. */
  readonly reason: string | null;
  /** Whether the entries differ from those that stand, or the reason from that of the open version. */
  readonly differs: boolean;
}

/**
 * Holds reports, no two on the same commitment, period and department, against what the hub has of them, and keeps
 * others from changing it meanwhile.
 */
export async function prepareReports(
  { database }: Writing,
  reports: readonly ResolvedReport[],
): Promise<PreparedReport[]> {
  const { closed, plans } = await lockReports(database, reports);
  const versions = groupBy(
    await database.findBy(StatusReport, {
      commitmentKey: In([...new Set(reports.map((report) => report.commitmentKey))]),
      periodKey: In([...new Set(reports.map(({ period }) => period.key))]),
      departmentKey: In([...new Set(reports.map((report) => report.departmentKey))]),
    }),
    (row) => `${row.commitmentKey} ${row.periodKey} ${row.departmentKey}`,
  );
  const standing = reports.map((report) => {
    const own = versions.get(`${report.commitmentKey} ${report.period.key} ${report.departmentKey}`) ?? [];
    return {
      report,
      latestVersion: Math.max(0, ...own.map(({ version }) => version)),
      open: (report.basis === 'draft' && own.find(({ state }) => openReportStates.includes(state))) || null,
      published: own.find(({ state }) => state === ReportState.PUBLISHED) ?? null,
    };
  });
  const entries = await entriesOf(
    database,
    standing.flatMap(({ open, published }) => [open?.key ?? [], published?.key ?? []].flat()),
  );
  return standing.map(({ report, ...one }) => {
    const publishedEntries = entries.get(one.published?.key ?? 0) ?? new Map<number, ReportEntry>();
    const base = new Map([...publishedEntries, ...(entries.get(one.open?.key ?? 0) ?? [])]);
    const currentVersion = Math.max(one.open?.version ?? 0, one.published?.version ?? 0);
    const { entries: merged, differs } = mergeInto(base, report);
    const reason = report.reason ?? one.open?.reason ?? null;
    return {
      report: { ...report, plan: { ...report.plan, ...plans.get(report.plan.key) } },
      ...one,
      currentVersion,
      isClosed: closed.has(report.period.key),
      publishedEntries,
      entries: merged,
      reason,
      differs: differs || (one.open !== null && reason !== one.open.reason),
    };
  });
}

/** Whether an entry comes from the draft, so that no rule has seen it yet. */
export function isDrafted({ report, open, entries, publishedEntries }: PreparedReport, key: number): boolean {
  if (open === null || report.entries.has(key)) return false;
  const entry = entries.get(key);
  return entry !== undefined && !isStoredSo(publishedEntries.get(key), entry);
}

async function entriesOf(
  database: Writing['database'],
  reportKeys: readonly number[],
): Promise<ReadonlyMap<number, ReadonlyMap<number, ReportEntry>>> {
  if (reportKeys.length === 0) return new Map();
  const rows = await database.findBy(ReportEntry, { reportKey: In([...reportKeys]) });
  return new Map(
    [...groupBy(rows, ({ reportKey }) => reportKey)].map(([key, own]) => [
      key,
      new Map(own.map((entry) => [entry.deliverableKey, entry])),
    ]),
  );
}

function groupBy<Key, Row>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

function mergeInto(
  base: ReadonlyMap<number, ReportEntry>,
  { entries: said, merge }: ResolvedReport,
): Pick<PreparedReport, 'entries' | 'differs'> {
  const entries = new Map([...base].map(([key, entry]) => [key, mergeEntry(entry, {})]));
  let differs = false;
  for (const [key, content] of said) {
    const entry = merge(base.get(key), content);
    differs ||= !isStoredSo(base.get(key), entry);
    entries.set(key, entry);
  }
  return { entries, differs };
}
