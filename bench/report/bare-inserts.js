import { aReport, commitments } from './facts.js';

/**
 * What the database itself takes to keep the rows that reports leave: the reports, their entries and their changes, in
 * one transaction with three statements, without a look at anything. Nothing that keeps reports can be faster.
 */
export async function insertBare(pool, places) {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows: reports } = await client.query({
      name: 'reports',
      text: `insert into status_report (
          code, plan_id, commitment_id, period_id, department_id, version, state, published_at, written_by
        )
        select c.code || '/' || p.key || '/bare/' || place, c.plan_id, c.id, p.id, d.id, 1000000 + place, 'SUPERSEDED',
          now(), 'bare'
        from unnest($1::int[]) place
          join commitment c on c.number = place % ${commitments} + 1
          join reporting_period p on p.key = 'p-' || place / ${commitments}
          join department d on d.code = 'bench'
        returning id, commitment_id, plan_id, period_id, department_id`,
      values: [places],
    });
    const [{ entries }] = places.map(aReport);
    await client.query({
      name: 'entries',
      text: `insert into report_entry (
          commitment_id, report_id, deliverable_id, completion, results_en, results_fr, next_steps_en, next_steps_fr
        )
        select d.commitment_id, r.id, d.id, 'SUBSTANTIAL', $2, $3, $4, $5
        from unnest($1::int[]) report join status_report r on r.id = report
          join deliverable d on d.commitment_id = r.commitment_id`,
      values: [
        reports.map(({ id }) => id),
        entries[0].results.en,
        entries[0].results.fr,
        entries[0].nextSteps.en,
        entries[0].nextSteps.fr,
      ],
    });
    await client.query({
      name: 'changes',
      text: `insert into change (kind, plan_id, commitment_id, period_id, department_id, report_id, acted_by)
        select 'REPORT_PUBLISHED', plan_id, commitment_id, period_id, department_id, id, 'bare'
        from status_report where id = any ($1::int[])`,
      values: [reports.map(({ id }) => id)],
    });
    await client.query('commit');
  } finally {
    client.release();
  }
}
