import sql from 'sql-template-tag';
import type { Batch } from '../loading/loading.js';
import { grouped } from '../loading/rows.js';

/** A department that leads or supports a commitment or deliverables of it, whoever states it. */
export interface InvolvedDepartment {
  readonly departmentKey: number;
  /** The deliverables that it may report on: all, or those it has a part in and what lies below them. */
  readonly deliverableKeys: readonly number[];
}

/** The departments that may report on a commitment. */
export const involvedDepartments: Batch<number, readonly InvolvedDepartment[]> = async (loading, keys) => {
  const rows = await loading.query<InvolvedDepartment & { readonly commitment_id: number }>(sql`
    select a.commitment_id, a.department_id as "departmentKey",
      coalesce(array_agg(distinct below.id) filter (where below.id is not null), '{}') as "deliverableKeys"
    from commitment_actor a
      left join deliverable part on part.id = a.deliverable_id
      left join deliverable below on below.commitment_id = a.commitment_id
        and (a.deliverable_id is null or part.path = below.path[1 : cardinality(part.path)])
    where a.commitment_id = any (${keys}::int[]) and a.department_id is not null
      and a.role in ('LEAD', 'SUPPORT') and a.ended_on is null
    group by a.commitment_id, a.department_id`);
  return grouped(keys, rows, (row) => row.commitment_id);
};
