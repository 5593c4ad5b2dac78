import { TestHub } from '../setup/hub.js';
import { aCommitment, aPlan, saveFacts } from './save-facts.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start('migrated');
  const titles: readonly (readonly [number, string | null, string | null])[] = [
    [1, 'Zebra', 'Écoles'],
    [2, 'apple', 'eau'],
    [3, 'Apple', 'Eau'],
    [10, 'Äpfel', 'Zèbre'],
    [11, 'banana', null],
    [12, null, 'Fête'],
    [20, 'Zebra', 'Écoles'],
    [100, 'Coop', 'Coop'],
    [101, 'Co-op', 'Cœur'],
  ];
  await saveFacts(hub, {
    plans: [aPlan('one'), aPlan('two', { start: '2031-01-01' })],
    commitments: [
      ...[...titles].reverse().map(([number, en, fr]) => aCommitment('one', number, { title: { en, fr } })),
      aCommitment('two', 3, { title: { en: 'Zebra', fr: 'Écoles' } }),
    ],
    departments: [
      { code: 'a', name: { en: 'Zoo', fr: 'Arche' } },
      { code: 'b', name: { en: 'École', fr: 'École' } },
      { code: 'c', name: { en: 'Farm' } },
      { code: 'd', name: { fr: 'Eau' } },
    ],
  });
});
afterAll(() => hub.stop());

async function codes(orderBy: string, headers: Record<string, string> = {}): Promise<string> {
  const { commitments } = await hub.query(
    `{ commitments(orderBy: ${orderBy}) { nodes { code } } }`,
    {},
    headers,
  );
  return commitments.nodes.map(({ code }: { code: string }) => code.replace('one/', '')).join(' ');
}
const french = { 'accept-language': 'fr' };

describe('the order of commitments', () => {
  const up = '1 2 3 10 11 12 20 100 101 two/3';
  const down = 'two/3 101 100 20 12 11 10 3 2 1';

  it.each([
    ['null', up],
    ['{ field: NUMBER }', up],
    ['{ field: NUMBER, direction: ASC }', up],
    ['{ field: NUMBER, direction: DESC }', down],
  ])('by %s compares numbers as numbers, within plans', async (orderBy, expected) => {
    expect(await codes(orderBy)).toBe(expected);
    expect(await codes(orderBy, french)).toBe(expected);
  });

  it('by title follows the alphabet, and equal titles stay together in one order', async () => {
    const english = await codes('{ field: TITLE }');
    expect(english).toBe('10 2 3 11 101 100 12 20 1 two/3');
    expect(await codes('{ field: TITLE, direction: DESC }')).toBe(english.split(' ').reverse().join(' '));
  });

  it('by title in French sorts É as E, œ as oe, and what has no French title by its English one', async () => {
    const inFrench = await codes('{ field: TITLE }', french);
    expect(inFrench).toBe('11 101 100 2 3 20 1 two/3 12 10');
    expect(await codes('{ field: TITLE, direction: DESC }', french)).toBe(
      inFrench.split(' ').reverse().join(' '),
    );
  });

  it('is the same below a plan', async () => {
    const { plan } = await hub.query(
      '{ plan(code: "one") { commitments(orderBy: { field: TITLE }) { nodes { number } } } }',
    );
    expect(plan.commitments.nodes.map(({ number }: { number: number }) => number)).toEqual([
      10, 2, 3, 11, 101, 100, 12, 20, 1,
    ]);
  });

  it.each(['{ direction: DESC }', '{ field: CODE }', '{ field: TITLE, direction: UP }'])(
    'cannot be %s',
    async (orderBy) => {
      const { errors } = await hub.ask(`{ commitments(orderBy: ${orderBy}) { totalCount } }`);
      expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    },
  );
});

describe('the order of departments', () => {
  it.each([
    ['en', 'd b c a'],
    ['fr', 'a d b c'],
  ])('is by name in the reader’s language (%s): %s', async (language, expected) => {
    const { departments } = await hub.query(
      '{ departments { nodes { code } } }',
      {},
      { 'accept-language': language },
    );
    expect(departments.nodes.map(({ code }: { code: string }) => code).join(' ')).toBe(expected);
  });
});

describe('the order of plans', () => {
  it('is the latest first', async () => {
    const { plans } = await hub.query('{ plans { nodes { code } } }');
    expect(plans.nodes).toEqual([{ code: 'two' }, { code: 'one' }]);
  });
});
