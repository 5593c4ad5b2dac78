import sql from 'sql-template-tag';
import type { Batch } from '../loading/loading.js';
import { grouped } from '../loading/rows.js';

interface Lead {
  readonly deliverable_id: number;
  readonly departmentKey: number | null;
  readonly partnerKey: number | null;
}

/** Who leads a deliverable by the plan: its own leads, or else those of its commitment. */
export const leadsOfDeliverable: Batch<number, readonly Lead[]> = async (loading, keys) => {
  const rows = await loading.query<Lead>(sql`
    select deliverable_id, department_id as "departmentKey", partner_id as "partnerKey"
    from deliverable_lead
    where deliverable_id = any (${keys}::int[])
    order by position`);
  return grouped(keys, rows, (row) => row.deliverable_id);
};
