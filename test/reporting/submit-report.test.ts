import { both, on, ReportingHub } from './reporting-hub.js';

describe('a submitted report', () => {
  let hub: ReportingHub;
  let one: Record<string, string>;
  beforeEach(async () => {
    hub = await ReportingHub.start();
    one = await hub.reporter('one');
  });
  afterEach(() => hub.stop());

  const entry = (completion: string | null, deliverable = 'p-2016/1.1') => ({ deliverable, completion });
  const submit = (entries: readonly object[], more: object = {}, as = one) =>
    hub.write('submitReport', { ...on('p-2016'), entries, ...more }, as);

  it('is published where its plan needs no review, and its level goes to the feed', async () => {
    const payload = await submit([{ ...entry('LIMITED'), results: both('Begun') }]);
    expect(payload).toMatchObject({
      report: { code: 'p-2016/1/first/one/1', version: 1, state: 'PUBLISHED' },
      changes: [
        { kind: 'REPORT_PUBLISHED', report: { code: 'p-2016/1/first/one/1' }, department: { code: 'one' } },
        {
          kind: 'STATUS_CHANGED',
          from: null,
          to: 'LIMITED',
          direction: null,
          deliverable: { code: 'p-2016/1.1' },
          period: { key: 'first' },
        },
      ],
      userErrors: [],
    });
    expect(payload.cursor).toBe(payload.changes[1].cursor);
    const { deliverable } = await hub.hub.query('{ deliverable(code: "p-2016/1.1") { completion results } }');
    expect(deliverable).toEqual({ completion: 'LIMITED', results: 'Begun' });
  });

  it('amended is a new version that keeps what is not said anew, and the old one stays readable', async () => {
    await submit([{ ...entry('LIMITED'), results: both('Begun') }, entry('LIMITED', 'p-2016/1.2')]);
    const { report, changes } = await submit([{ ...entry('COMPLETE'), results: { en: 'Done' } }]);
    expect(report).toMatchObject({
      version: 2,
      entries: [
        { completion: 'COMPLETE', results: 'Done', resultsFr: 'Begun (fr)' },
        { deliverable: { code: 'p-2016/1.2' }, completion: 'LIMITED' },
      ],
    });
    expect(changes[1]).toMatchObject({ from: 'LIMITED', to: 'COMPLETE', direction: 'UP' });
    const { commitment } = await hub.hub.query(
      '{ commitment(code: "p-2016/1") { reports(formerVersions: true) { version state entries { completion } } } }',
    );
    expect(commitment.reports).toEqual([
      { version: 2, state: 'PUBLISHED', entries: [{ completion: 'COMPLETE' }, { completion: 'LIMITED' }] },
      { version: 1, state: 'SUPERSEDED', entries: [{ completion: 'LIMITED' }, { completion: 'LIMITED' }] },
    ]);
  });

  it('takes away what is null, and leaves alone what is left out', async () => {
    const evidence = [{ url: 'https://one.example/', text: both('Page') }];
    await submit([{ ...entry('LIMITED'), results: both('Begun'), challenges: both('Time'), evidence }]);
    const { report } = await submit([
      { deliverable: 'p-2016/1.1', results: { fr: null }, challenges: null, evidence: [] },
    ]);
    expect(report.entries[0]).toMatchObject({
      completion: 'LIMITED',
      results: 'Begun',
      resultsFr: 'Begun',
      challenges: null,
      evidence: [],
    });
  });

  it('that says nothing new changes nothing', async () => {
    await submit([entry('LIMITED')]);
    const before = await hub.everything();
    const payload = await submit([entry('LIMITED')]);
    expect(payload).toMatchObject({ report: { version: 1 }, changes: [], cursor: null, userErrors: [] });
    expect(await hub.everything()).toEqual(before);
  });

  it('with a text alone is published without a change of status', async () => {
    await submit([entry('LIMITED')]);
    const { changes } = await submit([{ deliverable: 'p-2016/1.1', results: both('More') }]);
    expect(changes.map(({ kind }: { kind: string }) => kind)).toEqual(['REPORT_PUBLISHED']);
  });

  it('takes no level down without a reason, and tells the reason with the change', async () => {
    await submit([entry('COMPLETE'), entry('LIMITED', 'p-2016/1.2')]);
    const refused = await submit([entry('LIMITED'), entry('NOT_STARTED', 'p-2016/1.2')]);
    expect(refused.userErrors).toMatchObject([
      { code: 'REASON_REQUIRED', field: ['entries', '0', 'completion'] },
      { code: 'REASON_REQUIRED', field: ['entries', '1', 'completion'] },
    ]);
    const { changes, report } = await submit([entry('LIMITED')], { reason: 'The test failed.' });
    expect(report.reason).toBe('The test failed.');
    expect(changes).toMatchObject([
      { kind: 'REPORT_PUBLISHED', reason: 'The test failed.' },
      { from: 'COMPLETE', to: 'LIMITED', direction: 'DOWN', reason: 'The test failed.' },
    ]);
  });

  it('needs a reason for a level lower than that of an earlier period, or for taking one away', async () => {
    await submit([entry('SUBSTANTIAL')]);
    const later = await submit([entry('LIMITED')], { period: 'second' });
    expect(later.userErrors).toMatchObject([{ code: 'REASON_REQUIRED' }]);
    expect((await submit([entry(null)])).userErrors).toMatchObject([{ code: 'REASON_REQUIRED' }]);
    expect((await submit([entry(null)], { reason: 'A mistake.' })).changes[1]).toMatchObject({
      from: 'SUBSTANTIAL',
      to: null,
      direction: null,
      reason: 'A mistake.',
    });
  });

  it('of a first lead needs a reason where it would take the level of another department down', async () => {
    const two = await hub.reporter('two');
    await submit([entry('COMPLETE')], { department: 'two' }, two);
    expect((await submit([entry('LIMITED')])).userErrors).toMatchObject([{ code: 'REASON_REQUIRED' }]);
    await submit([entry('LIMITED')], { reason: 'We lead, and see it so.' });
    const supporting = await submit([entry('NOT_STARTED')], { department: 'two', reason: 'Same.' }, two);
    expect(supporting.changes.map(({ kind }: { kind: string }) => kind)).toEqual(['REPORT_PUBLISHED']);
  });

  it('names its department by code or GC OrgID, its things by code or id', async () => {
    const byNumber = await submit([entry('LIMITED')], { department: '1001' });
    expect(byNumber.report.code).toBe('p-2016/1/first/one/1');
    const ids = { commitment: 'Commitment:p-2016/1', department: 'Department:one' };
    const byId = await submit([entry('COMPLETE', 'Deliverable:p-2016/1.1')], ids);
    expect(byId.report.code).toBe('p-2016/1/first/one/2');
  });

  it('is refused for another department, before anything is told of it', async () => {
    const before = await hub.everything();
    const foreign = await hub.try(
      'submitReport',
      { ...on('p-2016'), entries: [] },
      await hub.reporter('two'),
    );
    expect(foreign.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const nobody = await hub.try('submitReport', { ...on('p-2016'), entries: [] });
    expect(nobody.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(await hub.everything()).toEqual(before);
  });

  it('is refused from a department without a part in the commitment, or in the deliverable', async () => {
    const three = await hub.reporter('three');
    const stranger = await submit([entry('LIMITED')], { department: 'three' }, three);
    expect(stranger.userErrors).toMatchObject([{ code: 'NOT_INVOLVED', field: ['department'] }]);
    const part = await hub.reporter('part');
    const mixed = await submit(
      [entry('LIMITED', 'p-2016/1.3'), entry('LIMITED', 'p-2016/1.1')],
      { department: 'part' },
      part,
    );
    expect(mixed.userErrors).toMatchObject([
      { code: 'NOT_INVOLVED', field: ['entries', '1', 'deliverable'] },
    ]);
    expect((await submit([entry('LIMITED', 'p-2016/1.3')], { department: 'part' }, part)).userErrors).toEqual(
      [],
    );
  });

  it('changes nothing but what its own transaction says in the order of the feed', async () => {
    await submit([entry('LIMITED'), entry('LIMITED', 'p-2016/1.2')]);
    await submit([entry('COMPLETE')]);
    expect((await hub.feed()).slice(-5)).toEqual([
      'REPORT_PUBLISHED',
      'STATUS_CHANGED null LIMITED',
      'STATUS_CHANGED null LIMITED',
      'REPORT_PUBLISHED',
      'STATUS_CHANGED LIMITED COMPLETE',
    ]);
  });
});
