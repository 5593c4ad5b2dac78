import { on, ReportingHub } from './reporting-hub.js';

describe('a report of a plan with reviews', () => {
  let hub: ReportingHub;
  let reporter: Record<string, string>;
  let publisher: Record<string, string>;
  beforeEach(async () => {
    hub = await ReportingHub.start();
    reporter = await hub.reporter('one');
    publisher = await hub.as({ roles: ['publisher'], departments: ['one'] });
  });
  afterEach(() => hub.stop());

  const report = 'p-review/1/first/one/1';
  const write = (
    mutation: 'saveReportDraft' | 'submitReport',
    completion: string | null,
    more: object = {},
  ) =>
    hub.write(
      mutation,
      { ...on('p-review'), entries: [{ deliverable: 'p-review/1.1', completion }], ...more },
      reporter,
    );
  const statesOf = async () => {
    const rows = await hub.hub.database.dataSource.query<{ version: number; state: string }[]>(
      `select version, state from status_report order by version`,
    );
    return rows.map(({ version, state }) => `${version} ${state}`);
  };

  it('waits for a publisher, and only then is read by everybody and in the feed', async () => {
    const submitted = await write('submitReport', 'LIMITED');
    expect(submitted).toMatchObject({ report: { state: 'SUBMITTED' }, changes: [], cursor: null });
    expect(await hub.feed()).not.toContain('REPORT_PUBLISHED');
    const payload = await hub.write('publishReport', { report }, publisher);
    expect(payload).toMatchObject({
      report: { code: report, state: 'PUBLISHED' },
      changes: [{ kind: 'REPORT_PUBLISHED' }, { kind: 'STATUS_CHANGED', to: 'LIMITED' }],
    });
    const { node } = await hub.hub.query(
      'query ($id: ID!) { node(id: $id) { ... on StatusReport { state publishedOn } } }',
      {
        id: `StatusReport:${report}`,
      },
    );
    expect(node).toEqual({ state: 'PUBLISHED', publishedOn: new Date().toISOString().slice(0, 10) });
  });

  it('goes back with a reason, which its department reads, and is submitted again', async () => {
    await write('submitReport', 'LIMITED');
    const returned = await hub.write('returnReport', { report, reason: 'Say more.' }, publisher);
    expect(returned.report).toMatchObject({ state: 'RETURNED', decisionReason: 'Say more.' });
    const again = await write('submitReport', 'LIMITED', { entries: [] });
    expect(again.report).toMatchObject({ version: 1, state: 'SUBMITTED', decisionReason: null });
    const changed = await write('submitReport', 'COMPLETE');
    expect(changed.report).toMatchObject({ version: 2, state: 'SUBMITTED' });
    expect(await statesOf()).toEqual(['1 SUPERSEDED', '2 SUBMITTED']);
    const stale = await hub.write('publishReport', { report }, publisher);
    expect(stale.userErrors).toMatchObject([{ code: 'CONFLICT', field: ['report'], currentVersion: 2 }]);
  });

  it('carries its reason over from the draft to the change', async () => {
    await write('submitReport', 'COMPLETE');
    await hub.write('publishReport', { report }, publisher);
    await write('saveReportDraft', 'LIMITED', { reason: 'It broke.' });
    const { report: submitted } = await write('submitReport', 'LIMITED', { entries: [] });
    const { changes } = await hub.write('publishReport', { report: submitted.code }, publisher);
    expect(changes[1]).toMatchObject({ direction: 'DOWN', reason: 'It broke.' });
    expect(await statesOf()).toEqual(['1 SUPERSEDED', '2 PUBLISHED']);
  });

  it('as a draft may be incomplete, is saved version by version, and says nothing to the feed', async () => {
    const before = await hub.feed();
    expect((await write('saveReportDraft', null, { entries: [] })).report).toMatchObject({
      version: 1,
      state: 'DRAFT',
    });
    expect((await write('saveReportDraft', 'LIMITED')).report).toMatchObject({ version: 2, state: 'DRAFT' });
    expect((await write('saveReportDraft', 'LIMITED')).report).toMatchObject({ version: 2, state: 'DRAFT' });
    expect(await statesOf()).toEqual(['1 SUPERSEDED', '2 DRAFT']);
    expect(await hub.feed()).toEqual(before);
    const { node } = await hub.hub.query('query ($id: ID!) { node(id: $id) { id } }', {
      id: `StatusReport:${report}`,
    });
    expect(node).toBeNull();
  });

  it('is taken back by its reporter while it waits, by a publisher once it is published', async () => {
    await write('submitReport', 'LIMITED');
    const taken = await hub.write('withdrawReport', { report, reason: 'Too early.' }, reporter);
    expect(taken).toMatchObject({ report: { state: 'WITHDRAWN' }, changes: [] });
    const { report: next } = await write('submitReport', 'LIMITED');
    await hub.write('publishReport', { report: next.code }, publisher);
    const alone = await hub.try('withdrawReport', { report: next.code, reason: 'Wrong.' }, reporter);
    expect(alone.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const { changes } = await hub.write('withdrawReport', { report: next.code, reason: 'Wrong.' }, publisher);
    expect(changes).toMatchObject([
      { kind: 'REPORT_WITHDRAWN', reason: 'Wrong.' },
      { kind: 'STATUS_CHANGED', from: 'LIMITED', to: null, reason: 'Wrong.' },
    ]);
    const { node } = await hub.hub.query(
      'query ($id: ID!) { node(id: $id) { ... on StatusReport { state decisionReason } } }',
      { id: `StatusReport:${next.code}` },
    );
    expect(node).toEqual({ state: 'WITHDRAWN', decisionReason: 'Wrong.' });
  });

  it('that is withdrawn gives way to the level of the period before', async () => {
    const central = await hub.as({ roles: ['publisher'], departments: ['*'] });
    for (const [period, completion] of [
      ['first', 'LIMITED'],
      ['second', 'COMPLETE'],
    ]) {
      await write('submitReport', completion ?? null, { period });
      await hub.write('publishReport', { report: `p-review/1/${period}/one/1` }, central);
    }
    const { changes } = await hub.write(
      'withdrawReport',
      { report: 'p-review/1/second/one/1', reason: 'Wrong.' },
      central,
    );
    expect(changes[1]).toMatchObject({
      from: 'COMPLETE',
      to: 'LIMITED',
      direction: 'DOWN',
      reason: 'Wrong.',
    });
  });

  it('is decided upon in the right state only, by its own publisher only', async () => {
    await write('saveReportDraft', 'LIMITED');
    const early = await hub.write('publishReport', { report }, publisher);
    expect(early.userErrors).toMatchObject([{ code: 'WRONG_STATE', field: ['report'] }]);
    expect((await hub.write('returnReport', { report, reason: ' ' }, publisher)).userErrors).toMatchObject([
      { code: 'REQUIRED', field: ['reason'] },
      { code: 'WRONG_STATE', field: ['report'] },
    ]);
    const other = await hub.as({ roles: ['publisher'], departments: ['two'] });
    for (const code of [report, 'p-review/1/first/one/7']) {
      const foreign = await hub.try('publishReport', { report: code }, other);
      expect(foreign.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      expect(foreign.errors?.[0]?.message).toBe(
        'publishReport needs the role publisher for "one"; the token has the role publisher for "two".',
      );
    }
    const unknown = await hub.write('publishReport', { report: 'p-review/1/first/one/7' }, publisher);
    expect(unknown.userErrors).toMatchObject([{ code: 'UNKNOWN', field: ['report'] }]);
    expect((await hub.try('publishReport', { report }, reporter)).errors?.[0]?.extensions.code).toBe(
      'FORBIDDEN',
    );
    expect(await statesOf()).toEqual(['1 DRAFT']);
  });

  it('submitted in time is published after its period has closed, and not submitted then', async () => {
    await write('submitReport', 'LIMITED');
    await hub.hub.database.dataSource.query(`update reporting_period set is_open = false`);
    expect((await write('submitReport', 'COMPLETE')).userErrors).toMatchObject([
      { code: 'PERIOD_CLOSED', field: ['period'] },
    ]);
    expect((await hub.write('publishReport', { report }, publisher)).userErrors).toEqual([]);
  });
});
