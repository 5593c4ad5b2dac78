import { saveFacts } from '../graph/save-facts.js';
import { StewardHub } from './steward-hub.js';

const link = { from: 'ca-2016-2018/1', to: 'ca-2016-2018/2' };

let hub: StewardHub;
beforeEach(async () => {
  hub = await StewardHub.start();
});
afterEach(() => hub.stop());

/** Has the hub hold a suggestion from commitment 3 to commitment 4. @returns its id. */
async function suggested(): Promise<string> {
  await saveFacts(hub.hub, {
    references: [
      { from: 'ca-2016-2018/3', to: 'ca-2016-2018/4', state: 'SUGGESTED', quote: { en: 'As said' } },
    ],
  });
  const { crossReferences } = await hub.hub.query(
    '{ crossReferences(filter: { states: [SUGGESTED] }) { nodes { id } } }',
  );
  return crossReferences.nodes[0].id;
}

const statesOf = async (code: string) => {
  const { commitment } = await hub.hub.query(
    `{ commitment(code: "${code}") { references(states: [CONFIRMED, SUGGESTED, DISMISSED, UNLINKED]) { state } } }`,
  );
  return commitment.references.map(({ state }: { state: string }) => state);
};

describe('a reference', () => {
  it('is linked by a steward, with the words that say so', async () => {
    const { thing, changes } = await hub.done('linkCommitments', {
      from: 'Commitment:ca-2016-2018/19',
      to: 'ca-2016-2018/3',
      kind: 'DEPENDS_ON',
      quote: { en: 'It needs the third one.', fr: 'Il lui faut le troisième.' },
      deliverable: 'ca-2016-2018/19.1',
      period: 'mid-term',
      reason: 'Found by hand.',
    });
    expect(thing).toEqual({
      id: expect.stringMatching(/^CrossReference:\d+$/),
      kind: 'DEPENDS_ON',
      state: 'CONFIRMED',
      quote: 'It needs the third one.',
      from: { code: 'ca-2016-2018/19' },
      to: { code: 'ca-2016-2018/3' },
      deliverable: { code: 'ca-2016-2018/19.1' },
      period: { key: 'mid-term' },
    });
    expect(changes).toEqual([
      {
        kind: 'REFERENCE_LINKED',
        plan: 'ca-2016-2018',
        commitment: 'ca-2016-2018/19',
        deliverable: 'ca-2016-2018/19.1',
        period: 'mid-term',
        reference: thing.id,
        reason: 'Found by hand.',
      },
    ]);
  });

  it('is linked by a reporter of a department that leads or supports the one that refers, and by no other', async () => {
    const tbs = await hub.reporter('tbs');
    const { changes } = await hub.done('linkCommitments', link, tbs);
    expect(changes).toEqual([expect.objectContaining({ kind: 'REFERENCE_LINKED', department: 'tbs' })]);
    // Justice supports commitment 1 by the word of the OGP.
    await hub.done('linkCommitments', { ...link, to: 'ca-2016-2018/3' }, await hub.reporter('jus'));
    expect(await hub.forbidden('linkCommitments', link)).toBe('UNAUTHENTICATED');
    expect(await hub.forbidden('linkCommitments', link, await hub.reporter('cra'))).toBe('FORBIDDEN');
    // The Canada Revenue Agency leads the commitment referred to, which is not enough.
    const toItsOwn = { ...link, to: 'ca-2016-2018/22' };
    expect(await hub.forbidden('linkCommitments', toItsOwn, await hub.reporter('cra'))).toBe('FORBIDDEN');
    const publisher = await hub.as({ roles: ['publisher'], departments: ['tbs'] });
    expect(await hub.forbidden('linkCommitments', link, publisher)).toBe('FORBIDDEN');
    await hub.done('removeActor', { commitment: link.from, organization: 'tbs', role: 'LEAD' });
    expect(await hub.forbidden('linkCommitments', { ...link, to: 'ca-2016-2018/4' }, tbs)).toBe('FORBIDDEN');
  });

  it('is told everything that is wrong with it at once', async () => {
    expect(
      await hub.refused('linkCommitments', {
        from: 'ca-2016-2018/19',
        to: 'ca-2016-2018/19',
        quote: { en: '<script>', fr: '' },
        deliverable: 'ca-2016-2018/2.1',
        period: 'half-time',
        reason: 'x'.repeat(2_001),
      }),
    ).toEqual([
      'INVALID quote.en',
      'REQUIRED quote.fr',
      'TOO_LONG reason',
      'MISPLACED deliverable',
      'UNKNOWN period',
      'INVALID to',
    ]);
    expect(await hub.refused('linkCommitments', { from: 'ca-2016-2018/99', to: 'ca-2016-2018/0' })).toEqual([
      'UNKNOWN from',
      'UNKNOWN to',
    ]);
  });

  it('goes between plans only as what continues or supersedes', async () => {
    await hub.done('createPlan', {
      code: 'ca-2018-2021',
      title: { en: 'Next' },
      start: '2018-07-01',
      end: '2021-06-30',
      rules: 'RULES_2018',
    });
    await hub.done('createCommitment', { plan: 'ca-2018-2021', number: 1, title: { en: 'Again' } });
    const between = { from: 'ca-2018-2021/1', to: 'ca-2016-2018/1' };
    expect(await hub.refused('linkCommitments', between)).toEqual(['INVALID kind']);
    await hub.done('linkCommitments', { ...between, kind: 'CONTINUES' });
    await hub.done('linkCommitments', { ...between, kind: 'SUPERSEDES' });
  });

  it('is there once for each kind, also when two link it at the same moment', async () => {
    const payloads = await Promise.all([1, 2].map(() => hub.write('linkCommitments', link)));
    expect(payloads.filter(({ thing }) => thing !== null)).toHaveLength(1);
    expect(await hub.refused('linkCommitments', link)).toEqual(['DUPLICATE to']);
    await hub.done('linkCommitments', { ...link, kind: 'DEPENDS_ON' });
  });

  it('is unlinked and stays to be read, and can be linked again', async () => {
    const { thing } = await hub.done('linkCommitments', { ...link, quote: { en: 'See 2' } });
    const unlinked = await hub.done('unlinkCommitments', { reference: thing.id, reason: 'A mistake.' });
    expect(unlinked.thing).toMatchObject({ id: thing.id, state: 'UNLINKED', quote: 'See 2' });
    expect(unlinked.changes).toEqual([
      {
        kind: 'REFERENCE_UNLINKED',
        plan: 'ca-2016-2018',
        commitment: 'ca-2016-2018/1',
        reference: thing.id,
        fields: ['state'],
        reason: 'A mistake.',
      },
    ]);
    expect(await hub.refused('unlinkCommitments', { reference: thing.id })).toEqual([
      'WRONG_STATE reference',
    ]);
    const { node, commitment } = await hub.hub.query(
      `{ node(id: "${thing.id}") { id } commitment(code: "ca-2016-2018/1") { references { id } } }`,
    );
    expect({ node, commitment }).toEqual({ node: { id: thing.id }, commitment: { references: [] } });
    const again = await hub.done('linkCommitments', link);
    expect(again.thing).toMatchObject({ id: thing.id, state: 'CONFIRMED', quote: 'See 2' });
    expect(again.changes).toEqual([expect.objectContaining({ kind: 'REFERENCE_LINKED', fields: ['state'] })]);
  });

  it('is unlinked by its ends, by a reporter of the one that refers alone', async () => {
    await hub.done('linkCommitments', { ...link, kind: 'DEPENDS_ON' });
    expect(await hub.forbidden('unlinkCommitments', link, await hub.reporter('cra'))).toBe('FORBIDDEN');
    expect(await hub.refused('unlinkCommitments', link)).toEqual(['UNKNOWN to']);
    const named = { ...link, kind: 'DEPENDS_ON' };
    await hub.done('unlinkCommitments', named, await hub.reporter('tbs'));
    expect(await hub.refused('unlinkCommitments', named)).toEqual(['WRONG_STATE to']);
    expect(await hub.refused('unlinkCommitments', { from: link.from })).toEqual(['REQUIRED reference']);
    expect(await hub.refused('unlinkCommitments', { ...named, reference: 'CrossReference:1' })).toEqual([
      'INVALID reference',
    ]);
    for (const reference of ['CrossReference:999999', 'CrossReference:x', '1', 'Commitment:ca-2016-2018/1']) {
      expect(await hub.refused('unlinkCommitments', { reference })).toEqual(['UNKNOWN reference']);
    }
  });

  it('that is unlinked is not linked again by importing', async () => {
    const fact = { from: 'ca-2016-2018/19', to: 'ca-2016-2018/20', period: 'mid-term' };
    await hub.done('unlinkCommitments', { from: fact.from, to: fact.to });
    await saveFacts(hub.hub, { references: [fact] });
    expect(await statesOf(fact.from)).toEqual(['UNLINKED', 'CONFIRMED']);
  });
});

describe('a suggested reference', () => {
  it('is confirmed by a steward', async () => {
    const reference = await suggested();
    expect(await hub.forbidden('confirmReference', { reference }, await hub.reporter('tbs'))).toBe(
      'FORBIDDEN',
    );
    const { thing, changes } = await hub.done('confirmReference', { reference });
    expect(thing).toMatchObject({ id: reference, state: 'CONFIRMED', quote: 'As said' });
    expect(changes).toEqual([
      {
        kind: 'REFERENCE_LINKED',
        plan: 'ca-2016-2018',
        commitment: 'ca-2016-2018/3',
        reference,
        fields: ['state'],
      },
    ]);
    expect(await hub.refused('confirmReference', { reference })).toEqual(['WRONG_STATE reference']);
    expect(await hub.refused('dismissReference', { reference })).toEqual(['WRONG_STATE reference']);
  });

  it('is dismissed for good: nothing suggests it again, and only a person links it', async () => {
    const reference = await suggested();
    expect(await hub.forbidden('dismissReference', { reference })).toBe('UNAUTHENTICATED');
    const { thing, changes } = await hub.done('dismissReference', { reference, reason: 'Another panel.' });
    expect(thing).toMatchObject({ id: reference, state: 'DISMISSED' });
    expect(changes).toEqual([
      expect.objectContaining({ kind: 'REFERENCE_DISMISSED', reason: 'Another panel.' }),
    ]);
    const before = await hub.newest();
    await saveFacts(hub.hub, {
      references: [
        { from: 'ca-2016-2018/3', to: 'ca-2016-2018/4', state: 'SUGGESTED', quote: { en: 'As said again' } },
      ],
    });
    expect(await statesOf('ca-2016-2018/3')).toEqual(['DISMISSED']);
    expect(await hub.newest()).toBe(before);
    const linked = await hub.done('linkCommitments', { from: 'ca-2016-2018/3', to: 'ca-2016-2018/4' });
    expect(linked.thing).toMatchObject({ id: reference, state: 'CONFIRMED', quote: 'As said' });
  });
});
