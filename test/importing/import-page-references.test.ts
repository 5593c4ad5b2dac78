import type { DossierInput } from '../../src/reporting/dossier.js';
import { clearReferences } from '../setup/clear-references.js';
import { TestHub } from '../setup/hub.js';
import { dumpDatabase } from './dump-database.js';
import { accepted, importObject, importText, talliesOf } from './import-text.js';
import { pageText } from './page-text.js';

const plan = 'ca-2016-2018';

let hub: TestHub;
beforeEach(async () => {
  hub = await TestHub.start();
  await clearReferences(hub.database.dataSource);
});
afterEach(() => hub.stop());

const importPage = (changes: Parameters<typeof pageText>[0]) =>
  importText(hub.database.dataSource, 'page.txt', pageText(changes));
const importFacts = (facts: DossierInput) => importObject(hub.database.dataSource, facts);

/** Every reference from a commitment of the sample plan, as one line: number, state, quote. */
async function referencesFrom(number = 19): Promise<readonly string[]> {
  const { commitment } = await hub.query(
    `query ($code: String!) {
      commitment(code: $code) { references(states: [CONFIRMED, SUGGESTED]) { to { number } state quote kind } }
    }`,
    { code: `${plan}/${number}` },
  );
  return commitment.references.map(
    ({ to, state, quote }: { to: { number: number }; state: string; quote: string }) =>
      `${to.number} ${state} ${quote}`,
  );
}

describe('a commitment that a page names', () => {
  it('by number, in words or in a list, is referred to with the quoted words', async () => {
    accepted(
      await importPage({
        results:
          '1. As Commitment 20 says, we talk.\n2. Commitments 3, 5 and 7 help us. So does Commitment 20.',
      }),
    );
    const lists = 'Commitments 3, 5 and 7 help us';
    expect(await referencesFrom()).toEqual([
      '20 CONFIRMED As Commitment 20 says',
      `3 CONFIRMED ${lists}`,
      `5 CONFIRMED ${lists}`,
      `7 CONFIRMED ${lists}`,
    ]);
  });

  it('by its code, the hub’s or that of the Open Government Partnership, is referred to', async () => {
    accepted(
      await importPage({
        description: 'This goes on from ca-2016-2018/4.1 in part.',
        nextSteps: '1. See CA0049 too.',
      }),
    );
    expect(await referencesFrom()).toEqual([
      '8 CONFIRMED See CA0049 too',
      '4 CONFIRMED This goes on from ca-2016-2018/4.1 in part',
    ]);
  });

  it('is referred to with the deliverable and the period that the words stand under', async () => {
    accepted(
      await importPage({ nextSteps: '2. Wait for Commitment 3.', description: 'Unlike Commitment 5.' }),
    );
    const { commitment } = await hub.query(`{
      commitment(code: "ca-2016-2018/19") {
        references { kind to { number } deliverable { code } period { key } quote(language: FR) }
      }
    }`);
    expect(commitment.references).toEqual([
      {
        kind: 'RELATED',
        to: { number: 3 },
        deliverable: { code: `${plan}/19.2` },
        period: { key: 'mid-term' },
        quote: 'Wait for Commitment 3',
      },
      {
        kind: 'RELATED',
        to: { number: 5 },
        deliverable: null,
        period: { key: 'mid-term' },
        quote: 'Unlike Commitment 5',
      },
    ]);
  });

  it('is not referred to where it is the page’s own, or one of another plan', async () => {
    const outcome = accepted(
      await importPage({ results: '1. Commitment 19 (CA0060) goes on.\n2. See uk-2016-2018/20 and UK0020.' }),
    );
    expect(await referencesFrom()).toEqual([]);
    expect(talliesOf(outcome)).not.toHaveProperty('references');
  });
});

describe('an organization that leads another commitment', () => {
  it('suggests that commitment, by official name or by an alias of several words', async () => {
    accepted(
      await importPage({
        results: '1. The Canada Revenue Agency and Environment Canada came.\n2. Finance is a wide field.',
      }),
    );
    expect(await referencesFrom()).toEqual([
      '22 SUGGESTED The Canada Revenue Agency and Environment',
      '14 SUGGESTED The Canada Revenue Agency and Environment Canada came',
    ]);
  });

  it('suggests every commitment that it leads', async () => {
    accepted(await importPage({ results: '1. Natural Resources Canada came.' }));
    expect(await referencesFrom()).toEqual([
      '13 SUGGESTED Natural Resources Canada came',
      '17 SUGGESTED Natural Resources Canada came',
    ]);
  });

  it('suggests nothing where it leads the page’s own commitment, by the page or by the plan', async () => {
    accepted(
      await importPage({
        leads: 'Canada Revenue Agency',
        results: '1. The Canada Revenue Agency met the Treasury Board Secretariat.',
      }),
    );
    expect(await referencesFrom()).toEqual([]);
  });

  it('suggests nothing that the page refers to for certain', async () => {
    accepted(
      await importPage({ results: '1. The Canada Revenue Agency came.\n2. See Commitment 22 on it.' }),
    );
    expect(await referencesFrom()).toEqual(['22 CONFIRMED See Commitment 22 on it']);
  });

  it('never takes back what is confirmed, and a confirmation takes the place of a suggestion', async () => {
    const suggesting = { results: '1. The Canada Revenue Agency came.' };
    accepted(await importPage(suggesting));
    expect(await referencesFrom()).toEqual(['22 SUGGESTED The Canada Revenue Agency came']);

    const outcome = accepted(await importPage({ results: '1. See Commitment 22 for more.' }));
    expect(talliesOf(outcome)).toMatchObject({ references: { amended: 1 } });
    expect(await referencesFrom()).toEqual(['22 CONFIRMED See Commitment 22 for more']);

    expect(talliesOf(accepted(await importPage(suggesting)))).toMatchObject({ references: { unchanged: 1 } });
    expect(await referencesFrom()).toEqual(['22 CONFIRMED See Commitment 22 for more']);
  });
});

describe('a commitment that the hub does not know yet', () => {
  const results = '1. We talked.\n2. As Commitments 23 and 3 say, we wait.';
  const commitment = (number: number) => ({ plan, number, title: { en: `Promise ${number}` } });

  it('costs a warning with line, heading and code; the rest is saved', async () => {
    const outcome = await importPage({ results });
    expect(outcome.accepted).toBe(true);
    expect(outcome.problems).toEqual([
      {
        severity: 'warning',
        line: 15,
        column: 'Description of results',
        value: `${plan}/23`,
        message: 'The hub does not know this commitment yet; the reference is linked when it arrives.',
      },
    ]);
    expect(talliesOf(outcome)).toMatchObject({
      references: { created: 1 },
      'awaited references': { created: 1 },
    });
    expect(await referencesFrom()).toEqual(['3 CONFIRMED As Commitments 23 and 3 say']);
  });

  it('is linked, with the words, when it arrives, and then no longer waited for', async () => {
    await importPage({ results });
    const outcome = accepted(await importFacts({ commitments: [commitment(24), commitment(23)] }));
    expect(talliesOf(outcome)).toEqual({ commitments: { created: 2 }, references: { created: 1 } });
    expect(await referencesFrom()).toEqual([
      '3 CONFIRMED As Commitments 23 and 3 say',
      '23 CONFIRMED As Commitments 23 and 3 say',
    ]);
    expect(await hub.database.dataSource.query('select * from awaited_reference')).toEqual([]);
    const { commitment: arrived } = await hub.query(`{
      commitment(code: "ca-2016-2018/23") {
        references(direction: IN) { from { number } deliverable { code } period { key } }
      }
    }`);
    expect(arrived.references).toEqual([
      { from: { number: 19 }, deliverable: { code: `${plan}/19.2` }, period: { key: 'mid-term' } },
    ]);
  });

  it('is linked when its own page arrives', async () => {
    await importPage({ results });
    accepted(await importPage({ title: 'Commitment 23 - Wait' }));
    expect(await referencesFrom()).toContain('23 CONFIRMED As Commitments 23 and 3 say');
  });

  it('is waited for once, however often the page is imported', async () => {
    const first = await importPage({ results });
    const before = await dumpDatabase(hub.database.dataSource);
    const again = await importPage({ results });
    expect(again.problems).toEqual(first.problems);
    expect(talliesOf(again)).toMatchObject({ 'awaited references': { unchanged: 1 } });
    expect(await dumpDatabase(hub.database.dataSource)).toEqual(before);
  });

  it('stays confirmed while it is waited for, though another file only suggests it', async () => {
    await importPage({ results });
    const suggestion = {
      from: `${plan}/19`,
      to: `${plan}/23`,
      state: 'SUGGESTED',
      quote: { en: 'perhaps' },
    } as const;
    const outcome = await importFacts({ references: [suggestion] });
    expect(talliesOf(outcome)).toEqual({ 'awaited references': { unchanged: 1 } });
    await importFacts({ commitments: [commitment(23)] });
    expect(await referencesFrom()).toContain('23 CONFIRMED As Commitments 23 and 3 say');
  });
});
