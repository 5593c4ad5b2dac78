import { on, ReportingHub } from '../reporting/reporting-hub.js';

describe('the changes', () => {
  let hub: ReportingHub;
  /** A moment between the first level and the second. */
  let between: string;
  beforeAll(async () => {
    hub = await ReportingHub.start();
    const report = async (department: string, completion: string, period: string, reason: string | null) => {
      const input = { ...on('p-2016', department, 1, period), reason };
      const entries = [{ deliverable: 'p-2016/1.1', completion }];
      const { userErrors } = await hub.write(
        'submitReport',
        { ...input, entries },
        await hub.reporter(department),
      );
      expect(userErrors).toEqual([]);
    };
    await report('one', 'SUBSTANTIAL', 'first', null);
    const [now] = await hub.hub.database.dataSource.query('select clock_timestamp() as now');
    between = now.now.toISOString();
    await report('one', 'LIMITED', 'second', 'It broke.');
    await report('two', 'COMPLETE', 'first', null);
  });
  afterAll(() => hub.stop());

  const kinds = async (filter: object) => {
    const { changes } = await hub.hub.query(
      'query ($filter: ChangeFilter) { changes(filter: $filter, first: 100) { totalCount nodes { kind } } }',
      { filter: { kinds: ['STATUS_CHANGED', 'REPORT_PUBLISHED'], ...filter } },
    );
    expect(changes.totalCount).toBe(changes.nodes.length);
    return changes.nodes.map(({ kind }: { kind: string }) => kind.split('_')[0]).join(' ');
  };

  it.each([
    [{}, 'REPORT STATUS REPORT STATUS REPORT'],
    [{ kinds: ['STATUS_CHANGED'] }, 'STATUS STATUS'],
    [{ plan: 'p-2018' }, ''],
    [{ commitment: 'p-2016/1' }, 'REPORT STATUS REPORT STATUS REPORT'],
    [{ commitment: 'XX0002' }, ''],
    [{ deliverable: 'p-2016/1.1' }, 'STATUS STATUS'],
    [{ period: 'second' }, 'REPORT STATUS'],
    [{ department: 'Second Office' }, 'REPORT'],
    [{ department: '1001' }, 'REPORT STATUS REPORT STATUS'],
    [{ department: 'two', role: 'SUPPORT' }, 'REPORT STATUS REPORT STATUS REPORT'],
    [{ department: 'two', role: 'LEAD' }, ''],
    [{ levels: ['LIMITED'] }, 'STATUS'],
    [{ direction: 'DOWN' }, 'STATUS'],
    [{ direction: 'UP' }, ''],
  ])('that %j lets through are %s', async (filter, expected) => {
    expect(await kinds(filter)).toBe(expected);
  });

  it('are told apart by the moment they happened', async () => {
    expect(await kinds({ until: between })).toBe('REPORT STATUS');
    expect(await kinds({ since: between })).toBe('REPORT STATUS REPORT');
  });

  it.each([
    [{ plan: 'none' }, 'BAD_USER_INPUT'],
    [{ commitment: 'p-2016/99' }, 'BAD_USER_INPUT'],
    [{ deliverable: 'p-2016/1.9' }, 'BAD_USER_INPUT'],
    [{ period: 'never' }, 'BAD_USER_INPUT'],
    [{ department: 'nobody' }, 'BAD_USER_INPUT'],
    [{ partner: 'nobody' }, 'BAD_USER_INPUT'],
    [{ since: 'yesterday' }, 'BAD_USER_INPUT'],
    [{ kinds: ['NONE'] }, 'BAD_USER_INPUT'],
  ])('with the filter %j are refused', async (filter, code) => {
    const { errors } = await hub.hub.ask(
      'query ($filter: ChangeFilter) { changes(filter: $filter) { totalCount } }',
      {
        filter,
      },
    );
    expect(errors?.[0]?.extensions.code).toBe(code);
  });

  it('are read on from any cursor, and from none of another list', async () => {
    const page = async (after: string | null) =>
      (
        await hub.hub.query(
          `query ($after: String) { changes(filter: { kinds: [STATUS_CHANGED, REPORT_PUBLISHED] }, first: 2, after: $after) {
            edges { cursor node { cursor id } } pageInfo { hasNextPage endCursor } } }`,
          { after },
        )
      ).changes;
    const met: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { edges, pageInfo } = await page(after);
      for (const { cursor, node } of edges) expect(cursor).toBe(node.cursor);
      met.push(...edges.map(({ node }: { node: { id: string } }) => node.id));
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(new Set(met).size).toBe(5);
    const { commitments } = await hub.hub.query('{ commitments(first: 1) { edges { cursor } } }');
    for (const after of [commitments.edges[0].cursor, 'nonsense', 'WyJmZWVkIiwiMSJd', 'WyJmZWVkIiwxZTMwXQ']) {
      const { errors } = await hub.hub.ask(
        'query ($after: String) { changes(after: $after) { totalCount } }',
        { after },
      );
      expect(errors?.[0]?.extensions.code).toBe('INVALID_CURSOR');
    }
  });

  it('say who acted to the department itself and to stewards alone', async () => {
    const actors = async (headers: Record<string, string>) => {
      const { deliverable } = await hub.hub.query(
        '{ deliverable(code: "p-2016/1.1") { history(first: 1, kinds: [STATUS_CHANGED]) { nodes { actedBy } } } }',
        {},
        headers,
      );
      return deliverable.history.nodes[0].actedBy;
    };
    const name = 'urn:commitment-hub:local|local/reporter/one';
    expect(await actors(await hub.reporter('one'))).toBe(name);
    expect(await actors(await hub.as({ roles: ['steward'] }))).toBe(name);
    expect(await actors(await hub.as({ roles: ['publisher'], departments: ['one'] }))).toBe(name);
    expect(await actors(await hub.reporter('two'))).toBeNull();
    expect(await actors(await hub.as({ roles: ['registrar'], departments: ['one'] }))).toBeNull();
    expect(await actors({})).toBeNull();
  });

  it('answer what everybody could read at a moment', async () => {
    const at = async (asOf: string | null) => {
      const { deliverable, commitment } = await hub.hub.query(
        `query ($asOf: DateTime) {
          deliverable(code: "p-2016/1.1") { completion(asOf: $asOf) }
          commitment(code: "p-2016/1") { progress(asOf: $asOf) { notReported byLevel { level count }
            byDepartment { department { code } byLevel { level count } } } }
        }`,
        { asOf },
      );
      const { progress } = commitment;
      const counted = (levels: { level: string; count: number }[]) =>
        levels.flatMap(({ level, count }) => (count > 0 ? [level] : [])).join();
      const [lead] = progress.byDepartment;
      return [deliverable.completion, progress.notReported, counted(progress.byLevel), counted(lead.byLevel)];
    };
    expect(await at('2020-01-01T00:00:00Z')).toEqual([null, 3, '', '']);
    expect(await at(between)).toEqual(['SUBSTANTIAL', 2, 'SUBSTANTIAL', 'SUBSTANTIAL']);
    expect(await at(null)).toEqual(['LIMITED', 2, 'LIMITED', 'LIMITED']);
  });
});
