import type { ReportState } from '../../src/model/status-report.js';
import { refreshStatus } from '../../src/reporting/report/refresh-status.js';
import type { TestHub } from '../setup/hub.js';

/** A report in any state, as no import makes it. */
interface ReportRow {
  readonly commitment: string;
  readonly period: string;
  readonly department: string;
  readonly version: number;
  readonly state: `${ReportState}`;
  /** Level by deliverable code. */
  readonly levels: Readonly<Record<string, string | null>>;
  /** What every entry says was done. */
  readonly results?: string;
}

/** Puts a report straight into the tables. @returns the ids of the report and of its entries. */
export async function insertReport(hub: TestHub, row: ReportRow): Promise<readonly string[]> {
  const { manager } = hub.database.dataSource;
  const code = `${row.commitment}/${row.period}/${row.department}/${row.version}`;
  const [report] = await manager.query<{ id: number }[]>(
    `insert into status_report (
      code, plan_id, commitment_id, period_id, department_id, version, state, published_at
    )
    select $1, c.plan_id, c.id, p.id, d.id, $2, $3, case when $3 in ('PUBLISHED', 'SUPERSEDED', 'WITHDRAWN') then now() end
    from commitment c
      join reporting_period p on p.plan_id = c.plan_id and p.key = $5
      join department d on d.code = $6
    where c.code = $4
    returning id`,
    [code, row.version, row.state, row.commitment, row.period, row.department],
  );
  const entries = await manager.query<{ id: number; deliverable_id: number }[]>(
    `insert into report_entry (commitment_id, report_id, deliverable_id, completion, results_en)
    select d.commitment_id, $1, d.id, level.value, $3
    from jsonb_each_text($2) level join deliverable d on d.code = level.key
    returning id, deliverable_id`,
    [report?.id, JSON.stringify(row.levels), row.results ?? null],
  );
  await refreshStatus(
    manager,
    entries.map((entry) => entry.deliverable_id),
  );
  return [`StatusReport:${code}`, ...entries.map(({ id }) => `ReportEntry:${id}`)];
}
