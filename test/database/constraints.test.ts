import type { DataSource } from 'typeorm';
import { migrate } from '../../src/database/migrate.js';
import { ScratchDatabase, testedServers } from './databases-to-test.js';

/** Two plans of one period and two commitments each, and a department. The ids are 1 and up, in this order. */
const facts = `
  insert into action_plan (code, start_date, end_date, rules, title_en)
    values ('one', '2016-07-01', '2018-06-30', '2016', 'One'), ('two', '2018-07-01', '2020-06-30', '2018', 'Two');
  insert into reporting_period (code, plan_id, key, start_date, end_date, label_en)
    values ('one/a', 1, 'a', '2016-07-01', '2017-06-30', 'A'), ('two/a', 2, 'a', '2018-07-01', '2019-06-30', 'A');
  insert into commitment (code, plan_id, number, title_en)
    values ('one/1', 1, 1, 'One'), ('one/2', 1, 2, 'Two'), ('two/1', 2, 1, 'Three');
  insert into deliverable (code, commitment_id, kind, position, path, text_en)
    values ('one/1.1', 1, 'MILESTONE', 1, '{1}', 'A'), ('one/2.1', 2, 'MILESTONE', 1, '{1}', 'B');
  insert into department (code, name_en) values ('tbs', 'Treasury Board'), ('pco', 'Privy Council Office');
  insert into status_report (code, plan_id, commitment_id, period_id, department_id, version, state, published_at)
    values ('one/1:a:tbs:1', 1, 1, 1, 1, 1, 'PUBLISHED', now());
`;

/** What must not be in the database, whoever writes it; the same without the fault must. */
const refused: readonly (readonly [what: string, constraint: string, wrong: string, right: string])[] = [
  [
    'a deliverable whose parent belongs to another commitment',
    'deliverable_parent_id_commitment_id_fkey',
    deliverable({ code: 'one/1.1.1', commitment: 1, parent: 2 }),
    deliverable({ code: 'one/1.1.1', commitment: 1, parent: 1 }),
  ],
  [
    'a report for a period of another plan',
    'status_report_period_id_plan_id_fkey',
    report({ plan: 1, commitment: 2, period: 2 }),
    report({ plan: 1, commitment: 2, period: 1 }),
  ],
  [
    'a report on a commitment of another plan',
    'status_report_commitment_id_plan_id_fkey',
    report({ plan: 2, commitment: 2, period: 2 }),
    report({ plan: 2, commitment: 3, period: 2 }),
  ],
  [
    'an entry on a deliverable of another commitment',
    'report_entry_deliverable_id_commitment_id_fkey',
    'insert into report_entry (commitment_id, report_id, deliverable_id) values (1, 1, 2)',
    'insert into report_entry (commitment_id, report_id, deliverable_id) values (1, 1, 1)',
  ],
  [
    'an entry in a report on another commitment',
    'report_entry_report_id_commitment_id_fkey',
    'insert into report_entry (commitment_id, report_id, deliverable_id) values (2, 1, 2)',
    'insert into report_entry (commitment_id, report_id, deliverable_id) values (1, 1, 1)',
  ],
  [
    'a second published version of a report',
    'status_report_one_published',
    report({ plan: 1, commitment: 1, period: 1, version: 2, state: 'PUBLISHED' }),
    report({ plan: 1, commitment: 1, period: 1, version: 2, state: 'SUPERSEDED' }),
  ],
  [
    'a reference to itself',
    'cross_reference_not_itself_check',
    reference({ from: 1, to: 1 }),
    reference({ from: 1, to: 2 }),
  ],
  [
    'a code of the Open Government Partnership of another form',
    'commitment_ogp_code_check',
    `update commitment set ogp_code = 'CA60' where id = 1`,
    `update commitment set ogp_code = 'CA0060' where id = 1`,
  ],
  [
    'an unknown level',
    'report_entry_completion_check',
    `insert into report_entry (commitment_id, report_id, deliverable_id, completion) values (1, 1, 1, 'DONE')`,
    `insert into report_entry (commitment_id, report_id, deliverable_id, completion) values (1, 1, 1, 'COMPLETE')`,
  ],
  [
    'an unknown state of a report',
    'status_report_state_check',
    report({ plan: 1, commitment: 2, period: 1, state: 'LOST' }),
    report({ plan: 1, commitment: 2, period: 1, state: 'WITHDRAWN' }),
  ],
  [
    'a part in a commitment without an organization',
    'commitment_actor_one_organization_check',
    `insert into commitment_actor (commitment_id, role, position, stated_by) values (1, 'LEAD', 1, 'PLAN')`,
    `insert into commitment_actor (commitment_id, department_id, role, position, stated_by)
      values (1, 1, 'LEAD', 1, 'PLAN')`,
  ],
  [
    'a plan that ends before it begins',
    'action_plan_dates_check',
    `update action_plan set end_date = '2016-06-30' where id = 1`,
    `update action_plan set end_date = '2016-07-01' where id = 1`,
  ],
  [
    'a commitment without a title in either language',
    'commitment_title_check',
    `insert into commitment (code, plan_id, number) values ('one/3', 1, 3)`,
    `insert into commitment (code, plan_id, number, title_fr) values ('one/3', 1, 3, 'Trois')`,
  ],
  [
    'another commitment of the same number in a plan',
    'commitment_plan_id_number_key',
    `insert into commitment (code, plan_id, number, title_en) values ('one/x', 1, 1, 'X')`,
    `insert into commitment (code, plan_id, number, title_en) values ('two/x', 2, 2, 'X')`,
  ],
];

describe.each(testedServers())('the tables on $name', (server) => {
  let database: ScratchDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await ScratchDatabase.make(server);
    dataSource = await database.open();
    await migrate(dataSource);
    await dataSource.query(facts);
  });

  afterAll(() => database.drop());

  it.each(refused)('do not take %s', async (_what, constraint, wrong, right) => {
    const session = dataSource.createQueryRunner();
    try {
      await session.query('begin; savepoint before');
      await expect(session.query(wrong)).rejects.toMatchObject({ driverError: { constraint } });
      await session.query('rollback to before');
      await session.query(right);
    } finally {
      await session.query('rollback');
      await session.release();
    }
  });
});

function deliverable(of: {
  readonly code: string;
  readonly commitment: number;
  readonly parent: number;
}): string {
  return `insert into deliverable (code, commitment_id, parent_id, kind, position, path, text_en)
    values ('${of.code}', ${of.commitment}, ${of.parent}, 'INDICATOR', 1, '{1,1}', 'Text')`;
}

function report(of: {
  readonly plan: number;
  readonly commitment: number;
  readonly period: number;
  readonly version?: number;
  readonly state?: string;
}): string {
  const { plan, commitment, period, version = 1, state = 'DRAFT' } = of;
  return `insert into status_report (code, plan_id, commitment_id, period_id, department_id, version, state, published_at)
    values ('new', ${plan}, ${commitment}, ${period}, 1, ${version}, '${state}',
      case when '${state}' in ('DRAFT', 'SUBMITTED', 'RETURNED') then null else now() end)`;
}

function reference({ from, to }: { readonly from: number; readonly to: number }): string {
  return `insert into cross_reference (from_id, to_id, kind, state) values (${from}, ${to}, 'RELATED', 'CONFIRMED')`;
}
