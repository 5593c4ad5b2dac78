import type { EntityManager } from 'typeorm';
import type { ReportingPeriod } from '../../model/reporting-period.js';
import { recordRows } from '../alterations.js';
import { alteredKinds } from '../altered-kinds.js';
import type { WrittenRow } from '../reconcile.js';
import type { Writing } from '../writing.js';

/**
 * Takes down for the feed what was written of reporting periods. Of several periods' levels that of the latest one
 * counts, and with other dates that may be another one.
 */
export async function recordPeriods(
  writing: Writing,
  written: readonly WrittenRow<ReportingPeriod>[],
  reason: string | null = null,
): Promise<void> {
  recordRows(writing, alteredKinds.period, written, ({ key, planKey }) => ({
    planKey,
    periodKey: key,
    reason,
  }));
  const moved = written.filter(
    ({ former, fields }) => former !== null && (fields.includes('start') || fields.includes('end')),
  );
  if (moved.length === 0) return;
  const periodKeys = moved.map(({ key }) => key);
  writing.touch(await deliverablesReportedIn(writing.database, periodKeys), reason);
}

async function deliverablesReportedIn(
  database: EntityManager,
  periodKeys: readonly number[],
): Promise<number[]> {
  const rows = await database.query<{ key: number }[]>(
    `select distinct e.deliverable_id as key
    from report_entry e join status_report r on r.id = e.report_id
    where r.period_id = any ($1::int[]) and r.state = 'PUBLISHED'`,
    [periodKeys],
  );
  return rows.map(({ key }) => key);
}
