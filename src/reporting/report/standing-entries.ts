/**
 * The entries that published reports have on the deliverables `$1`, as the common table `standing`: all that a level is
 * chosen from, with the departments that lead them as `lead`. PostgreSQL must begin with the deliverables, of which there are few; left to itself it reads all that was
 * ever published where its statistics lag behind. What comes first when sorted by end_date desc, start_date desc,
 * lead_rank, department_id is what everybody reads.
 */
export const standingEntries = `
  said as materialized (
    select e.id as entry_id, e.deliverable_id, e.completion, e.report_id
    from report_entry e where e.deliverable_id = any ($1::int[])
  ), lead as materialized (
    select deliverable_id, department_id, position
    from deliverable_lead where deliverable_id = any ($1::int[]) and department_id is not null
  ), standing as materialized (
    select said.entry_id, said.deliverable_id, said.completion, r.period_id, r.department_id,
      p.end_date, p.start_date, coalesce(l.position, 32767) as lead_rank
    from said
      cross join lateral (
        select period_id, department_id, state from status_report where id = said.report_id offset 0
      ) r
      join reporting_period p on p.id = r.period_id
      left join lead l on l.deliverable_id = said.deliverable_id and l.department_id = r.department_id
    where r.state = 'PUBLISHED'
  )`;
