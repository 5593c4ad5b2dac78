import type { EntityManager } from 'typeorm';
import type { CompletionLevel } from '../../model/completion-level.js';
import { standingEntries } from './standing-entries.js';

/** A deliverable whose current level is another one now. */
export interface LevelChange {
  readonly planKey: number;
  readonly commitmentKey: number;
  readonly deliverableKey: number;
  /** The report that the level comes from now, or came from where there is none now. */
  readonly reportKey: number;
  readonly periodKey: number;
  readonly departmentKey: number;
  readonly from: CompletionLevel | null;
  readonly to: CompletionLevel | null;
}

/**
 * Writes anew which entry is current for each of these deliverables: of the published ones that give a level that
 * of the latest period, of several departments the first lead's; without any level, the latest one.
 * @returns those whose level changed by that, in the order of the plan.
 */
export async function refreshStatus(
  database: EntityManager,
  deliverableKeys: readonly number[],
): Promise<LevelChange[]> {
  if (deliverableKeys.length === 0) return [];
  return database.query<LevelChange[]>(
    `
    with ${standingEntries}, former as (
      select deliverable_id, entry_id, completion from deliverable_status where deliverable_id = any ($1::int[])
    ), current as (
      select distinct on (e.deliverable_id) e.deliverable_id, e.entry_id, e.completion
      from standing e
      order by e.deliverable_id, e.completion is null, e.end_date desc, e.start_date desc, e.lead_rank, e.department_id
    ), gone as (
      delete from deliverable_status s
      where s.deliverable_id = any ($1::int[])
        and not exists (select from current c where c.deliverable_id = s.deliverable_id)
    ), written as (
      insert into deliverable_status (deliverable_id, entry_id, completion)
      select deliverable_id, entry_id, completion from current
      on conflict (deliverable_id) do update
        set entry_id = excluded.entry_id, completion = excluded.completion
        where (deliverable_status.entry_id, deliverable_status.completion)
          is distinct from (excluded.entry_id, excluded.completion)
    )
    select r.plan_id as "planKey", r.commitment_id as "commitmentKey", d.id as "deliverableKey", r.id as "reportKey",
      r.period_id as "periodKey", r.department_id as "departmentKey",
      former.completion as "from", current.completion as "to"
    from current full join former using (deliverable_id)
      join deliverable d on d.id = deliverable_id
      join report_entry e on e.id = coalesce(current.entry_id, former.entry_id)
      join status_report r on r.id = e.report_id
    where former.completion is distinct from current.completion
    order by r.commitment_id, d.path`,
    [[...deliverableKeys]],
  );
}
