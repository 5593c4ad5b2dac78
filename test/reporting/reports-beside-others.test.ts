import { CompletionLevel } from '../../src/model/completion-level.js';
import { saveFacts } from '../graph/save-facts.js';
import { both, on, ReportingHub, submitReports } from './reporting-hub.js';

describe('a report beside what others do', () => {
  let hub: ReportingHub;
  let one: Record<string, string>;
  beforeEach(async () => {
    hub = await ReportingHub.start();
    one = await hub.reporter('one');
  });
  afterEach(() => hub.stop());

  const entry = (completion: string, deliverable = 'p-2016/1.1') => ({ deliverable, completion });
  const submit = (entries: readonly object[], more: object = {}, as = one) =>
    hub.write('submitReport', { ...on('p-2016'), entries, ...more }, as);
  const query = (statement: string) => hub.hub.database.dataSource.query(statement);

  it('that is being drafted is left alone by an import', async () => {
    const imported = {
      ...on('p-review'),
      entries: [{ deliverable: 'p-review/1.2', completion: CompletionLevel.LIMITED }],
    };
    await saveFacts(hub.hub, { reports: [imported] });
    const draft = { deliverable: 'p-review/1.1', completion: 'COMPLETE', results: both('SECRET') };
    await hub.write('saveReportDraft', { ...on('p-review'), entries: [draft], reason: 'SECRET too' }, one);
    await saveFacts(hub.hub, { reports: [imported] });
    await saveFacts(hub.hub, {
      reports: [
        { ...imported, entries: [{ deliverable: 'p-review/1.2', completion: CompletionLevel.COMPLETE }] },
      ],
    });
    const { commitment } = await hub.hub.query(
      '{ commitment(code: "p-review/1") { reports(formerVersions: true) { version state reason entries { results completion } } } }',
    );
    expect(commitment.reports).toEqual([
      { version: 3, state: 'PUBLISHED', reason: null, entries: [{ results: null, completion: 'COMPLETE' }] },
      { version: 1, state: 'SUPERSEDED', reason: null, entries: [{ results: null, completion: 'LIMITED' }] },
    ]);
    const { report } = await hub.write('submitReport', { ...on('p-review'), entries: [] }, one);
    expect(report).toMatchObject({ version: 2, state: 'SUBMITTED', entries: [{ results: 'SECRET' }, {}] });
  });

  it('keeps readers waiting for nobody while writers wait for each other, and writers not for ever', async () => {
    const session = hub.hub.database.dataSource.createQueryRunner();
    await session.startTransaction();
    await session.query(`select from commitment where code = 'p-2016/1' for update`);
    const writing = Array.from({ length: 12 }, () =>
      hub.try('submitReport', { ...on('p-2016'), entries: [entry('LIMITED')] }, one),
    );
    for (let waiting = 0; waiting < 3; ) {
      const [row] = await query(`select count(*)::int as count from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`);
      waiting = row.count;
    }
    const { plans } = await hub.hub.query('{ plans { nodes { code } } }');
    expect(plans.nodes).toHaveLength(5);
    const first = await Promise.race(writing);
    expect(first.errors?.[0]?.extensions.code).toBe('BUSY');
    await session.rollbackTransaction();
    await session.release();
    await Promise.all(writing);
    expect((await submit([entry('LIMITED')])).userErrors).toEqual([]);
  });

  it('is checked by what its plan asks for once it is its turn', async () => {
    const session = hub.hub.database.dataSource.createQueryRunner();
    await session.startTransaction();
    await session.query(`update action_plan set review_required = true where code = 'p-2016'`);
    const waiting = submit([entry('LIMITED')]);
    for (let held = 0; held === 0; ) {
      const [row] = await query(`select count(*)::int as count from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`);
      held = row.count;
    }
    await session.commitTransaction();
    await session.release();
    expect((await waiting).report.state).toBe('SUBMITTED');
  });

  it('of a bulk is held against those of earlier periods in the same bulk', async () => {
    const reports = [
      { ...on('p-2016', 'one', 1, 'second'), entries: [entry('LIMITED')] },
      { ...on('p-2016'), entries: [entry('COMPLETE')] },
    ];
    const { payload } = await hub.hub.query(
      submitReports,
      { input: { reports, mode: 'ALL_OR_NOTHING' } },
      one,
    );
    expect(payload.userErrors).toMatchObject([
      { code: 'REASON_REQUIRED', field: ['reports', '0', 'entries', '0', 'completion'] },
    ]);
  });

  it('is not made on a milestone, whose indicators are reported on', async () => {
    await query(`insert into deliverable (code, commitment_id, parent_id, kind, position, path, text_en)
      select 'p-2016/1.1.1', commitment_id, id, 'INDICATOR', 1, path || 1, 'Indicator'
      from deliverable where code = 'p-2016/1.1'`);
    expect((await submit([entry('LIMITED')])).userErrors).toMatchObject([
      { code: 'MISPLACED', field: ['entries', '0', 'deliverable'] },
    ]);
    expect((await submit([entry('LIMITED', 'p-2016/1.1.1')])).userErrors).toEqual([]);
  });

  it('carries nothing from a draft that its department has no part in any more', async () => {
    const two = await hub.reporter('two');
    await hub.write('saveReportDraft', { ...on('p-2016', 'two'), entries: [entry('LIMITED')] }, two);
    await query(`update commitment_actor set deliverable_id = (select id from deliverable where code = 'p-2016/1.2')
      where commitment_id = (select id from commitment where code = 'p-2016/1') and department_id =
        (select id from department where code = 'two')`);
    const { userErrors } = await submit([entry('LIMITED', 'p-2016/1.2')], { department: 'two' }, two);
    expect(userErrors).toMatchObject([{ code: 'NOT_INVOLVED', field: ['entries'] }]);
    expect(userErrors[0].message).toContain('p-2016/1.1');
  });

  it('of a closed period is taken back by a publisher alone', async () => {
    const { report } = await submit([entry('LIMITED')]);
    await query('update reporting_period set is_open = false');
    const input = { report: report.code, reason: 'Wrong.' };
    expect((await hub.write('withdrawReport', input, one)).userErrors).toMatchObject([
      { code: 'PERIOD_CLOSED' },
    ]);
    const publisher = await hub.as({ roles: ['publisher'], departments: ['one'] });
    expect((await hub.write('withdrawReport', input, publisher)).report.state).toBe('WITHDRAWN');
  });

  it('says the day on which it was published, drafted before or not', async () => {
    await submit([entry('LIMITED')]);
    await hub.write(
      'saveReportDraft',
      { ...on('p-2016', 'one', 3), entries: [entry('LIMITED', 'p-2016/3.1')] },
      one,
    );
    await submit([], { commitment: 'p-2016/3' });
    const days = await query('select distinct published_on::text as day from status_report');
    expect(days).toEqual([{ day: new Date().toISOString().slice(0, 10) }]);
  });

  it('belongs to the department of its code, whatever number another one has', async () => {
    await query(`insert into department (code, name_en) values ('4321', 'Digits')`);
    await query(`update department set gc_org_id = 4321 where code = 'two'`);
    await submit([entry('LIMITED')]);
    await query(`update status_report set code = replace(code, '/one/', '/4321/'), department_id =
      (select id from department where code = '4321')`);
    const input = { report: 'p-2016/1/first/4321/1', reason: 'Not mine.' };
    const { errors } = await hub.try('withdrawReport', input, await hub.reporter('two'));
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const nobody = await submit([entry('LIMITED')], { department: 'null' });
    expect(nobody.userErrors).toMatchObject([{ code: 'UNKNOWN', field: ['department'] }]);
  });

  it('that is wrong is told of without cutting a character in half', async () => {
    const reports = [
      { ...on('p-2016'), entries: [entry('LIMITED')] },
      { ...on('p-2016', 'one', 3), entries: [entry('LIMITED', `${'x'.repeat(199)}😀`)] },
    ];
    const { payload } = await hub.hub.query(
      submitReports,
      { input: { reports, mode: 'EACH_FOR_ITSELF', idempotencyKey: 'half' } },
      one,
    );
    expect(payload.results).toMatchObject([{ userErrors: [] }, { userErrors: [{ code: 'UNKNOWN' }] }]);
  });

  it('that is wrong in thousands of places is told the first hundred', async () => {
    const evidence = Array.from({ length: 50 }, () => ({}));
    const entries = Array.from({ length: 500 }, () => ({ ...entry('LIMITED', 'none'), evidence }));
    const reports = Array.from({ length: 10 }, () => ({ ...on('p-2016'), entries }));
    const { payload } = await hub.hub.query(
      submitReports,
      { input: { reports, mode: 'EACH_FOR_ITSELF' } },
      one,
    );
    const counts = payload.results.map(({ userErrors }: { userErrors: unknown[] }) => userErrors.length);
    expect(counts.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 100));
    const more = await hub.hub.query(
      submitReports,
      { input: { reports: [...reports, ...reports], mode: 'EACH_FOR_ITSELF' } },
      one,
    );
    expect(more.payload.userErrors).toMatchObject([{ code: 'TOO_MANY', field: ['reports'] }]);
  });

  it('is one of ten mutations of a request at the most', async () => {
    const field = (at: number) => `m${at}: submitReport(input: $input) { cursor }`;
    const ask = (count: number) =>
      hub.hub.ask(
        `mutation ($input: SubmitReportInput!) { ${Array.from({ length: count }, (_, at) => field(at)).join(' ')} }`,
        { input: { ...on('p-2016'), entries: [entry('LIMITED')] } },
        one,
      );
    expect((await ask(11)).errors?.[0]?.extensions.code).toBe('QUERY_TOO_LARGE');
    expect((await ask(10)).errors).toBeUndefined();
  });
});
