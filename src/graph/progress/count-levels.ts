import sql, { type Sql } from 'sql-template-tag';
import type { CompletionLevel } from '../../model/completion-level.js';
import type { Batch, Loading } from '../loading/loading.js';
import type { ProgressScope, Tally } from './progress.js';

/** The deliverables of each scope: which row they count for, and which they are. */
const members: Readonly<Record<ProgressScope, Sql>> = {
  plan: sql`select c.plan_id as scope_id, d.id from leaf_deliverable d join commitment c on c.id = d.commitment_id`,
  commitment: sql`select d.commitment_id as scope_id, d.id from leaf_deliverable d`,
  deliverable: sql`
    select above.id as scope_id, d.id from leaf_deliverable d
      join deliverable above on above.commitment_id = d.commitment_id
        and above.path = d.path[1 : cardinality(above.path)]`,
  department: sql`
    select l.department_id as scope_id, d.id from leaf_deliverable d
      join deliverable_lead l on l.deliverable_id = d.id`,
};

interface LevelRow {
  readonly scope_id: number;
  readonly part_id: number;
  readonly completion: CompletionLevel | null;
  readonly count: number;
}

/** Counts by the level that holds now, or held at a moment. */
export const levelsOf = eachScope<Tally>('levels', (scope, asOf) => async (loading, keys) => {
  const rows = await loading.query<LevelRow>(sql`
    select m.scope_id, 0 as part_id, s.completion, count(*)::int as count
    from (${members[scope]}) m left join ${levelsAsOf(asOf)} s on s.deliverable_id = m.id
    where m.scope_id = any (${keys}::int[])
    group by m.scope_id, s.completion`);
  return keys.map((key) => tally(rows.filter((row) => row.scope_id === key)));
});

/** The same for each department that leads, by its number. Joint ones count for each lead. */
export const levelsByDepartmentOf = eachScope<ReadonlyMap<number, Tally>>(
  'levels by department',
  (scope, asOf) => async (loading, keys) => {
    const rows = await loading.query<LevelRow>(sql`
    select m.scope_id, l.department_id as part_id, s.completion, count(*)::int as count
    from (${members[scope]}) m
      join deliverable_lead l on l.deliverable_id = m.id and l.department_id is not null
      left join ${levelsAsOf(asOf)} s on s.deliverable_id = m.id
    where m.scope_id = any (${keys}::int[])
    group by m.scope_id, l.department_id, s.completion
    order by l.department_id`);
    return keys.map((key) => tallies(rows.filter((row) => row.scope_id === key)));
  },
);

/** Counts by the level as it stood at the end of each period, by the period's number, from the first on. */
export const levelsOverPeriodsOf = eachScope<ReadonlyMap<number, Tally>>(
  'levels over periods',
  (scope) => async (loading, keys) => {
    const rows = await loading.query<LevelRow>(sql`
    with member as materialized (
      select m.scope_id, m.id as deliverable_id, p.id as period_id, p.end_date, p.start_date
      from (${members[scope]}) m
        join deliverable d on d.id = m.id
        join commitment c on c.id = d.commitment_id
        join reporting_period p on p.plan_id = c.plan_id
      where m.scope_id = any (${keys}::int[])
    ), said as materialized (
      select * from published_entry
      where deliverable_id in (select deliverable_id from member) and completion is not null
    ), latest as (
      select distinct on (m.deliverable_id, m.period_id) m.deliverable_id, m.period_id, e.completion
      from member m
        join said e on e.deliverable_id = m.deliverable_id
          and (e.end_date, e.start_date) <= (m.end_date, m.start_date)
      order by m.deliverable_id, m.period_id, e.end_date desc, e.start_date desc, e.lead_rank, e.department_id
    )
    select m.scope_id, m.period_id as part_id, latest.completion, count(*)::int as count
    from member m left join latest using (deliverable_id, period_id)
    group by m.scope_id, m.period_id, m.end_date, m.start_date, latest.completion
    order by m.end_date, m.start_date, m.period_id`);
    return keys.map((key) => tallies(rows.filter((row) => row.scope_id === key)));
  },
);

/** Each deliverable's level now, or at a moment by the feed of changes. */
function levelsAsOf(asOf: Date | null): Sql {
  if (asOf === null) return sql`deliverable_status`;
  return sql`(
    select distinct on (deliverable_id) deliverable_id, to_level as completion from change
    where kind = 'STATUS_CHANGED' and at <= ${asOf}::timestamptz
    order by deliverable_id, id desc)`;
}

/** The counts of one scope; the same ones, and so one statement, for whoever asks for the same moment. */
type Counting<Value> = (loading: Loading, scope: ProgressScope, asOf: Date | null) => Batch<number, Value>;

function eachScope<Value>(
  name: string,
  batch: (scope: ProgressScope, asOf: Date | null) => Batch<number, Value>,
): Counting<Value> {
  return (loading, scope, asOf) =>
    loading.named(`${name} ${scope} ${asOf?.toISOString() ?? ''}`, () => batch(scope, asOf));
}

function tally(rows: readonly LevelRow[]): Tally {
  return new Map(rows.map((row) => [row.completion, row.count]));
}

function tallies(rows: readonly LevelRow[]): ReadonlyMap<number, Tally> {
  const parts = [...new Set(rows.map((row) => row.part_id))];
  return new Map(parts.map((part) => [part, tally(rows.filter((row) => row.part_id === part))]));
}
