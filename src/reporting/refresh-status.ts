import type { EntityManager } from 'typeorm';

/**
 * Writes anew which entry is current for each of these deliverables: of the published ones that give a level that
 * of the latest period, of several departments the first lead's; without any level, the latest one.
 */
export async function refreshStatus(
  database: EntityManager,
  deliverableKeys: readonly number[],
): Promise<void> {
  await database.query(
    `
    with current as (
      select distinct on (e.deliverable_id) e.deliverable_id, e.entry_id, e.completion
      from published_entry e
      where e.deliverable_id = any ($1::int[])
      order by e.deliverable_id, e.completion is null, e.end_date desc, e.start_date desc, e.lead_rank, e.department_id
    ), gone as (
      delete from deliverable_status s
      where s.deliverable_id = any ($1::int[])
        and not exists (select from current c where c.deliverable_id = s.deliverable_id)
    )
    insert into deliverable_status (deliverable_id, entry_id, completion)
    select deliverable_id, entry_id, completion from current
    on conflict (deliverable_id) do update
      set entry_id = excluded.entry_id, completion = excluded.completion
      where (deliverable_status.entry_id, deliverable_status.completion)
        is distinct from (excluded.entry_id, excluded.completion)`,
    [[...deliverableKeys]],
  );
}
