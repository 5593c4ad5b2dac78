import type { EntityManager } from 'typeorm';
import type { EntryContent } from '../../reporting/report/entry-content.js';

/** A row of a tracker whose every code is known. */
export interface StagedRow {
  /** Line in the file. */
  readonly line: number;
  readonly commitmentKey: number;
  readonly periodKey: number;
  readonly departmentKey: number;
  readonly deliverableKey: number;
  /** `YYYY-MM-DD`; null: not known. */
  readonly publishedOn: string | null;
  readonly content: EntryContent;
}

/** What makes rows parts of one report. */
export interface ReportKeys {
  readonly commitmentKey: number;
  readonly periodKey: number;
  readonly departmentKey: number;
}

/** A report's place in the order of {@link nextReports}. */
export type ReportPlace = readonly [commitmentKey: number, periodKey: number, departmentKey: number];

/**
 * Rows of a file wait in a temporary table until all of them were seen, since the rows of one report may stand
 * anywhere in the file and must not all be held in memory. The table goes with the transaction.
 */
export async function openStage(database: EntityManager): Promise<void> {
  await database.query(`
    create temporary table staged_row (
      line integer not null,
      commitment_id integer not null,
      period_id integer not null,
      department_id integer not null,
      deliverable_id integer not null,
      published_on date,
      content jsonb not null
    ) on commit drop`);
}

/** Puts rows on the stage with one statement. */
export async function stageRows(database: EntityManager, rows: readonly StagedRow[]): Promise<void> {
  if (rows.length === 0) return;
  await database.query(
    `insert into staged_row
      select * from unnest($1::int[], $2::int[], $3::int[], $4::int[], $5::int[], $6::date[], $7::jsonb[])`,
    [
      rows.map((row) => row.line),
      rows.map((row) => row.commitmentKey),
      rows.map((row) => row.periodKey),
      rows.map((row) => row.departmentKey),
      rows.map((row) => row.deliverableKey),
      rows.map((row) => row.publishedOn),
      rows.map((row) => JSON.stringify(row.content)),
    ],
  );
}

/** A line that reports again what an earlier line of the file reported. */
export interface RepeatedRow {
  readonly line: number;
  /** The earlier line. */
  readonly first: number;
  readonly indicator: string;
}

/** How many lines report again what an earlier one reported, and the first `limit` of them. */
export async function repeatedRows(
  database: EntityManager,
  limit: number,
): Promise<{ readonly total: number; readonly rows: readonly RepeatedRow[] }> {
  const rows = await database.query<(RepeatedRow & { readonly total: number })[]>(
    `select *, count(*) over ()::int as total from (
      select staged_row.line, d.source_code as indicator, min(staged_row.line) over (
        partition by staged_row.deliverable_id, period_id, department_id
      ) as first
      from staged_row join deliverable d on d.id = staged_row.deliverable_id
    ) numbered
    where line <> first order by line limit $1`,
    [limit],
  );
  return { total: rows[0]?.total ?? 0, rows };
}

/** Prepares the stage for {@link nextReports}. */
export async function sortStage(database: EntityManager): Promise<void> {
  await database.query('create index on staged_row (commitment_id, period_id, department_id)');
  await database.query('analyze staged_row');
}

/** All rows of the next reports after a place, sorted by report; empty at the end. */
export async function nextReports(
  database: EntityManager,
  after: ReportPlace,
  limit: number,
): Promise<readonly StagedRow[]> {
  return database.query(
    `with next as (
      select distinct commitment_id, period_id, department_id from staged_row
      where (commitment_id, period_id, department_id) > ($1::int, $2::int, $3::int)
      order by commitment_id, period_id, department_id limit $4
    )
    select line, commitment_id as "commitmentKey", period_id as "periodKey", department_id as "departmentKey",
      deliverable_id as "deliverableKey", published_on::text as "publishedOn", content
    from staged_row join next using (commitment_id, period_id, department_id)
    order by commitment_id, period_id, department_id, line`,
    [...after, limit],
  );
}
