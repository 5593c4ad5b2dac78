import { saveFacts } from '../graph/save-facts.js';
import { StewardHub } from './steward-hub.js';

const talks = {
  code: 'budget-talks-2017',
  kind: 'CONSULTATION',
  title: { en: 'Budget talks', fr: 'Discussions budgétaires' },
  summary: { en: 'What people want of the zebrafund.' },
  start: '2017-01-10',
  end: '2017-02-20',
  datePrecision: 'DAY',
  places: [{ en: 'Ottawa' }, { en: 'Québec City', fr: 'Québec' }],
  formats: ['ONLINE', 'IN_PERSON', 'ONLINE'],
  organizations: ['odx', 'fin', 'tbs'],
  commitments: ['ca-2016-2018/10', 'Commitment:ca-2016-2018/9'],
  legs: [
    { place: { en: 'Ottawa' }, start: '2017-01-10', reportUrl: 'https://example.ca/ottawa' },
    {
      place: { en: 'Québec City', fr: 'Québec' },
      start: '2017-02-01',
      end: '2017-02-02',
      datePrecision: 'DAY',
    },
  ],
  heard: { en: 'More detail, earlier.' },
  response: { en: 'It comes in March.' },
  url: 'https://example.ca/talks',
};

let hub: StewardHub;
let fin: Record<string, string>;
beforeEach(async () => {
  hub = await StewardHub.start();
  fin = await hub.reporter('fin');
});
afterEach(() => hub.stop());

const listed = async (filter = '{}') => {
  const { activities } = await hub.hub.query(
    `{ activities(filter: ${filter}, first: 100) { nodes { code } } }`,
  );
  return activities.nodes.map(({ code }: { code: string }) => code);
};

describe('an engagement activity', () => {
  it('is recorded by a reporter of the department that holds it: legs, what was heard and the response', async () => {
    const { thing, changes } = await hub.done('recordActivity', talks, fin);
    expect(thing).toEqual({
      code: 'budget-talks-2017',
      kind: 'CONSULTATION',
      title: 'Budget talks',
      summary: 'What people want of the zebrafund.',
      start: '2017-01-10',
      end: '2017-02-20',
      datePrecision: 'DAY',
      places: ['Ottawa', 'Québec City'],
      formats: ['ONLINE', 'IN_PERSON'],
      heard: 'More detail, earlier.',
      response: 'It comes in March.',
      url: 'https://example.ca/talks',
      withdrawnAt: null,
      withdrawalReason: null,
      departments: [{ code: 'fin' }, { code: 'tbs' }],
      partners: [{ code: 'odx' }],
      commitments: [{ code: 'ca-2016-2018/9' }, { code: 'ca-2016-2018/10' }],
      legs: [
        {
          position: 1,
          place: 'Ottawa',
          start: '2017-01-10',
          end: null,
          datePrecision: null,
          reportUrl: 'https://example.ca/ottawa',
        },
        {
          position: 2,
          place: 'Québec City',
          start: '2017-02-01',
          end: '2017-02-02',
          datePrecision: 'DAY',
          reportUrl: null,
        },
      ],
    });
    expect(changes).toEqual(
      ['ca-2016-2018/9', 'ca-2016-2018/10'].map((commitment) => ({
        kind: 'ACTIVITY_RECORDED',
        plan: 'ca-2016-2018',
        commitment,
        department: 'fin',
        activity: 'budget-talks-2017',
      })),
    );
  });

  it('that touches no commitment is told of once', async () => {
    const { changes } = await hub.done('recordActivity', {
      code: 'small',
      kind: 'OTHER',
      title: { fr: 'Petite' },
    });
    expect(changes).toEqual([{ kind: 'ACTIVITY_RECORDED', activity: 'small' }]);
  });

  it('is recorded by nobody for another department, or for none', async () => {
    expect(await hub.forbidden('recordActivity', talks)).toBe('UNAUTHENTICATED');
    // It takes part, but the first department holds it.
    expect(await hub.forbidden('recordActivity', talks, await hub.reporter('tbs'))).toBe('FORBIDDEN');
    for (const organizations of [[], ['odx'], null, ['cra']]) {
      expect(await hub.forbidden('recordActivity', { ...talks, organizations }, fin)).toBe('FORBIDDEN');
    }
    const publisher = await hub.as({ roles: ['publisher'], departments: ['fin'] });
    expect(await hub.forbidden('recordActivity', talks, publisher)).toBe('FORBIDDEN');
    await hub.done('recordActivity', talks);
  });

  it('is told everything that is wrong with it at once, each with its path', async () => {
    expect(
      await hub.refused(
        'recordActivity',
        {
          ...talks,
          code: 'Budget talks',
          title: { en: '', fr: null },
          start: '2017-03-01',
          organizations: ['fni', 'fin', '2225'],
          commitments: ['ca-2016-2018/10', 'ca-2016-2018/100'],
          legs: [
            { position: 1, place: {}, start: '2017-02-01', end: '2017-01-01' },
            { position: 1, place: { en: 'a <b>' }, reportUrl: 'javascript:alert(1)' },
          ],
          heard: { en: 'x'.repeat(20_001) },
          url: 'ftp://example.ca',
        },
        fin,
      ),
    ).toEqual(
      expect.arrayContaining([
        'INVALID code',
        'REQUIRED title.en',
        'INVALID end',
        'UNKNOWN organizations.0',
        'DUPLICATE organizations.2',
        'UNKNOWN commitments.1',
        'REQUIRED legs.0.place',
        'INVALID legs.0.end',
        'INVALID legs.1.place.en',
        'INVALID legs.1.reportUrl',
        'DUPLICATE legs.1.position',
        'TOO_LONG heard.en',
        'INVALID url',
      ]),
    );
    expect(await hub.refused('recordActivity', { ...talks, organizations: ['fni'] }, fin)).toEqual([
      'UNKNOWN organizations.0',
    ]);
  });

  it('is recorded once under its code, whoever sends it again', async () => {
    const once = { ...talks, idempotencyKey: 'a1' };
    const first = await hub.write('recordActivity', once, fin);
    expect(await hub.write('recordActivity', once, fin)).toEqual(first);
    expect(await hub.refused('recordActivity', talks, fin)).toEqual(['DUPLICATE code']);
  });

  it('is amended in what is said: lists as a whole, null takes away, what is left out stays', async () => {
    await hub.done('recordActivity', talks, fin);
    const { thing, changes } = await hub.done(
      'amendActivity',
      {
        activity: 'EngagementActivity:budget-talks-2017',
        title: { en: 'Budget hearings' },
        summary: null,
        end: null,
        places: [],
        organizations: ['fin', 'cra'],
        commitments: ['ca-2016-2018/10', 'ca-2016-2018/22'],
        legs: [{ position: 2, place: { fr: 'Québec' } }],
        heard: { fr: 'Plus de détails.' },
        reason: 'Put right.',
      },
      fin,
    );
    expect(thing).toMatchObject({
      title: 'Budget hearings',
      summary: null,
      start: '2017-01-10',
      end: null,
      places: [],
      formats: ['ONLINE', 'IN_PERSON'],
      heard: 'More detail, earlier.',
      departments: [{ code: 'fin' }, { code: 'cra' }],
      partners: [],
      commitments: [{ code: 'ca-2016-2018/10' }, { code: 'ca-2016-2018/22' }],
      legs: [{ position: 2, place: 'Québec', start: null, end: null, datePrecision: null }],
    });
    const fields = [
      'commitments',
      'departments',
      'end',
      'heard',
      'legs',
      'partners',
      'places',
      'summary',
      'title',
    ];
    const told = { kind: 'ACTIVITY_AMENDED', activity: 'budget-talks-2017', department: 'fin', fields };
    expect(changes).toEqual(
      ['ca-2016-2018/10', 'ca-2016-2018/22', 'ca-2016-2018/9'].map((commitment) => ({
        ...told,
        plan: 'ca-2016-2018',
        commitment,
        reason: 'Put right.',
      })),
    );
  });

  it('that is amended to what it is already makes no change', async () => {
    await hub.done('recordActivity', talks, fin);
    const { code: activity, ...same } = talks;
    expect((await hub.done('amendActivity', { activity, ...same }, fin)).changes).toEqual([]);
    expect((await hub.done('amendActivity', { activity }, fin)).changes).toEqual([]);
  });

  it('is amended and handed over by who holds it alone', async () => {
    await hub.done('recordActivity', talks, fin);
    const tbs = await hub.reporter('tbs');
    const amended = { activity: talks.code, url: null };
    expect(await hub.forbidden('amendActivity', amended, tbs)).toBe('FORBIDDEN');
    expect(await hub.forbidden('withdrawActivity', { activity: talks.code, reason: 'No.' }, tbs)).toBe(
      'FORBIDDEN',
    );
    const handedOver = { activity: talks.code, organizations: ['tbs'] };
    for (const headers of [fin, tbs]) {
      expect(await hub.forbidden('amendActivity', handedOver, headers)).toBe('FORBIDDEN');
    }
    expect(await hub.forbidden('amendActivity', { ...amended, organizations: null }, fin)).toBe('FORBIDDEN');
    await hub.done('amendActivity', handedOver, await hub.reporter('tbs', 'fin'));
    expect(await hub.forbidden('amendActivity', amended, fin)).toBe('FORBIDDEN');
    await hub.done('amendActivity', amended, tbs);
  });

  it('may not lose its title, its kind, or the order of its days', async () => {
    await hub.done('recordActivity', talks, fin);
    expect(
      await hub.refused(
        'amendActivity',
        { activity: talks.code, title: { en: null, fr: null }, kind: null, start: '2018-01-01' },
        fin,
      ),
    ).toEqual(['INVALID start', 'REQUIRED kind', 'REQUIRED title']);
    expect(await hub.refused('amendActivity', { activity: 'no-talks', url: null }, fin)).toContain(
      'UNKNOWN activity',
    );
  });

  it('that is withdrawn leaves lists and search, and stays to be read', async () => {
    await hub.done('recordActivity', talks, fin);
    expect(await listed()).toContain(talks.code);
    const withdrawn = { activity: talks.code, reason: 'It never took place.' };
    expect(await hub.refused('withdrawActivity', { ...withdrawn, reason: ' ' }, fin)).toEqual([
      'REQUIRED reason',
    ]);
    const { thing, changes } = await hub.done('withdrawActivity', withdrawn, fin);
    expect(thing).toMatchObject({
      code: talks.code,
      title: 'Budget talks',
      withdrawnAt: expect.any(String),
      withdrawalReason: 'It never took place.',
    });
    expect(changes).toEqual(
      ['ca-2016-2018/9', 'ca-2016-2018/10'].map((commitment) =>
        expect.objectContaining({
          kind: 'ACTIVITY_WITHDRAWN',
          commitment,
          department: 'fin',
          reason: 'It never took place.',
        }),
      ),
    );
    expect(await listed()).not.toContain(talks.code);
    expect(await listed('{ commitment: "ca-2016-2018/10" }')).not.toContain(talks.code);
    expect(await listed('{ includeWithdrawn: true }')).toContain(talks.code);
    const { activity, node, search, commitment } = await hub.hub.query(`{
      activity(code: "${talks.code}") { code }
      node(id: "EngagementActivity:${talks.code}") { id }
      search(text: "zebrafund") { totalCount }
      commitment(code: "ca-2016-2018/10") { activities { nodes { code } } }
    }`);
    expect({ activity, node, search }).toEqual({
      activity: { code: talks.code },
      node: { id: `EngagementActivity:${talks.code}` },
      search: { totalCount: 0 },
    });
    expect(commitment.activities.nodes).not.toContainEqual({ code: talks.code });

    expect(await hub.refused('withdrawActivity', withdrawn, fin)).toEqual(['WRONG_STATE activity']);
    expect(await hub.refused('amendActivity', { activity: talks.code, url: null }, fin)).toContain(
      'WRONG_STATE activity',
    );
    expect(await hub.refused('recordActivity', talks, fin)).toEqual(['DUPLICATE code']);
    const before = await hub.newest();
    await saveFacts(hub.hub, {
      activities: [
        { code: talks.code, kind: 'PANEL', title: { en: 'Again' }, commitments: ['ca-2016-2018/1'] },
      ],
    });
    expect(await hub.newest()).toBe(before);
  });
});
