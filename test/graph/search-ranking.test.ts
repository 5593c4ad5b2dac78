import { TestHub } from '../setup/hub.js';
import { aCommitment, aPlan, saveFacts } from './save-facts.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start('migrated');
  await saveFacts(hub, {
    departments: [
      { code: 'bees', name: { en: 'Hives Canada' } },
      { code: 'wasps', name: { en: 'Bees and Wasps' } },
    ],
    plans: [aPlan('one')],
    commitments: [
      aCommitment('one', 1, { title: { en: 'Meadows' }, description: { en: 'About pollen.' } }),
      aCommitment('one', 2, { title: { en: 'Pollen' }, description: { en: 'About meadows and flowers.' } }),
      aCommitment('one', 3, {
        title: { en: 'Flowers' },
        description: { en: 'Pollen here, pollen there, pollen everywhere.' },
      }),
      aCommitment('one', 4, { title: { en: 'Rivers', fr: 'Pollen' } }),
      aCommitment('one', 5, { title: { en: 'Theory of wind' } }),
      aCommitment('one', 10, { title: { en: 'Wild words' } }),
      aCommitment('one', 11, { title: { en: 'Wild words' } }),
      aCommitment('one', 12, { title: { en: 'Wild words' } }),
    ],
  });
});
afterAll(() => hub.stop());

const ranked = async (text: string) => {
  const { search } = await hub.query(
    `query ($text: String!) {
      search(text: $text) { edges { cursor node { score subject { ... on Node { id } } } } }
    }`,
    { text },
  );
  return search.edges.map(({ node }: { node: { score: number; subject: { id: string } } }) => ({
    id: node.subject.id,
    score: node.score,
  })) as { id: string; score: number }[];
};

describe('the order of hits', () => {
  it('puts titles before bodies, and what says it more often before what says it less', async () => {
    const found = await ranked('pollen');
    expect(found.map(({ id }) => id)).toEqual([
      'Commitment:one/2',
      'Commitment:one/4',
      'Commitment:one/3',
      'Commitment:one/1',
    ]);
  });

  it('puts what has the text as its code before everything else', async () => {
    expect((await ranked('bees')).map(({ id }) => id)).toEqual(['Department:bees', 'Department:wasps']);
    expect((await ranked('BEES'))[0]?.id).toBe('Department:bees');
    expect((await ranked('one/1')).map(({ id }) => id)[0]).toBe('Commitment:one/1');
  });

  it('is not changed by stop words, not even by a last one that other words begin with', async () => {
    const found = await ranked('meadows');
    expect(found).toHaveLength(2);
    expect(await ranked('the meadows')).toEqual(found);
    expect((await ranked('meadows of the')).map(({ id }) => id)).toEqual(found.map(({ id }) => id));
  });

  it('is the order of scores, which are above 0', async () => {
    for (const text of ['pollen', 'bees', 'o', 'words']) {
      const scores = (await ranked(text)).map(({ score }) => score);
      expect(scores.length).toBeGreaterThan(1);
      expect(scores).toEqual([...scores].sort((one, other) => other - one));
      expect(Math.min(...scores)).toBeGreaterThan(0);
    }
  });

  it('is the same every time where scores are equal', async () => {
    const found = await ranked('wild words');
    expect(new Set(found.map(({ score }) => score)).size).toBe(1);
    expect(found.map(({ id }) => id)).toEqual([
      'Commitment:one/10',
      'Commitment:one/11',
      'Commitment:one/12',
    ]);
  });
});
