import { TestHub } from '../setup/hub.js';
import { askPage, everyPage, nodesOf, type PagedList } from './every-page.js';
import { insertReport } from './insert-report.js';
import { aCommitment, aPlan, deliverables, saveFacts } from './save-facts.js';

const sample = 'plan(code: "ca-2016-2018")';
const treasury = 'department(code: "tbs")';
const exchange = 'partner(code: "odx")';

const lists: Readonly<Record<string, PagedList>> = {
  plans: { field: 'plans' },
  commitments: { field: 'commitments' },
  'commitments by title': { field: 'commitments', args: 'orderBy: { field: TITLE },' },
  'commitments by title, downwards': {
    field: 'commitments',
    args: 'orderBy: { field: TITLE, direction: DESC },',
  },
  'commitments by number, downwards': {
    field: 'commitments',
    args: 'orderBy: { field: NUMBER, direction: DESC },',
  },
  departments: { field: 'departments' },
  partners: { field: 'partners' },
  activities: { field: 'activities' },
  crossReferences: { field: 'crossReferences' },
  search: {
    field: 'search',
    args: 'text: "open government",',
    node: 'kind score excerpt',
    forwardOnly: true,
  },
  'plan.commitments': { field: 'commitments', inside: sample },
  'department.commitments': { field: 'commitments', inside: treasury },
  'department.activities': { field: 'activities', inside: 'department(code: "cra")' },
  'department.reports': { field: 'reports', inside: treasury },
  'partner.commitments': { field: 'commitments', inside: exchange },
  'partner.activities': { field: 'activities', inside: exchange },
  'commitment.activities': { field: 'activities', inside: 'commitment(code: "ca-2016-2018/19")' },
};
const names = Object.keys(lists);
const bothWays = names.filter((name) => !lists[name]?.forwardOnly);
const list = (name: string): PagedList => lists[name] ?? { field: name };

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start();
  await saveFacts(hub, manyFacts);
  for (const [at, commitment] of ['aa-1/1', 'aa-2/1', 'aa-3/1', 'aa-4/1'].entries()) {
    for (const period of ['first', 'second']) {
      const levels = { [`${commitment}.1`]: at % 2 === 0 ? 'LIMITED' : null };
      await insertReport(hub, {
        commitment,
        period,
        department: 'tbs',
        version: 1,
        state: 'PUBLISHED',
        levels,
      });
    }
  }
});
afterAll(() => hub.stop());

/** Enough of everything for several pages, with ties: the same dates, titles, names and numbers. */
const plans = ['aa-1', 'aa-2', 'aa-3', 'aa-4'];
const manyFacts = {
  partners: [1, 2, 3].map((number) => ({
    code: `same-${number}`,
    name: { en: 'Same Name', fr: 'Même nom' },
    kind: 'OTHER' as const,
  })),
  plans: plans.map((code) => aPlan(code)),
  commitments: plans.flatMap((plan) =>
    [1, 2, 10].map((number) =>
      aCommitment(plan, number, {
        title: { en: number === 10 ? 'Écologie' : 'Open promise' },
        actors: [
          { organization: 'tbs', role: 'LEAD' },
          { organization: 'odx', role: 'PARTNER' },
        ],
        deliverables: deliverables(1),
      }),
    ),
  ),
  references: plans.flatMap((plan) => [
    { from: `${plan}/1`, to: `${plan}/2` },
    { from: `${plan}/2`, to: `${plan}/10`, kind: 'DEPENDS_ON' as const },
  ]),
  activities: [null, null, '2030-05-01', '2030-05-01', '2031-01-01'].map((start, at) => ({
    code: `meeting-${at}`,
    kind: 'WORKSHOP' as const,
    title: { en: 'Meeting' },
    start,
    organizations: ['cra', 'odx'],
    commitments: ['ca-2016-2018/19'],
  })),
};

describe.each(names)('the list %s', (name) => {
  it('has several pages here, or the tests below would show nothing', async () => {
    const whole = await askPage(hub, list(name), { first: 100 });
    expect(whole.totalCount).toBeGreaterThan(4);
    expect(new Set(nodesOf(whole)).size).toBe(whole.totalCount);
  });

  it.each([1, 2, 3, 100])(
    'gives the whole forward in pages of %i, each once, with true page infos',
    async (size) => {
      const whole = await askPage(hub, list(name), { first: 100 });
      const pages = await everyPage(hub, list(name), size, 'forward');
      expect(pages.flatMap(nodesOf)).toEqual(nodesOf(whole));
      expect(pages.map(({ totalCount }) => totalCount)).toEqual(pages.map(() => whole.totalCount));
      expect(pages.map(({ edges }) => edges.length)).toEqual(
        pages.map((_, at) => (at < pages.length - 1 ? size : whole.totalCount - size * at)),
      );
      expect(pages.map(({ pageInfo }) => pageInfo)).toEqual(
        pages.map(({ edges }, at) => ({
          hasNextPage: at < pages.length - 1,
          hasPreviousPage: at > 0,
          startCursor: edges[0]?.cursor,
          endCursor: edges.at(-1)?.cursor,
        })),
      );
    },
  );

  it('gives on `nodes` what its edges have', async () => {
    const { edges, nodes } = await askPage(hub, list(name), { first: 3 });
    expect(nodes).toEqual(edges.map(({ node }) => node));
  });

  it('gives each row the same cursor on every page', async () => {
    const whole = await askPage(hub, list(name), { first: 100 });
    const pages = await everyPage(hub, list(name), 2, 'forward');
    expect(pages.flatMap(({ edges }) => edges)).toEqual(whole.edges);
  });

  it('gives twenty when nothing is said', async () => {
    const { edges, totalCount, pageInfo } = await askPage(hub, list(name), {});
    expect(edges).toHaveLength(Math.min(20, totalCount));
    expect(pageInfo).toMatchObject({ hasNextPage: totalCount > 20, hasPreviousPage: false });
  });

  it('says on an empty page whether there is more', async () => {
    const empty = { edges: [], nodes: [] };
    const start = await askPage(hub, list(name), { first: 0 });
    expect(start).toMatchObject(empty);
    expect(start.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: null,
    });
    const { pageInfo } = await askPage(hub, list(name), { first: 100 });
    const beyond = await askPage(hub, list(name), { first: 3, after: pageInfo.endCursor });
    expect(beyond).toMatchObject(empty);
    expect(beyond.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    expect(beyond.totalCount).toBe(start.totalCount);
  });
});

describe.each(bothWays)('the list %s, backward', (name) => {
  it.each([1, 2, 3, 100])('gives the same order in pages of %i, with true page infos', async (size) => {
    const whole = await askPage(hub, list(name), { first: 100 });
    const pages = await everyPage(hub, list(name), size, 'backward');
    expect([...pages].reverse().flatMap(({ edges }) => edges)).toEqual(whole.edges);
    expect(pages.map(({ pageInfo }) => pageInfo)).toEqual(
      pages.map(({ edges }, at) => ({
        hasNextPage: at > 0,
        hasPreviousPage: at < pages.length - 1,
        startCursor: edges[0]?.cursor,
        endCursor: edges.at(-1)?.cursor,
      })),
    );
  });

  it('keeps within `after` and `before` from either end', async () => {
    const { edges } = await askPage(hub, list(name), { first: 100 });
    const between = { after: edges[0]?.cursor ?? null, before: edges[4]?.cursor ?? null };
    const ids = (some: typeof edges) => some.map(({ node }) => node.id);
    expect(ids((await askPage(hub, list(name), { ...between, first: 2 })).edges)).toEqual(
      ids(edges.slice(1, 3)),
    );
    expect(ids((await askPage(hub, list(name), { ...between, last: 2 })).edges)).toEqual(
      ids(edges.slice(2, 4)),
    );
    expect(ids((await askPage(hub, list(name), { ...between, first: 9 })).edges)).toEqual(
      ids(edges.slice(1, 4)),
    );
    expect((await askPage(hub, list(name), { after: between.before, before: between.after })).edges).toEqual(
      [],
    );
  });

  it('says on an empty page whether something lies before it', async () => {
    const { pageInfo, edges } = await askPage(hub, list(name), { last: 0 });
    expect(edges).toEqual([]);
    expect(pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });
});
