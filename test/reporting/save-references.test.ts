import type { DossierInput } from '../../src/reporting/dossier.js';
import { clearReferences } from '../setup/clear-references.js';
import { cloneDatabase, type TestDatabase } from '../setup/databases.js';
import { problemsOf, save } from './save.js';

type Reference = NonNullable<DossierInput['references']>[number];

const plans = ['xx-2030-2032', 'xx-2033-2035'] as const;
const base: DossierInput = {
  plans: plans.map((code) => ({
    code,
    title: { en: code },
    start: '2030-01-01',
    end: '2035-12-31',
    rules: '2016',
    periods: [{ key: 'only', label: { en: 'Only' }, start: '2030-01-01', end: '2035-12-31' }],
  })),
  commitments: plans.flatMap((plan) => [1, 2].map((number) => ({ plan, number, title: { en: 'Promise' } }))),
};
const [one, two, next] = [`${plans[0]}/1`, `${plans[0]}/2`, `${plans[1]}/1`];

let database: TestDatabase;
beforeAll(async () => {
  database = await cloneDatabase('migrated');
  await save(database, base);
});
beforeEach(() => clearReferences(database.dataSource));
afterAll(() => database.drop());

const refer = (...references: readonly Reference[]) => save(database, { references: [...references] });
const stored = async () =>
  (
    await database.dataSource.query<{ reference: string }[]>(`
      select concat_ws(' ', f.code, r.kind, t.code, r.state, r.quote_en, r.quote_fr) as reference
      from cross_reference r join commitment f on f.id = r.from_id join commitment t on t.id = r.to_id order by r.id`)
  ).map(({ reference }) => reference);

describe('a reference', () => {
  it.each(['CONTINUES', 'SUPERSEDES'] as const)(
    'may go from one plan to another where it %s',
    async (kind) => {
      await refer({ from: next, to: one, kind });
      expect(await stored()).toEqual([`${next} ${kind} ${one} CONFIRMED`]);
    },
  );

  it.each(['RELATED', 'REPORTED_UNDER', 'DEPENDS_ON'] as const)(
    'stays within its plan where it is %s',
    async (kind) => {
      await refer({ from: two, to: one, kind });
      expect(await stored()).toEqual([`${two} ${kind} ${one} CONFIRMED`]);
      expect(await problemsOf(database, { references: [{ from: next, to: one, kind }] })).toEqual([
        `error: references[0].to: Between plans only CONTINUES and SUPERSEDES are accepted, not ${kind}.`,
      ]);
    },
  );

  it('does not lead to where it comes from', async () => {
    expect(await problemsOf(database, { references: [{ from: one, to: one, kind: 'CONTINUES' }] })).toEqual([
      'error: references[0].to: A commitment does not refer to itself.',
    ]);
  });

  it('is there once for each kind, and both ways', async () => {
    await refer({ from: one, to: two }, { from: one, to: two, kind: 'DEPENDS_ON' }, { from: two, to: one });
    const before = await stored();
    expect(before).toHaveLength(3);
    const { tallies } = await refer({ from: one, to: two }, { from: one, to: two, kind: 'DEPENDS_ON' });
    expect(tallies.get('references')).toEqual({ created: 0, amended: 0, unchanged: 2 });
    expect(await stored()).toEqual(before);
  });

  it('has the first quote of a file that gives several, the confirmed one before the suggested', async () => {
    const [suggested, first, second] = ['perhaps', 'as said', 'said again'].map((en) => ({ en }));
    await refer(
      { from: one, to: two, state: 'SUGGESTED', quote: suggested },
      { from: one, to: two, quote: first },
      { from: one, to: two, quote: second },
    );
    expect(await stored()).toEqual([`${one} RELATED ${two} CONFIRMED as said`]);
  });

  it('takes over a new quote, each language by itself', async () => {
    await refer({ from: one, to: two, quote: { en: 'as said', fr: 'comme dit' } });
    await refer({ from: one, to: two, quote: { en: 'as was said' } });
    expect(await stored()).toEqual([`${one} RELATED ${two} CONFIRMED as was said comme dit`]);
  });

  it('that is confirmed is left alone by a suggestion, and a suggestion gives way to it', async () => {
    await refer({ from: one, to: two, state: 'SUGGESTED', quote: { en: 'perhaps' } });
    await refer({ from: one, to: two, quote: { en: 'as said' }, period: 'only' });
    const { tallies } = await refer({ from: one, to: two, state: 'SUGGESTED', quote: { en: 'perhaps' } });
    expect(tallies.get('references')).toEqual({ created: 0, amended: 0, unchanged: 1 });
    expect(await stored()).toEqual([`${one} RELATED ${two} CONFIRMED as said`]);
  });

  it('may wait for a commitment of a plan that the hub does not know yet', async () => {
    const later = 'xx-2036-2038/7';
    expect(
      await problemsOf(database, { references: [{ from: next, to: later, kind: 'CONTINUES' }] }),
    ).toEqual([
      'warning: references[0].to: The hub does not know this commitment yet; the reference is linked when it arrives.',
    ]);
  });
});
