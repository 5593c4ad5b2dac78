import type { EntityManager } from 'typeorm';
import type { CompletionLevel } from '../../model/completion-level.js';

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
    `select own.completion as own, case when shown.outranks then null else shown.completion end as shown
    from unnest($1::int[], $2::int[], $3::int[])
        with ordinality asked (deliverable_id, period_id, department_id, place)
      join reporting_period p on p.id = asked.period_id
      left join deliverable_lead l
        on l.deliverable_id = asked.deliverable_id and l.department_id = asked.department_id
      left join lateral (
        select e.completion from published_entry e
        where e.deliverable_id = asked.deliverable_id and e.department_id = asked.department_id
          and e.completion is not null and (e.end_date, e.start_date) <= (p.end_date, p.start_date)
        order by e.end_date desc, e.start_date desc
        limit 1
      ) own on true
      left join lateral (
        select e.completion, (e.end_date, e.start_date) = (p.end_date, p.start_date)
          and (e.lead_rank, e.department_id) < (coalesce(l.position, 32767), asked.department_id) as outranks
        from published_entry e
        where e.deliverable_id = asked.deliverable_id and e.completion is not null
          and (e.end_date, e.start_date) <= (p.end_date, p.start_date)
        order by e.end_date desc, e.start_date desc, e.lead_rank, e.department_id
        limit 1
      ) shown on true
    order by place`,
    [
      asked.map(({ deliverableKey }) => deliverableKey),
      asked.map(({ periodKey }) => periodKey),
      asked.map(({ departmentKey }) => departmentKey),
    ],
  );
}
