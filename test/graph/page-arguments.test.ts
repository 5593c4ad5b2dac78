import fc from 'fast-check';
import { TestHub } from '../setup/hub.js';
import {
  askPage,
  everyPage,
  nodesOf,
  type PageArguments,
  type PagedList,
  pageDocument,
} from './every-page.js';
import { aCommitment, aPlan, saveFacts } from './save-facts.js';

const lists: Readonly<Record<string, PagedList>> = {
  plans: { field: 'plans' },
  commitments: { field: 'commitments' },
  'commitments, downwards': { field: 'commitments', args: 'orderBy: { field: NUMBER, direction: DESC },' },
  'commitments by title': { field: 'commitments', args: 'orderBy: { field: TITLE },' },
  'commitments by title, downwards': {
    field: 'commitments',
    args: 'orderBy: { field: TITLE, direction: DESC },',
  },
  departments: { field: 'departments' },
  partners: { field: 'partners' },
  activities: { field: 'activities' },
  crossReferences: { field: 'crossReferences' },
  'department.reports': { field: 'reports', inside: 'department(code: "tbs")' },
  search: { field: 'search', args: 'text: "open data",', node: 'score', forwardOnly: true },
  'search for something else': {
    field: 'search',
    args: 'text: "open",',
    node: 'score',
    forwardOnly: true,
  },
};
const names = Object.keys(lists);
const list = (name: string): PagedList => lists[name] ?? { field: name };

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start();
});
afterAll(() => hub.stop());

const ask = (name: string, page: PageArguments, headers = {}) =>
  hub.ask(pageDocument(list(name)), page, headers);
const cursorOf = async (name: string): Promise<string> =>
  (await askPage(hub, list(name), { first: 1 })).pageInfo.endCursor ?? '';
const opened = (cursor: string) => JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
const sealed = (content: unknown) => Buffer.from(JSON.stringify(content)).toString('base64url');
const codesOf = (errors: Awaited<ReturnType<typeof ask>>['errors']) =>
  (errors ?? []).map(({ extensions }) => extensions.code);

describe('the size of a page', () => {
  it.each([
    [{ first: -1 }, '"first" must be from 0 to 100, not -1; go on with "after" and the endCursor.'],
    [{ first: 101 }, '"first" must be from 0 to 100, not 101; go on with "after" and the endCursor.'],
    [{ first: 2_147_483_647 }, '"first" must be from 0 to 100, not 2147483647'],
    [{ last: -1 }, '"last" must be from 0 to 100, not -1; go on with "before" and the startCursor.'],
    [{ last: 101 }, '"last" must be from 0 to 100, not 101; go on with "before" and the startCursor.'],
    [{ first: 1, last: 1 }, 'Give "first" or "last", not both.'],
    [{ first: 0, last: 0 }, 'Give "first" or "last", not both.'],
  ])('is refused when it is %j', async (page, message) => {
    for (const name of ['commitments', 'department.reports']) {
      const { errors } = await ask(name, page);
      expect(codesOf(errors)).toEqual(['PAGE_SIZE_OUT_OF_RANGE']);
      expect(errors?.[0]?.message).toContain(message);
    }
  });

  it.each([[{ first: 101 }], [{ first: -1 }]])('is refused for a search when it is %j', async (page) => {
    expect(codesOf((await ask('search', page)).errors)).toEqual(['PAGE_SIZE_OUT_OF_RANGE']);
  });

  it('may be 100, and may be null beside the other one', async () => {
    for (const page of [
      { first: 100 },
      { last: 100 },
      { first: 100, last: null },
      { first: null, last: 100 },
    ]) {
      expect((await askPage(hub, list('commitments'), page)).edges).toHaveLength(22);
    }
  });
});

describe('a cursor', () => {
  it.each(names)('of the list %s is taken by that list only', async (name) => {
    const after = await cursorOf(name);
    for (const other of names) {
      const { errors } = await ask(other, { first: 1, after });
      expect([other, codesOf(errors)]).toEqual([other, other === name ? [] : ['INVALID_CURSOR']]);
      if (other !== name) {
        expect(errors?.[0]?.message).toContain('belongs to another list or order; use one of this list');
      }
    }
  });

  it.each(['commitments by title', 'departments', 'partners'])(
    'of the list %s is refused where another language sorts it otherwise',
    async (name) => {
      const after = await cursorOf(name);
      expect(codesOf((await ask(name, { after }, { 'accept-language': 'fr' })).errors)).toEqual([
        'INVALID_CURSOR',
      ]);
    },
  );

  it.each([
    ['empty', ''],
    ['no base64', 'ca-2016-2018/19'],
    ['with white space', `${sealed(['number', 'ca-2016-2018', 1, 1])} `],
    ['no JSON', Buffer.from('[').toString('base64url')],
    ['JSON, but no list', sealed({ number: 1 })],
    ['an empty list', sealed([])],
    ['without an order', sealed([1, 2, 3])],
    ['endless', 'A'.repeat(100_000)],
  ])('is refused when it is %s', async (_, after) => {
    for (const name of names) {
      const { errors } = await ask(name, { after });
      expect(codesOf(errors)).toEqual(['INVALID_CURSOR']);
      expect(errors?.[0]?.message).toContain('is not a cursor of the hub; use one it gave.');
    }
  });

  it.each(names)('of the list %s is refused when it was cut short', async (name) => {
    const cursor = await cursorOf(name);
    for (let length = 0; length < cursor.length; length += 1) {
      const { errors } = await ask(name, { after: cursor.slice(0, length) });
      expect(codesOf(errors)).toEqual(['INVALID_CURSOR']);
    }
  });

  it.each([
    ['activities', ['2017-02-30', 1]],
    ['activities', ['2017-13-01', 1]],
    ['activities', ['0000-01-01', 1]],
    ['activities', ['20170-1-01', 1]],
    ['activities', ['infinity', 1]],
    ['activities', [20170101, 1]],
    ['plans', ['2016-07-01', 1.5]],
    ['plans', ['2016-07-01', 2_147_483_648]],
    ['plans', ['2016-07-01', -2_147_483_648]],
    ['plans', ['2016-07-01', 1e300]],
    ['plans', ['2016-07-01', '1']],
    ['plans', ['2016-07-01', null]],
    ['plans', ['2016-07-01']],
    ['plans', ['2016-07-01', 1, 1]],
    ['departments', ['a\u0000b', 1]],
    ['departments', [['a'], 1]],
    ['search', [1, 'COMMITMENT', 2_147_483_648]],
    ['search', [1.5, 'COMMITMENT', 1]],
    ['search', [1, 'COMMITMENT']],
  ])('of the list %s is refused when it holds %j', async (name, place) => {
    const [order] = opened(await cursorOf(name));
    expect(codesOf((await ask(name, { after: sealed([order, ...place]) })).errors)).toEqual([
      'INVALID_CURSOR',
    ]);
  });

  it('cannot carry SQL', async () => {
    const [order] = opened(await cursorOf('departments'));
    for (const text of ["'; drop table department; --", "x', 1) or true --", '$1', '\\', '%s', "zz'||'z"]) {
      const found = await askPage(hub, list('departments'), { after: sealed([order, text, 1]) });
      expect(found.totalCount).toBe(27);
    }
  });

  const anything = fc.oneof(
    fc.jsonValue(),
    fc.integer(),
    fc.double(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('0001-01-01', '9999-12-31', '2024-02-29', '2023-02-29', '0000-00-00'),
  );
  it.each(names)('never makes the list %s fail, whatever is put into it', async (name) => {
    const [order, ...place] = opened(await cursorOf(name));
    await fc.assert(
      fc.asyncProperty(fc.tuple(...place.map(() => anything)), async (forged) => {
        const { data, errors } = await ask(name, { first: 1, after: sealed([order, ...forged]) });
        expect(errors === undefined ? data : codesOf(errors)).toEqual(
          errors === undefined ? expect.anything() : ['INVALID_CURSOR'],
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('cursors of rows with long texts', () => {
  it('lead through lists sorted by these texts', async () => {
    // The longest titles there may be, with characters that take the most room in a cursor.
    const [title, name] = [490, 10_000].map((length) => '\u0001ᐃ"\\é'.repeat(length / 5));
    await saveFacts(hub, {
      plans: [aPlan('long')],
      commitments: [3, 1, 2].map((number) =>
        aCommitment('long', number, { title: { en: `${title}${number}` } }),
      ),
      departments: [1, 2].map((number) => ({ code: `long-${number}`, name: { en: `${name}${number}` } })),
      partners: [1, 2].map((number) => ({
        code: `long-${number}`,
        name: { en: `${name}${number}` },
        kind: 'OTHER' as const,
      })),
    });
    for (const name of [
      'commitments by title',
      'commitments by title, downwards',
      'departments',
      'partners',
    ]) {
      const whole = await askPage(hub, list(name), { first: 100 });
      const pages = await everyPage(hub, list(name), 1, 'forward');
      expect(pages.flatMap(nodesOf)).toEqual(nodesOf(whole));
    }
  });
});
