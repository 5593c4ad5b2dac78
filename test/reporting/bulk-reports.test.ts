import { both, on, ReportingHub, submitReports } from './reporting-hub.js';

describe('reports that are submitted together', () => {
  let hub: ReportingHub;
  let headers: Record<string, string>;
  beforeEach(async () => {
    hub = await ReportingHub.start();
    headers = await hub.as({ roles: ['reporter'], departments: ['one', 'two'] });
  });
  afterEach(() => hub.stop());

  const report = (number: number, department: string, completion = 'LIMITED', more: object = {}) => ({
    ...on('p-2016', department, number),
    entries: [{ deliverable: `p-2016/${number}.1`, completion, results: both('Text') }],
    ...more,
  });
  const send = async (reports: readonly object[], mode: string, more: object = {}, as = headers) =>
    (await hub.hub.query(submitReports, { input: { reports, mode, ...more } }, as)).payload;

  const sound = [report(1, 'one'), report(1, 'two'), report(3, 'one')];
  const wrong = [report(1, 'one'), report(2, 'one'), report(3, 'one', 'LIMITED', { period: 'never' })];

  it('are all saved, in the order they were given', async () => {
    const payload = await send(sound, 'ALL_OR_NOTHING');
    expect(payload.userErrors).toEqual([]);
    expect(payload.results).toEqual([
      { index: 0, report: { code: 'p-2016/1/first/one/1', state: 'PUBLISHED' }, userErrors: [] },
      { index: 1, report: { code: 'p-2016/1/first/two/1', state: 'PUBLISHED' }, userErrors: [] },
      { index: 2, report: { code: 'p-2016/3/first/one/1', state: 'PUBLISHED' }, userErrors: [] },
    ]);
    expect(payload.changes).toHaveLength(5);
  });

  it('are none of them saved where one is wrong and all depend on it', async () => {
    const before = await hub.everything();
    const payload = await send(wrong, 'ALL_OR_NOTHING');
    expect(payload).toMatchObject({ changes: [], cursor: null });
    expect(payload.userErrors).toMatchObject([
      { code: 'NOT_INVOLVED', field: ['reports', '1', 'department'] },
      { code: 'UNKNOWN', field: ['reports', '2', 'period'] },
    ]);
    expect(payload.results).toMatchObject([
      { index: 0, report: null, userErrors: [] },
      { index: 1, report: null, userErrors: [{ code: 'NOT_INVOLVED' }] },
      { index: 2, report: null, userErrors: [{ code: 'UNKNOWN' }] },
    ]);
    expect(await hub.everything()).toEqual(before);
  });

  it('are saved but for the wrong ones where each stands for itself', async () => {
    const payload = await send(wrong, 'EACH_FOR_ITSELF', { idempotencyKey: 'bulk' });
    expect(payload).toMatchObject({
      userErrors: [],
      results: [
        { report: { code: 'p-2016/1/first/one/1' }, userErrors: [] },
        { report: null, userErrors: [{ code: 'NOT_INVOLVED', field: ['reports', '1', 'department'] }] },
        { report: null, userErrors: [{ code: 'UNKNOWN', field: ['reports', '2', 'period'] }] },
      ],
    });
    const after = await hub.everything();
    expect(await send(wrong, 'EACH_FOR_ITSELF', { idempotencyKey: 'bulk' })).toEqual(payload);
    expect(await hub.everything()).toEqual(after);
  });

  it('may not name the same report twice', async () => {
    const payload = await send([report(1, 'one'), report(1, 'one', 'COMPLETE')], 'ALL_OR_NOTHING');
    expect(payload.userErrors).toMatchObject([{ code: 'DUPLICATE', field: ['reports', '1', 'commitment'] }]);
  });

  it('are refused as a whole where one is of a department that the token does not name', async () => {
    const before = await hub.everything();
    const { errors } = await hub.hub.ask(
      submitReports,
      { input: { reports: [report(1, 'one'), report(1, 'three')], mode: 'EACH_FOR_ITSELF' } },
      headers,
    );
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await hub.everything()).toEqual(before);
  });

  it.each([0, 501])('are refused when there are %d of them', async (count) => {
    const payload = await send(
      Array.from({ length: count }, () => report(1, 'one')),
      'EACH_FOR_ITSELF',
    );
    expect(payload).toMatchObject({ results: expect.any(Array), userErrors: [{ field: ['reports'] }] });
  });

  it('of several plans are published or wait for a publisher, as each plan has it', async () => {
    const reviewed = {
      ...report(1, 'one'),
      ...on('p-review'),
      entries: [{ deliverable: 'p-review/1.1', completion: 'LIMITED' }],
    };
    const { results } = await send([reviewed, report(1, 'one')], 'ALL_OR_NOTHING');
    expect(results.map(({ report: saved }: { report: { state: string } }) => saved.state)).toEqual([
      'SUBMITTED',
      'PUBLISHED',
    ]);
  });

  it('need no more statements when there are more of them', async () => {
    const count = async (reports: readonly object[]) => {
      hub.hub.statements.take();
      await hub.hub.query(
        `mutation ($input: SubmitReportsInput!) { submitReports(input: $input) { cursor } }`,
        { input: { reports, mode: 'ALL_OR_NOTHING' } },
        headers,
      );
      return hub.hub.statements.take().length;
    };
    // At the most two on the same commitment, which wait for each other.
    const forTwo = await count([report(1, 'one'), report(1, 'two')]);
    const forSix = await count([
      report(1, 'one', 'COMPLETE'),
      report(1, 'two', 'COMPLETE'),
      report(2, 'two'),
      report(2, 'two', 'COMPLETE', { period: 'second' }),
      report(3, 'one'),
      report(3, 'one', 'COMPLETE', { period: 'second' }),
    ]);
    // In each of the two rounds: what was published is found and superseded.
    expect(forSix - forTwo).toBeLessThanOrEqual(4);
  });
});
