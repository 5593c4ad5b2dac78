import { TestHub } from '../setup/hub.js';
import { aCommitment, aPlan, deliverables, saveFacts } from './save-facts.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start('migrated');
  await saveFacts(hub, {
    plans: [aPlan('one'), aPlan('two')],
    commitments: [
      ...[1, 2, 3, 4].map((number) => aCommitment('one', number, { deliverables: deliverables(1) })),
      aCommitment('two', 1),
    ],
    references: [
      {
        from: 'one/1',
        to: 'one/2',
        quote: { en: 'as noted in Commitment 2', fr: 'voir l’engagement 2' },
        deliverable: 'one/1.1',
        period: 'first',
      },
      { from: 'one/1', to: 'one/2', kind: 'DEPENDS_ON', quote: { en: 'needs it' } },
      { from: 'one/2', to: 'one/1', kind: 'REPORTED_UNDER' },
      { from: 'one/1', to: 'one/3', state: 'SUGGESTED' },
      { from: 'one/3', to: 'one/1', state: 'SUGGESTED', kind: 'DEPENDS_ON' },
      { from: 'two/1', to: 'one/1', kind: 'SUPERSEDES' },
      { from: 'one/1', to: 'one/9' },
    ],
  });
});
afterAll(() => hub.stop());

const references = async (code: string, args = ''): Promise<string[]> => {
  const { commitment } = await hub.query(
    `query ($code: String!) { commitment(code: $code) { references${args} { kind state from { code } to { code } } } }`,
    { code },
  );
  return commitment.references.map(
    (one: { kind: string; from: { code: string }; to: { code: string } }) =>
      `${one.from.code} ${one.kind} ${one.to.code}`,
  );
};

describe('the references of a commitment', () => {
  const related = 'one/1 RELATED one/2';
  const depends = 'one/1 DEPENDS_ON one/2';
  const reported = 'one/2 REPORTED_UNDER one/1';
  const suggestedOut = 'one/1 RELATED one/3';
  const suggestedIn = 'one/3 DEPENDS_ON one/1';
  const supersedes = 'two/1 SUPERSEDES one/1';

  it.each([
    ['', [related, depends]],
    ['(direction: OUT)', [related, depends]],
    ['(direction: IN)', [reported, supersedes]],
    ['(direction: BOTH)', [related, depends, reported, supersedes]],
    ['(direction: BOTH, kinds: [DEPENDS_ON, SUPERSEDES])', [depends, supersedes]],
    ['(direction: BOTH, kinds: null)', [related, depends, reported, supersedes]],
    ['(direction: BOTH, kinds: [])', []],
    ['(direction: BOTH, states: [SUGGESTED])', [suggestedOut, suggestedIn]],
    ['(direction: OUT, states: [SUGGESTED, CONFIRMED])', [related, depends, suggestedOut]],
    ['(direction: IN, states: [SUGGESTED], kinds: [RELATED])', []],
    ['(direction: BOTH, states: [])', []],
  ])('asked for as references%s are %j', async (args, expected) => {
    expect(await references('one/1', args)).toEqual(expected);
  });

  it('are seen from both ends', async () => {
    expect(await references('one/2')).toEqual([reported]);
    expect(await references('one/2', '(direction: IN)')).toEqual([related, depends]);
    expect(await references('one/4', '(direction: BOTH, states: [CONFIRMED, SUGGESTED])')).toEqual([]);
  });

  it('have the words, and the place and period they stand in', async () => {
    const { commitment } = await hub.query(`{
      commitment(code: "one/1") {
        references {
          en: quote(language: EN) fr: quote(language: FR) languages
          deliverable { code } period { key } state
        }
      }
    }`);
    expect(commitment.references).toEqual([
      {
        en: 'as noted in Commitment 2',
        fr: 'voir l’engagement 2',
        languages: ['EN', 'FR'],
        deliverable: { code: 'one/1.1' },
        period: { key: 'first' },
        state: 'CONFIRMED',
      },
      {
        en: 'needs it',
        fr: 'needs it',
        languages: ['EN'],
        deliverable: null,
        period: null,
        state: 'CONFIRMED',
      },
    ]);
  });

  it('to a commitment that has not arrived are shown once it is there', async () => {
    expect(await references('one/1', '(kinds: [RELATED])')).toEqual([related]);
    await saveFacts(hub, { commitments: [aCommitment('one', 9)] });
    expect(await references('one/1', '(kinds: [RELATED])')).toEqual([related, 'one/1 RELATED one/9']);
    expect(await references('one/9', '(direction: IN)')).toEqual(['one/1 RELATED one/9']);
  });
});
