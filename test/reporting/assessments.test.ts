import { StewardHub } from './steward-hub.js';

const given = {
  commitment: 'ca-2016-2018/1',
  period: 'mid-term',
  author: 'IRM',
  scale: 'IRM_VERIFIABLE',
  level: 'VERIFIABLE',
  on: '2018-05-01',
  statement: { en: 'It can be checked.' },
};

let hub: StewardHub;
beforeEach(async () => {
  hub = await StewardHub.start();
});
afterEach(() => hub.stop());

describe('an assessment', () => {
  it('is recorded by a steward alone', async () => {
    const { thing, changes } = await hub.done('recordAssessment', given);
    expect(thing).toEqual({
      id: expect.stringMatching(/^Assessment:\d+$/),
      author: 'IRM',
      scale: 'IRM_VERIFIABLE',
      level: 'VERIFIABLE',
      on: '2018-05-01',
      statement: 'It can be checked.',
      deliverable: null,
      period: { key: 'mid-term' },
    });
    expect(changes).toEqual([
      {
        kind: 'ASSESSMENT_ADDED',
        plan: 'ca-2016-2018',
        commitment: 'ca-2016-2018/1',
        period: 'mid-term',
        assessment: thing.id,
      },
    ]);
    expect(await hub.forbidden('recordAssessment', given)).toBe('UNAUTHENTICATED');
    expect(await hub.forbidden('recordAssessment', given, await hub.reporter('tbs'))).toBe('FORBIDDEN');
  });

  it('is told everything that is wrong with it at once', async () => {
    expect(
      await hub.refused('recordAssessment', {
        ...given,
        deliverable: 'ca-2016-2018/19.1',
        period: 'never',
        level: 'HIGH',
        statement: { fr: '' },
      }),
    ).toEqual(['MISPLACED deliverable', 'UNKNOWN period', 'INVALID level', 'REQUIRED statement.fr']);
  });

  it('is there once for an author, a scale and what it is of', async () => {
    await hub.done('recordAssessment', given);
    expect(await hub.refused('recordAssessment', { ...given, level: 'NOT_VERIFIABLE' })).toEqual([
      'DUPLICATE scale',
    ]);
    await hub.done('recordAssessment', { ...given, period: 'end-of-term' });
    const payloads = await Promise.all(
      [1, 2].map(() => hub.write('recordAssessment', { ...given, commitment: 'ca-2016-2018/2' })),
    );
    expect(payloads.filter(({ thing }) => thing !== null)).toHaveLength(1);
  });

  it('is amended by its id, or by what identifies it', async () => {
    const { thing } = await hub.done('recordAssessment', given);
    const amended = await hub.done('amendAssessment', {
      assessment: thing.id,
      level: 'NOT_VERIFIABLE',
      on: null,
      reason: 'A slip.',
    });
    expect(amended.thing).toMatchObject({
      level: 'NOT_VERIFIABLE',
      on: null,
      statement: 'It can be checked.',
    });
    expect(amended.changes).toEqual([
      {
        kind: 'ASSESSMENT_AMENDED',
        plan: 'ca-2016-2018',
        commitment: 'ca-2016-2018/1',
        period: 'mid-term',
        assessment: thing.id,
        fields: ['level', 'on'],
        reason: 'A slip.',
      },
    ]);
    const { commitment, period, author, scale } = given;
    const named = { commitment, period, author, scale };
    const byParts = await hub.done('amendAssessment', { ...named, statement: null });
    expect(byParts.thing).toMatchObject({ id: thing.id, statement: null });
    expect((await hub.done('amendAssessment', { ...named, level: 'NOT_VERIFIABLE' })).changes).toEqual([]);
  });

  it('is named in one way, by something there is', async () => {
    const { commitment, author, scale } = given;
    expect(await hub.refused('amendAssessment', { commitment, author })).toEqual(['REQUIRED assessment']);
    expect(await hub.refused('amendAssessment', { assessment: 'Assessment:1', author })).toEqual([
      'INVALID assessment',
    ]);
    expect(await hub.refused('amendAssessment', { assessment: 'Assessment:99999' })).toEqual([
      'UNKNOWN assessment',
    ]);
    expect(
      await hub.refused('amendAssessment', { commitment, author, scale, period: 'end-of-term' }),
    ).toEqual(['UNKNOWN scale']);
    const { thing } = await hub.done('recordAssessment', given);
    expect(await hub.refused('amendAssessment', { assessment: thing.id, level: null })).toEqual([
      'REQUIRED level',
    ]);
    expect(await hub.refused('amendAssessment', { assessment: thing.id, level: 'verifiable' })).toEqual([
      'INVALID level',
    ]);
  });
});
