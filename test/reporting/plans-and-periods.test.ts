import { StewardHub } from './steward-hub.js';

const plan = {
  code: 'ca-2030-2032',
  title: { en: 'Plan of 2030', fr: 'Plan de 2030' },
  start: '2030-01-01',
  end: '2032-12-31',
  rules: 'RULES_2025',
};
const period = {
  plan: 'ca-2030-2032',
  key: '2030-06',
  label: { en: 'June 2030', fr: 'Juin 2030' },
  start: '2030-01-01',
  end: '2030-06-30',
  due: '2030-07-31',
};

let hub: StewardHub;
beforeEach(async () => {
  hub = await StewardHub.start();
});
afterEach(() => hub.stop());

describe('a plan', () => {
  it('is made by a steward, and told of in the feed', async () => {
    const { thing, changes } = await hub.done('createPlan', {
      ...plan,
      reviewRequired: true,
      priorityAreas: [{ en: 'Open by default' }],
    });
    expect(thing).toEqual({
      code: 'ca-2030-2032',
      title: 'Plan of 2030',
      titleFr: 'Plan de 2030',
      start: '2030-01-01',
      end: '2032-12-31',
      rules: 'RULES_2025',
      reviewRequired: true,
      priorityAreas: ['Open by default'],
    });
    expect(changes).toEqual([{ kind: 'PLAN_ADDED', plan: 'ca-2030-2032' }]);
  });

  it('is made by nobody else', async () => {
    expect(await hub.forbidden('createPlan', plan)).toBe('UNAUTHENTICATED');
    expect(await hub.forbidden('createPlan', plan, await hub.reporter('tbs'))).toBe('FORBIDDEN');
  });

  it('is told everything that is wrong with it at once, each with its path', async () => {
    expect(
      await hub.refused('createPlan', {
        ...plan,
        // The first two letters are Cyrillic.
        code: 'са-2030',
        title: { en: '<b>Plan</b>', fr: ' ' },
        start: '2033-01-01',
        priorityAreas: [{ en: 'x'.repeat(301) }, {}],
      }),
    ).toEqual(
      expect.arrayContaining([
        'INVALID code',
        'INVALID title.en',
        'REQUIRED title.fr',
        'INVALID end',
        'TOO_LONG priorityAreas.0.en',
        'REQUIRED priorityAreas.1',
      ]),
    );
  });

  it('is told so in French too', async () => {
    const french = await hub.as({ roles: ['steward'] }, 'fr');
    const { userErrors } = await hub.write('createPlan', { ...plan, code: 'CA', end: '2029-01-01' }, french);
    expect(userErrors.map(({ message }: { message: string }) => message)).toEqual([
      expect.stringContaining('Un code compte des minuscules'),
      expect.stringContaining('La fin précède le début'),
    ]);
  });

  it.each(['2030-02-30', '0000-01-01', '2030-1-1', '2030-01-01T00:00:00Z'])(
    'does not take the date %s',
    async (start) => {
      const { errors } = await hub.try('createPlan', { ...plan, start });
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    },
  );

  it('keeps its code to itself', async () => {
    expect(await hub.refused('createPlan', { ...plan, code: 'ca-2016-2018' })).toEqual(['DUPLICATE code']);
  });

  it('that two make at the same moment is made once', async () => {
    const payloads = await Promise.all([1, 2, 3].map(() => hub.write('createPlan', plan)));
    const codes = payloads.flatMap(({ userErrors }) => userErrors.map(({ code }: { code: string }) => code));
    expect(payloads.filter(({ thing }) => thing !== null)).toHaveLength(1);
    expect(codes).toHaveLength(2);
    expect(codes.every((code: string) => code === 'CONFLICT' || code === 'DUPLICATE')).toBe(true);
  });

  it('that is sent again with the same key is made once', async () => {
    const first = await hub.write('createPlan', { ...plan, idempotencyKey: 'one' });
    expect(await hub.write('createPlan', { ...plan, idempotencyKey: 'one' })).toEqual(first);
    expect(await hub.refused('createPlan', { ...plan, code: 'other', idempotencyKey: 'one' })).toEqual([
      'CONFLICT idempotencyKey',
    ]);
  });

  it('is amended in what is said, and nothing else', async () => {
    const { thing, changes } = await hub.done('amendPlan', {
      plan: 'ActionPlan:ca-2016-2018',
      title: { fr: 'Troisième plan' },
      reviewRequired: true,
      reason: 'As the act wants it.',
    });
    expect(thing).toMatchObject({
      title: 'Third Biennial Plan to the Open Government Partnership (2016-18)',
      titleFr: 'Troisième plan',
      start: '2016-07-01',
      reviewRequired: true,
    });
    expect(thing.priorityAreas).toHaveLength(4);
    expect(changes).toEqual([
      {
        kind: 'PLAN_AMENDED',
        plan: 'ca-2016-2018',
        fields: ['reviewRequired', 'title'],
        reason: 'As the act wants it.',
      },
    ]);
  });

  it('that is amended to what it is already makes no change', async () => {
    const { changes } = await hub.done('amendPlan', {
      plan: 'ca-2016-2018',
      start: '2016-07-01',
      rules: 'RULES_2016',
      reviewRequired: false,
    });
    expect(changes).toEqual([]);
  });

  it('loses what null is given for, where it can do without', async () => {
    const { thing } = await hub.done('amendPlan', {
      plan: 'ca-2016-2018',
      title: { fr: null },
      priorityAreas: null,
    });
    expect(thing).toMatchObject({ titleFr: thing.title, priorityAreas: [] });
    expect(
      await hub.refused('amendPlan', {
        plan: 'ca-2016-2018',
        title: { en: null },
        start: null,
        rules: null,
        reviewRequired: null,
      }),
    ).toEqual(['REQUIRED start', 'REQUIRED title', 'REQUIRED rules', 'REQUIRED reviewRequired']);
  });

  it('that there is not is told so', async () => {
    expect(await hub.refused('amendPlan', { plan: 'ca-1066', end: null })).toEqual([
      'UNKNOWN plan',
      'REQUIRED end',
      'REQUIRED title',
    ]);
  });
});

describe('a reporting period', () => {
  it('is made in its plan', async () => {
    await hub.done('createPlan', plan);
    const { thing, changes } = await hub.done('createPeriod', period);
    expect(thing).toEqual({
      code: 'ca-2030-2032/2030-06',
      key: '2030-06',
      label: 'June 2030',
      start: '2030-01-01',
      end: '2030-06-30',
      due: '2030-07-31',
      isOpen: true,
      plan: { code: 'ca-2030-2032' },
    });
    expect(changes).toEqual([{ kind: 'PERIOD_ADDED', plan: 'ca-2030-2032', period: '2030-06' }]);
    expect(await hub.refused('createPeriod', period)).toEqual(['DUPLICATE key']);
  });

  it('is told everything that is wrong with it', async () => {
    expect(
      await hub.refused('createPeriod', {
        ...period,
        key: 'June 2030',
        label: {},
        end: '2029-12-31',
      }),
    ).toEqual(['UNKNOWN plan', 'INVALID key', 'INVALID end', 'REQUIRED label']);
  });

  it('that is closed takes no more reports until it is opened again', async () => {
    const tbs = await hub.reporter('tbs');
    const report = async () => {
      const { data } = await hub.hub.ask(
        `mutation { submitReport(input: {
          commitment: "ca-2016-2018/19", period: "end-of-term", department: "tbs"
          entries: [{ deliverable: "ca-2016-2018/19.1", completion: COMPLETE }]
        }) { userErrors { code } } }`,
        {},
        tbs,
      );
      return data.submitReport.userErrors.map(({ code }: { code: string }) => code);
    };
    const closed = await hub.done('amendPeriod', {
      period: 'ca-2016-2018/end-of-term',
      isOpen: false,
      reason: 'The plan is over.',
    });
    expect(closed.thing.isOpen).toBe(false);
    expect(closed.changes).toEqual([
      {
        kind: 'PERIOD_AMENDED',
        plan: 'ca-2016-2018',
        period: 'end-of-term',
        fields: ['isOpen'],
        reason: 'The plan is over.',
      },
    ]);
    expect(await report()).toEqual(['PERIOD_CLOSED']);
    await hub.done('amendPeriod', { period: 'ReportingPeriod:ca-2016-2018/end-of-term', isOpen: true });
    expect(await report()).toEqual([]);
  });

  it('loses its due date with null, and its label not at all', async () => {
    await hub.done('createPlan', plan);
    await hub.done('createPeriod', period);
    const { thing, changes } = await hub.done('amendPeriod', { period: 'ca-2030-2032/2030-06', due: null });
    expect(thing.due).toBeNull();
    expect(changes[0].fields).toEqual(['due']);
    expect(
      await hub.refused('amendPeriod', {
        period: 'ca-2030-2032/2030-06',
        label: null,
        start: '2030-07-01',
        isOpen: null,
      }),
    ).toEqual(['INVALID start', 'REQUIRED label', 'REQUIRED isOpen']);
  });

  it('moves levels when its dates make another one the latest', async () => {
    const level = async () => {
      const { deliverable } = await hub.hub.query(
        '{ deliverable(code: "ca-2016-2018/19.1") { completion } }',
      );
      return deliverable.completion;
    };
    const atMidTerm = await level();
    expect(atMidTerm).not.toBe('COMPLETE');
    await hub.hub.query(
      `mutation { submitReport(input: {
        commitment: "ca-2016-2018/19", period: "end-of-term", department: "tbs"
        entries: [{ deliverable: "ca-2016-2018/19.1", completion: COMPLETE }]
      }) { userErrors { message } } }`,
      {},
      await hub.reporter('tbs'),
    );
    expect(await level()).toBe('COMPLETE');
    const { changes } = await hub.done('amendPeriod', {
      period: 'ca-2016-2018/end-of-term',
      end: '2017-01-31',
      reason: 'Dates were mixed up.',
    });
    expect(changes).toContainEqual({
      kind: 'STATUS_CHANGED',
      plan: 'ca-2016-2018',
      commitment: 'ca-2016-2018/19',
      deliverable: 'ca-2016-2018/19.1',
      period: 'mid-term',
      department: 'tbs',
      from: 'COMPLETE',
      to: atMidTerm,
      direction: 'DOWN',
      reason: 'Dates were mixed up.',
    });
  });
});
