import sql from 'sql-template-tag';
import type { Batch } from '../loading/loading.js';

/** Whether a plan has a reporting period that takes reports. */
export const hasOpenPeriod: Batch<number, boolean> = async (loading, planKeys) => {
  const rows = await loading.query<{ plan_id: number }>(sql`
    select distinct plan_id from reporting_period where plan_id = any (${planKeys}::int[]) and is_open`);
  const open = new Set(rows.map(({ plan_id }) => plan_id));
  return planKeys.map((key) => open.has(key));
};
