import type { EntityManager } from 'typeorm';
import type { CompletionLevel } from '../../model/completion-level.js';
import { standingEntries } from './standing-entries.js';

/** One deliverable that a department reports on for a period. */
export interface ReportedOn {
  readonly deliverableKey: number;
  readonly periodKey: number;
  readonly departmentKey: number;
}

/** Which levels stood for a deliverable at the end of a period, before a department reports on it. */
export interface LevelsBefore {
  /** The department's own, of this period or an earlier one; null: it gave none. */
  readonly own: CompletionLevel | null;
  /** The one that the department's level would take the place of for everybody; null: there is none. */
  readonly shown: CompletionLevel | null;
}

/** Looks up the levels that reports could take down, in the order asked for. */
export async function levelsBefore(
  database: EntityManager,
  asked: readonly ReportedOn[],
): Promise<LevelsBefore[]> {
  if (asked.length === 0) return [];
  return database.query<LevelsBefore[]>(
    `with ${standingEntries}, asked as (
      select asked.*, p.end_date, p.start_date, coalesce(l.position, 32767) as lead_rank
      from unnest($1::int[], $2::int[], $3::int[])
          with ordinality asked (deliverable_id, period_id, department_id, place)
        join reporting_period p on p.id = asked.period_id
        left join lead l
          on l.deliverable_id = asked.deliverable_id and l.department_id = asked.department_id
    ), before as (
      select asked.place, asked.department_id = e.department_id as is_own, e.completion, e.end_date, e.start_date,
        e.lead_rank, e.department_id,
        (e.end_date, e.start_date) = (asked.end_date, asked.start_date)
          and (e.lead_rank, e.department_id) < (asked.lead_rank, asked.department_id) as outranks
      from asked join standing e using (deliverable_id)
      where e.completion is not null and (e.end_date, e.start_date) <= (asked.end_date, asked.start_date)
    ), own as (
      select distinct on (place) place, completion from before where is_own
      order by place, end_date desc, start_date desc
    ), shown as (
      select distinct on (place) place, completion, outranks from before
      order by place, end_date desc, start_date desc, lead_rank, department_id
    )
    select own.completion as own, case when shown.outranks then null else shown.completion end as shown
    from asked left join own using (place) left join shown using (place)
    order by place`,
    [
      asked.map(({ deliverableKey }) => deliverableKey),
      asked.map(({ periodKey }) => periodKey),
      asked.map(({ departmentKey }) => departmentKey),
    ],
  );
}
