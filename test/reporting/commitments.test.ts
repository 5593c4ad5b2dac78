import { saveFacts } from '../graph/save-facts.js';
import { StewardHub } from './steward-hub.js';

const promise = {
  plan: 'ca-2016-2018',
  number: 23,
  title: { en: 'Count the trees', fr: 'Compter les arbres' },
  problem: { en: 'Nobody knows how many there are.' },
  ogpCode: 'CA0999',
  sourceCode: 'C23',
  ogpValues: ['TRANSPARENCY', 'TRANSPARENCY'],
  policyAreas: ['Forests'],
  pages: ['https://example.ca/23'],
};

let hub: StewardHub;
beforeEach(async () => {
  hub = await StewardHub.start();
});
afterEach(() => hub.stop());

describe('a commitment', () => {
  it('is made in its plan, by a steward alone', async () => {
    const { thing, changes } = await hub.done('createCommitment', promise);
    expect(thing).toEqual({
      code: 'ca-2016-2018/23',
      number: 23,
      title: 'Count the trees',
      titleFr: 'Compter les arbres',
      problem: 'Nobody knows how many there are.',
      problemFr: 'Nobody knows how many there are.',
      languages: ['EN'],
      ogpCode: 'CA0999',
      sourceCode: 'C23',
      ogpValues: ['TRANSPARENCY'],
      policyAreas: ['Forests'],
      pages: ['https://example.ca/23'],
    });
    expect(changes).toEqual([
      { kind: 'COMMITMENT_ADDED', plan: 'ca-2016-2018', commitment: 'ca-2016-2018/23' },
    ]);
    expect(await hub.forbidden('createCommitment', promise)).toBe('UNAUTHENTICATED');
    expect(await hub.forbidden('createCommitment', promise, await hub.reporter('tbs'))).toBe('FORBIDDEN');
    const { search } = await hub.hub.query('{ search(text: "count the trees") { totalCount } }');
    expect(search.totalCount).toBe(1);
  });

  it('is told everything that is wrong with it at once', async () => {
    expect(
      await hub.refused('createCommitment', {
        ...promise,
        number: 10_000,
        title: { en: 'x'.repeat(501), fr: '' },
        problem: { en: 'a <img src=x>' },
        // The letters are Cyrillic.
        ogpCode: 'СА0060',
        policyAreas: ['', 'x'],
        pages: ['https://example.ca', 'nowhere', 'https://example.ca'],
      }),
    ).toEqual(
      expect.arrayContaining([
        'INVALID number',
        'TOO_LONG title.en',
        'REQUIRED title.fr',
        'INVALID problem.en',
        'INVALID ogpCode',
        'REQUIRED policyAreas.0',
        'INVALID pages.1',
        'DUPLICATE pages.2',
      ]),
    );
  });

  it('has a number and an OGP code of its own', async () => {
    expect(await hub.refused('createCommitment', { ...promise, number: 19, ogpCode: 'CA0060' })).toEqual([
      'DUPLICATE ogpCode',
      'DUPLICATE number',
    ]);
    await hub.done('createCommitment', promise);
    expect(await hub.refused('amendCommitment', { commitment: 'ca-2016-2018/1', sourceCode: 'C23' })).toEqual(
      ['DUPLICATE sourceCode'],
    );
  });

  it('that two make at the same moment is made once', async () => {
    const payloads = await Promise.all([1, 2].map(() => hub.write('createCommitment', promise)));
    expect(payloads.filter(({ thing }) => thing !== null)).toHaveLength(1);
    const codes = payloads.flatMap(({ userErrors }) => userErrors.map(({ code }: { code: string }) => code));
    expect(codes).not.toEqual([]);
    expect(codes.every((code: string) => code === 'CONFLICT' || code === 'DUPLICATE')).toBe(true);
  });

  it('gets the references that waited for it', async () => {
    await saveFacts(hub.hub, { references: [{ from: 'ca-2016-2018/1', to: 'ca-2016-2018/23' }] });
    const { changes } = await hub.done('createCommitment', promise);
    expect(changes).toEqual([
      expect.objectContaining({ kind: 'COMMITMENT_ADDED' }),
      {
        kind: 'REFERENCE_LINKED',
        plan: 'ca-2016-2018',
        commitment: 'ca-2016-2018/1',
        reference: expect.any(String),
      },
    ]);
  });

  it('keeps what is left out, and loses what null is given for', async () => {
    await hub.done('createCommitment', promise);
    const commitment = 'ca-2016-2018/23';
    const untouched = await hub.done('amendCommitment', { commitment });
    expect(untouched.changes).toEqual([]);
    expect(untouched.thing.problem).toBe('Nobody knows how many there are.');

    const { thing, changes } = await hub.done('amendCommitment', {
      commitment,
      title: { fr: null },
      problem: { fr: 'Personne ne sait.' },
      ogpCode: null,
      ogpValues: [],
      policyAreas: null,
      pages: null,
      reason: 'By the page of the plan.',
    });
    expect(thing).toMatchObject({
      title: 'Count the trees',
      titleFr: 'Count the trees',
      problem: 'Nobody knows how many there are.',
      problemFr: 'Personne ne sait.',
      sourceCode: 'C23',
      ogpCode: null,
      ogpValues: [],
      policyAreas: null,
      pages: [],
    });
    expect(changes).toEqual([
      {
        kind: 'COMMITMENT_AMENDED',
        plan: 'ca-2016-2018',
        commitment,
        fields: ['ogpCode', 'ogpValues', 'pages', 'policyAreas', 'problem', 'title'],
        reason: 'By the page of the plan.',
      },
    ]);

    const without = await hub.done('amendCommitment', { commitment, problem: null });
    expect(without.thing).toMatchObject({ problem: null, problemFr: null });
    expect(await hub.refused('amendCommitment', { commitment, title: null })).toEqual(['REQUIRED title']);
    expect(await hub.refused('amendCommitment', { commitment, title: { en: null } })).toEqual([
      'REQUIRED title',
    ]);
  });

  it('that there is not, or is named in letters that only look the same, is told so', async () => {
    for (const commitment of ['ca-2016-2018/99', 'сa-2016-2018/19', 'Deliverable:ca-2016-2018/19', '']) {
      expect(await hub.refused('amendCommitment', { commitment, sourceCode: 'C01' })).toContain(
        'UNKNOWN commitment',
      );
    }
  });
});
