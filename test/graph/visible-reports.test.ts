import { TestHub, type TestToken } from '../setup/hub.js';
import { insertReport } from './insert-report.js';
import { aCommitment, aPlan, deliverables, saveFacts } from './save-facts.js';

/** Who sees unpublished reports of which departments, of `one` and `two`. */
const callers: readonly (readonly [string, TestToken | null, readonly string[]])[] = [
  ['nobody', null, []],
  ['a reporter of the department', { roles: ['reporter'], departments: ['one'] }, ['one']],
  ['a publisher of the department', { roles: ['publisher'], departments: ['1001'] }, ['one']],
  ['a reporter of another department', { roles: ['reporter'], departments: ['two'] }, ['two']],
  ['a publisher of another department', { roles: ['publisher'], departments: ['two'] }, ['two']],
  ['a reporter of both', { roles: ['reporter'], departments: ['one', 'two'] }, ['one', 'two']],
  ['a central publisher', { roles: ['publisher'], departments: ['*'] }, ['one', 'two']],
  [
    'a central publisher who reports for one',
    { roles: ['publisher', 'reporter'], departments: ['*', 'one'] },
    ['one', 'two'],
  ],
  ['a steward', { roles: ['steward'] }, []],
  ['a steward of the department', { roles: ['steward'], departments: ['one'] }, []],
  ['a registrar of the department', { roles: ['registrar'], departments: ['one'] }, []],
  ['a reporter of every department, which there is not', { roles: ['reporter'], departments: ['*'] }, []],
  [
    'a reporter of a department that the hub does not know',
    { roles: ['reporter'], departments: ['other'] },
    [],
  ],
  ['somebody without a role', { roles: [], departments: ['one'] }, []],
];

const at = { commitment: 'plan/1', period: 'first' };
const levels = { 'plan/1.1': 'COMPLETE', 'plan/1.2': null };

describe.each(['DRAFT', 'SUBMITTED', 'RETURNED'] as const)('a report in the state %s', (state) => {
  let hub: TestHub;
  /** Of the version in question, and of one before it that was never published: the report and its entries. */
  let hidden: Record<string, readonly string[]>;

  beforeAll(async () => {
    hub = await TestHub.start('migrated');
    await saveFacts(hub, {
      departments: [
        { code: 'one', gcOrgId: 1001, name: { en: 'First Office' } },
        { code: 'two', gcOrgId: 1002, name: { en: 'Second Office' } },
      ],
      plans: [aPlan('plan')],
      commitments: [
        aCommitment('plan', 1, {
          actors: [
            { organization: 'one', role: 'LEAD' },
            { organization: 'two', role: 'SUPPORT' },
          ],
          deliverables: deliverables(2),
        }),
      ],
    });
    hidden = {};
    for (const department of ['one', 'two']) {
      const report = { ...at, department };
      await insertReport(hub, {
        ...report,
        version: 1,
        state: 'SUPERSEDED',
        levels: { 'plan/1.1': 'LIMITED' },
      });
      await insertReport(hub, {
        ...report,
        version: 2,
        state: 'PUBLISHED',
        levels: { 'plan/1.1': 'LIMITED' },
      });
      const former = await insertReport(hub, { ...report, version: 3, state: 'SUPERSEDED', levels });
      const open = await insertReport(hub, { ...report, version: 4, state, levels, results: 'A zeppelin.' });
      hidden[department] = [...former, ...open];
    }
    await hub.database.dataSource.query(`update status_report set published_at = null where version = 3`);
    await hub.database.dataSource.query(`update status_report set written_by = code, decided_by = 'boss'`);
  });
  afterAll(() => hub.stop());

  const headersOf = async (token: TestToken | null): Promise<Record<string, string>> =>
    token === null ? {} : { authorization: `Bearer ${await hub.token(token)}` };

  const code = (department: string, version: number) => `plan/1/first/${department}/${version}`;
  const codes = (reports: readonly { readonly code: string }[]) => reports.map((report) => report.code);

  describe.each(callers)('asked for by %s', (_who, token, seen) => {
    let headers: Record<string, string>;
    beforeAll(async () => {
      headers = await headersOf(token);
    });

    /** Codes in the order of a commitment's list: of each department what is seen of it. */
    const expected = (own: readonly number[], others: readonly number[]) =>
      ['one', 'two'].flatMap((department) =>
        (seen.includes(department) ? own : others).map((version) => code(department, version)),
      );

    it('is in the lists of commitments and deliverables only for those who may see it', async () => {
      const { commitment, deliverable, plan } = await hub.query(
        `{
          commitment(code: "plan/1") {
            reports { code }
            none: reports(unpublished: null) { code }
            unpublished: reports(unpublished: true) { code }
            ofPeriod: reports(unpublished: true, period: "first") { code }
            former: reports(formerVersions: true) { code }
            all: reports(unpublished: true, formerVersions: true) { code }
          }
          deliverable(code: "plan/1.1") {
            reports { report { code } }
            unpublished: reports(unpublished: true) { completion report { code } }
            former: reports(formerVersions: true) { report { code } }
            all: reports(unpublished: true, formerVersions: true) { report { code } }
          }
          plan(code: "plan") { commitments { nodes { deliverables { reports(unpublished: true) { report { code } } } } } }
        }`,
        {},
        headers,
      );
      const published = expected([2], [2]);
      expect([commitment.reports, commitment.none].map(codes)).toEqual([published, published]);
      expect(codes(commitment.unpublished)).toEqual(expected([4, 2], [2]));
      expect(codes(commitment.ofPeriod)).toEqual(expected([4, 2], [2]));
      expect(codes(commitment.former)).toEqual(expected([2, 1], [2, 1]));
      expect(codes(commitment.all)).toEqual(expected([4, 2, 1], [2, 1]));
      const said = (entries: readonly { readonly report: { readonly code: string } }[]) =>
        codes(entries.map(({ report }) => report));
      expect(said(deliverable.reports)).toEqual(published);
      expect(said(deliverable.unpublished)).toEqual(expected([4, 2], [2]));
      expect(said(deliverable.former)).toEqual(expected([2, 1], [2, 1]));
      expect(said(deliverable.all)).toEqual(expected([4, 2, 1], [2, 1]));
      // Deliverable 2 has entries that were never published, and no others.
      expect(plan.commitments.nodes[0].deliverables.map((one: { reports: [] }) => said(one.reports))).toEqual(
        [expected([4, 2], [2]), expected([4], [])],
      );
    });

    it('is in the lists of departments, their totals and pages, only for those who may see it', async () => {
      const list = `reports(unpublished: true, first: 1) {
        totalCount nodes { code } pageInfo { hasNextPage hasPreviousPage }
      }`;
      const { departments } = await hub.query(
        `{ departments { nodes { code reports { totalCount nodes { code } } page: ${list} } } }`,
        {},
        headers,
      );
      for (const { code: department, reports, page } of departments.nodes) {
        const isSeen = seen.includes(department);
        expect(reports).toEqual({ totalCount: 1, nodes: [{ code: code(department, 2) }] });
        expect(page).toEqual({
          totalCount: isSeen ? 2 : 1,
          nodes: [{ code: code(department, isSeen ? 4 : 2) }],
          pageInfo: { hasNextPage: isSeen, hasPreviousPage: false },
        });
      }
    });

    it('is found by its id, and its entries by theirs, only for those who may see it', async () => {
      for (const [department, ids] of Object.entries(hidden)) {
        const { nodes } = await hub.query(
          'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
          { ids },
          headers,
        );
        expect(nodes).toEqual(ids.map((id) => (seen.includes(department) ? { id } : null)));
      }
    });

    it('leads to the version before it that the caller may read', async () => {
      const { commitment } = await hub.query(
        `{ commitment(code: "plan/1") { reports(unpublished: true) {
          code previousVersion { code previousVersion { code previousVersion { code } } }
        } } }`,
        {},
        headers,
      );
      const versions = (report: { code: string; previousVersion: never } | null): string[] =>
        report === null ? [] : [report.code, ...versions(report.previousVersion ?? null)];
      expect(commitment.reports.map(versions)).toEqual(
        ['one', 'two'].flatMap((department) =>
          (seen.includes(department)
            ? [
                [4, 3, 2, 1],
                [2, 1],
              ]
            : [[2, 1]]
          ).map((chain) => chain.map((version) => code(department, version))),
        ),
      );
    });

    it('makes no difference to what everybody reads', async () => {
      const query = `{
        commitment(code: "plan/1") {
          progress { notReported byLevel { level count } overPeriods { byLevel { level count } } }
          deliverables { completion results currentEntry { id } currentReport { code } currentPeriod { key } }
          history { totalCount nodes { kind report { code } } }
          references(states: [SUGGESTED, CONFIRMED]) { id }
          citation(style: APA, retrieved: "2031-01-01")
        }
        changes { totalCount nodes { kind report { code state } } pageInfo { hasNextPage endCursor } }
        commitments(filter: { completion: [COMPLETE] }) { totalCount nodes { code } }
        period: commitments(filter: { period: "first" }) { totalCount nodes { code } }
        notReported: commitments(filter: { notReported: true }) { totalCount }
        words: commitments(filter: { text: "zeppelin" }) { totalCount }
        search(text: "zeppelin") { totalCount nodes { score } }
      }`;
      expect(await hub.query(query, {}, headers)).toEqual(await hub.query(query));
    });

    it('shows who wrote and decided it to its department, and of published ones to stewards', async () => {
      const { commitment } = await hub.query(
        `{ commitment(code: "plan/1") { reports(unpublished: true) { code department { code } writtenBy decidedBy } } }`,
        {},
        headers,
      );
      for (const report of commitment.reports) {
        const isShown = seen.includes(report.department.code) || token?.roles.includes('steward');
        expect([report.writtenBy, report.decidedBy]).toEqual(isShown ? [report.code, 'boss'] : [null, null]);
      }
    });
  });

  it('cannot be reached with a cursor of somebody who sees it', async () => {
    const own = await headersOf({ roles: ['reporter'], departments: ['one'] });
    const other = await headersOf({ roles: ['reporter'], departments: ['two'] });
    const query = `query ($after: String, $before: String, $last: Int) { department(code: "one") {
      reports(unpublished: true, after: $after, before: $before, last: $last) {
        nodes { code } pageInfo { startCursor endCursor hasNextPage hasPreviousPage }
      }
    } }`;
    const { department } = await hub.query(query, {}, own);
    const { startCursor, endCursor } = department.reports.pageInfo;
    expect(codes(department.reports.nodes)).toEqual([code('one', 4), code('one', 2)]);
    for (const headers of [other, {}]) {
      const after = await hub.query(query, { after: startCursor }, headers);
      expect(codes(after.department.reports.nodes)).toEqual([code('one', 2)]);
      const before = await hub.query(query, { before: endCursor, last: 10 }, headers);
      expect(before.department.reports).toEqual({
        nodes: [],
        pageInfo: { startCursor: null, endCursor: null, hasNextPage: true, hasPreviousPage: false },
      });
    }
  });
});

describe('the number of SQL statements for lists with unpublished reports', () => {
  let hub: TestHub;
  let headers: Record<string, string>;

  beforeAll(async () => {
    hub = await TestHub.start('migrated');
    await saveFacts(hub, {
      departments: [{ code: 'one', name: { en: 'First Office' } }],
      plans: [aPlan('plan')],
      commitments: Array.from({ length: 20 }, (_, place) =>
        aCommitment('plan', place + 1, {
          actors: [{ organization: 'one', role: 'LEAD' }],
          deliverables: deliverables(2),
        }),
      ),
    });
    for (let number = 1; number <= 20; number += 1) {
      const report = {
        commitment: `plan/${number}`,
        period: 'first',
        department: 'one',
        levels: { [`plan/${number}.1`]: 'LIMITED' },
      };
      await insertReport(hub, { ...report, version: 1, state: 'PUBLISHED' });
      await insertReport(hub, { ...report, version: 2, state: 'DRAFT' });
    }
    headers = { authorization: `Bearer ${await hub.token({ roles: ['reporter'], departments: ['one'] })}` };
  });
  afterAll(() => hub.stop());

  const statementsOf = async (query: string, own: Record<string, string>) => {
    hub.statements.take();
    await hub.query(query, {}, own);
    return hub.statements.take().length;
  };

  const page = (first: number) => `{ commitments(first: ${first}) { nodes {
    reports(unpublished: true) { state writtenBy decidedBy previousVersion { version } entries { completion } }
    deliverables { reports(unpublished: true) { completion report { state writtenBy } } }
  } } }`;

  it('does not grow with the rows, for whoever asks', async () => {
    for (const own of [headers, {}]) {
      expect(await statementsOf(page(20), own)).toBe(await statementsOf(page(1), own));
    }
    // The department of the token is looked up.
    expect(await statementsOf(page(20), headers)).toBe((await statementsOf(page(20), {})) + 1);
  });

  it('is one for departments that are seen, and one for all others', async () => {
    const query = (args: string) => `{ departments { nodes { reports${args} { nodes { state } } } } }`;
    expect(await statementsOf(query(''), headers)).toBe(3);
    expect(await statementsOf(query('(unpublished: true)'), headers)).toBe(3);
    expect(await statementsOf(query('(unpublished: true)'), {})).toBe(2);
  });

  it('is the same for an id that is hidden as for one that there is not', async () => {
    const ask = (id: string) => statementsOf(`{ node(id: "${id}") { id } }`, {});
    expect(await ask('StatusReport:plan/1/first/one/2')).toBe(1);
    expect(await ask('StatusReport:plan/1/first/one/9')).toBe(1);
  });
});
