import { both, on, ReportingHub } from './reporting-hub.js';

describe('a report that is sent again', () => {
  let hub: ReportingHub;
  let one: Record<string, string>;
  beforeEach(async () => {
    hub = await ReportingHub.start();
    one = await hub.reporter('one');
  });
  afterEach(() => hub.stop());

  const report = (completion: string, more: object = {}) => ({
    ...on('p-2016'),
    entries: [{ deliverable: 'p-2016/1.1', completion, results: both('Text') }],
    ...more,
  });
  const send = (completion: string, more: object = {}, as = one) =>
    hub.write('submitReport', report(completion, more), as);

  it('with the same key and input answers what the first one came to, and does nothing more', async () => {
    const first = await send('LIMITED', { idempotencyKey: 'k-1' });
    const after = await hub.everything();
    expect(await send('LIMITED', { idempotencyKey: 'k-1' })).toEqual(first);
    expect(await hub.everything()).toEqual(after);
  });

  it('answers so with a newer token of the same caller too, also after somebody wrote a later version', async () => {
    const first = await send('LIMITED', { idempotencyKey: 'k-1' });
    await send('COMPLETE');
    const newer = await hub.as({ roles: ['reporter'], departments: ['one'], expiresIn: '1h' });
    const again = await send('LIMITED', { idempotencyKey: 'k-1' }, newer);
    expect(again.cursor).toBe(first.cursor);
    expect(again.changes).toEqual(first.changes);
    expect(again.report.version).toBe(1);
  });

  it('with the same key at the same time is done once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => send('LIMITED', { idempotencyKey: 'k-1' })),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect((await hub.feed()).filter((kind) => kind === 'REPORT_PUBLISHED')).toHaveLength(1);
  });

  it('with the same key and other input is a conflict that saves nothing', async () => {
    await send('LIMITED', { idempotencyKey: 'k-1' });
    const before = await hub.everything();
    const { userErrors } = await send('COMPLETE', { idempotencyKey: 'k-1' });
    expect(userErrors).toMatchObject([{ code: 'CONFLICT', field: ['idempotencyKey'] }]);
    const draft = await hub.write('saveReportDraft', report('LIMITED', { idempotencyKey: 'k-1' }), one);
    expect(draft.userErrors).toMatchObject([{ code: 'CONFLICT', field: ['idempotencyKey'] }]);
    expect(await hub.everything()).toEqual(before);
  });

  it('after it was refused is looked at anew, so that a mended one may have the same key', async () => {
    const wrong = await send('LIMITED', { idempotencyKey: 'k-1', period: 'none' });
    expect(wrong.userErrors).toMatchObject([{ code: 'UNKNOWN', field: ['period'] }]);
    expect((await send('LIMITED', { idempotencyKey: 'k-1' })).userErrors).toEqual([]);
  });

  it('has keys of its own beside those of another caller', async () => {
    await send('LIMITED', { idempotencyKey: 'k-1' });
    const colleague = await hub.as({ roles: ['reporter'], departments: ['one'], subject: 'colleague' });
    expect((await send('COMPLETE', { idempotencyKey: 'k-1' }, colleague)).report.version).toBe(2);
  });

  it('is done again when a day has passed', async () => {
    await send('LIMITED', { idempotencyKey: 'k-1' });
    const age = (by: string) =>
      hub.hub.database.dataSource.query(`update idempotent_request set at = at - $1::interval`, [by]);
    await age('23 hours 59 minutes');
    expect((await send('COMPLETE', { idempotencyKey: 'k-1' })).userErrors).toMatchObject([
      { code: 'CONFLICT' },
    ]);
    await age('2 minutes');
    expect((await send('COMPLETE', { idempotencyKey: 'k-1' })).report.version).toBe(2);
  });

  it('leaves no keys behind that are past their time', async () => {
    for (const key of ['a', 'b', 'c']) await send('LIMITED', { idempotencyKey: key });
    await hub.hub.database.dataSource.query(`update idempotent_request set at = at - interval '2 days'`);
    await send('LIMITED', { idempotencyKey: 'd' });
    const rows = await hub.hub.database.dataSource.query('select key from idempotent_request');
    expect(rows).toEqual([{ key: 'd' }]);
  });

  it.each(['', ' ', 'a b', 'clé', 'x'.repeat(256)])(
    'is refused with the key "%s"',
    async (idempotencyKey) => {
      expect((await send('LIMITED', { idempotencyKey })).userErrors).toMatchObject([
        { code: 'INVALID', field: ['idempotencyKey'] },
      ]);
    },
  );

  it('on a version that is no longer current is a conflict that carries the current one', async () => {
    expect((await send('LIMITED', { ifVersion: 0 })).report.version).toBe(1);
    const late = await send('COMPLETE', { ifVersion: 0 });
    expect(late).toMatchObject({
      report: null,
      userErrors: [{ code: 'CONFLICT', field: ['ifVersion'], currentVersion: 1 }],
    });
    expect((await send('COMPLETE', { ifVersion: 1 })).report.version).toBe(2);
    expect((await send('COMPLETE', { ifVersion: -1 })).userErrors[0]).toMatchObject({ code: 'INVALID' });
  });

  it('on a version that was withdrawn meanwhile is a conflict, since nothing of it is carried over', async () => {
    const { report: saved } = await send('LIMITED');
    await hub.write('withdrawReport', { report: saved.code, reason: 'Wrong.' }, one);
    expect((await send('COMPLETE', { ifVersion: 1 })).userErrors).toMatchObject([
      { code: 'CONFLICT', field: ['ifVersion'], currentVersion: 0 },
    ]);
    expect((await send('COMPLETE', { ifVersion: 0 })).report.version).toBe(2);
  });

  it('by several writers of one version at once is saved once, and the others are told', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, at) =>
        send('LIMITED', {
          ifVersion: 0,
          entries: [{ deliverable: 'p-2016/1.1', results: both(`Text ${at}`) }],
        }),
      ),
    );
    const won = answers.filter(({ report: saved }) => saved !== null);
    expect(won).toHaveLength(1);
    for (const { userErrors } of answers.filter((answer) => !won.includes(answer))) {
      expect(userErrors).toMatchObject([{ code: 'CONFLICT', currentVersion: 1 }]);
    }
    const { commitment } = await hub.hub.query(
      '{ commitment(code: "p-2016/1") { reports(formerVersions: true) { entries { results } } } }',
    );
    expect(commitment.reports).toEqual([{ entries: [{ results: won[0].report.entries[0].results }] }]);
  });

  it('of drafts by two writers at once is saved once too', async () => {
    const draft = (text: string) =>
      hub.write(
        'saveReportDraft',
        { ...on('p-2016'), ifVersion: 0, entries: [{ deliverable: 'p-2016/1.1', results: both(text) }] },
        one,
      );
    const answers = await Promise.all([draft('mine'), draft('yours')]);
    expect(answers.map(({ userErrors }) => userErrors.length).sort()).toEqual([0, 1]);
  });
});
