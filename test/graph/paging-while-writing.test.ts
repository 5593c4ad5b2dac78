import fc from 'fast-check';
import { TestHub } from '../setup/hub.js';
import { askPage, nodesOf, type PageFound } from './every-page.js';
import { aCommitment, aPlan, saveFacts } from './save-facts.js';

let hub: TestHub;
let plansMade = 0;
beforeAll(async () => {
  hub = await TestHub.start('migrated');
});
afterAll(() => hub.stop());

/** Titles that tie, that differ by accent or case only, and that sort by the alphabet, not by bytes. */
const titles = [
  'Eau',
  'Écoles',
  'ecoles',
  'Zèbre',
  'zebre',
  'Openness',
  'Åland',
  '2 things',
  '10 things',
  '😀',
];

const number = fc.integer({ min: 1, max: 9999 });
const writing = fc.record({
  numbersAtFirst: fc.uniqueArray(number, { minLength: 1, maxLength: 8 }),
  /** Commitments made before each further page. */
  numbersBetween: fc.array(fc.array(number, { maxLength: 3 }), { maxLength: 6 }),
  size: fc.integer({ min: 1, max: 4 }),
  field: fc.constantFrom('NUMBER', 'TITLE'),
  direction: fc.constantFrom('ASC', 'DESC'),
  way: fc.constantFrom('forward' as const, 'backward' as const),
});

const save = (plan: string, numbers: readonly number[]) =>
  saveFacts(hub, {
    commitments: [...new Set(numbers)].map((one) =>
      aCommitment(plan, one, { title: { en: titles[one % titles.length] ?? '' } }),
    ),
  });

describe('paging while others write', () => {
  it('shows every row that was there at first once, in order, whatever is added in between', async () => {
    await fc.assert(
      fc.asyncProperty(writing, async ({ numbersAtFirst, numbersBetween, size, field, direction, way }) => {
        plansMade += 1;
        const plan = `xx-${plansMade}`;
        await saveFacts(hub, { plans: [aPlan(plan)] });
        await save(plan, numbersAtFirst);
        const list = {
          field: 'commitments',
          args: `filter: { plan: "${plan}" }, orderBy: { field: ${field}, direction: ${direction} },`,
        };
        const atFirst = nodesOf(await askPage(hub, list, { first: 100 }));

        const seen: string[][] = [];
        let last: PageFound | undefined;
        for (let page = 1; page <= 50; page += 1) {
          const { startCursor, endCursor } = last?.pageInfo ?? { startCursor: null, endCursor: null };
          const found: PageFound = await askPage(
            hub,
            list,
            way === 'forward' ? { first: size, after: endCursor } : { last: size, before: startCursor },
          );
          seen.push(nodesOf(found));
          last = found;
          if (!(way === 'forward' ? found.pageInfo.hasNextPage : found.pageInfo.hasPreviousPage)) break;
          await save(plan, numbersBetween[seen.length - 1] ?? []);
        }

        const rows = (way === 'forward' ? seen : seen.reverse()).flat();
        const atLast = nodesOf(await askPage(hub, list, { first: 100 }));
        expect(new Set(rows).size).toBe(rows.length);
        expect(rows.filter((row) => atFirst.includes(row))).toEqual(atFirst);
        expect(atLast.filter((row) => rows.includes(row))).toEqual(rows);
      }),
      { numRuns: 40 },
    );
  });

  it('goes on from a row whose title has changed since', async () => {
    await saveFacts(hub, { plans: [aPlan('changing')] });
    await save('changing', [1, 2, 3]);
    const list = { field: 'commitments', args: 'filter: { plan: "changing" }, orderBy: { field: TITLE },' };
    const whole = await askPage(hub, list, { first: 100 });
    const { pageInfo } = await askPage(hub, list, { first: 1 });
    const [first] = whole.nodes;
    await hub.database.dataSource.query(`update commitment set title_en = 'ZZZ' where code = $1`, [
      first?.id.slice('Commitment:'.length),
    ]);
    const rest = await askPage(hub, list, { first: 100, after: pageInfo.endCursor });
    expect(rest.nodes).toEqual([...whole.nodes.slice(1), first]);
  });
});
