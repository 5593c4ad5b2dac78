import { both, on, ReportingHub } from './reporting-hub.js';

describe('a report that is wrong', () => {
  let hub: ReportingHub;
  let one: Record<string, string>;
  let before: unknown;
  beforeAll(async () => {
    hub = await ReportingHub.start();
    one = await hub.reporter('one');
    before = await hub.everything();
  });
  afterAll(() => hub.stop());
  afterEach(async () => expect(await hub.everything()).toEqual(before));

  const entry = { deliverable: 'p-2016/1.1', completion: 'LIMITED' };
  const errorsOf = async (input: object, headers = one) =>
    (await hub.write('submitReport', { ...on('p-2016'), entries: [entry], ...input }, headers)).userErrors;

  it('in many ways is told all of them at once, each with its place', async () => {
    const errors = await errorsOf({
      period: 'never',
      reason: ' ',
      ifVersion: -2,
      entries: [
        { deliverable: 'p-2016/1.9', completion: 'LIMITED' },
        { deliverable: 'p-2016/2.1', results: { en: '', fr: 'x'.repeat(20_001) } },
        { ...entry, nextSteps: { en: 'See <script>alert(1)</script>' } },
        { ...entry, evidence: [{ url: 'javascript:alert(1)' }, {}] },
      ],
    });
    expect(
      errors.map(({ code, field }: { code: string; field: string[] }) => `${code} ${field.join('.')}`),
    ).toEqual([
      'REQUIRED reason',
      'INVALID ifVersion',
      'REQUIRED entries.1.results.en',
      'TOO_LONG entries.1.results.fr',
      'INVALID entries.2.nextSteps.en',
      'INVALID entries.3.evidence.0.url',
      'REQUIRED entries.3.evidence.1',
      'UNKNOWN period',
      'UNKNOWN entries.0.deliverable',
      'MISPLACED entries.1.deliverable',
      'DUPLICATE entries.3.deliverable',
    ]);
  });

  it('names the value and what is accepted, in French where that is asked for', async () => {
    const headers = await hub.reporter('one', 'fr');
    expect((await errorsOf({ period: 'jamais' }, headers))[0].message).toBe(
      'Le plan p-2016 n’a pas cette période de rapport. (reçu : « jamais »)',
    );
    expect((await errorsOf({ period: 'never' }))[0].message).toBe(
      'The plan p-2016 has no such reporting period. (given: "never")',
    );
  });

  it.each([
    ['a commitment with a Cyrillic letter', { commitment: 'р-2016/1' }, 'UNKNOWN', ['commitment']],
    ['a commitment in capitals', { commitment: 'P-2016/1' }, 'UNKNOWN', ['commitment']],
    ['a department with a Cyrillic letter', { department: 'оne' }, 'UNKNOWN', ['department']],
    ['a department by an alias', { department: 'Office of the First' }, 'UNKNOWN', ['department']],
    ['a department by its name', { department: 'First Office' }, 'UNKNOWN', ['department']],
    ['full-width letters', { department: 'ｏｎｅ' }, 'UNKNOWN', ['department']],
    ['a closed period', { period: 'closed' }, 'PERIOD_CLOSED', ['period']],
    ['a period of no plan', { period: "first' or 1=1" }, 'UNKNOWN', ['period']],
    [
      'ten thousand entries',
      { entries: Array.from({ length: 10_000 }, () => entry) },
      'TOO_MANY',
      ['entries'],
    ],
    ['a level below 1 in a version', { ifVersion: 4 }, 'CONFLICT', ['ifVersion']],
    ['a long reason', { reason: 'x'.repeat(2_001) }, 'TOO_LONG', ['reason']],
  ])('by %s is refused', async (_what, input, code, field) => {
    expect((await errorsOf(input))[0]).toMatchObject({ code, field });
  });

  it.each([
    '<b>bold</b>',
    'a <img src=x onerror=alert(1)',
    '<!-- hidden -->',
    '<svg/onload=alert(1)>',
    '</p>',
    '<?xml?>',
    '<javascript:alert(1)>',
    '<HTTPS:x onload=y>',
    '<https://x/autofocus/onfocus=alert(1)>',
  ])('by the HTML of %s is refused', async (text) => {
    expect(await errorsOf({ entries: [{ ...entry, results: both(text) }] })).toMatchObject([
      { code: 'INVALID', field: ['entries', '0', 'results', 'en'] },
      { code: 'INVALID', field: ['entries', '0', 'results', 'fr'] },
    ]);
  });

  it.each(['null byte \u0000', 'lone \ud800 surrogate'])(
    'by a %j is refused before it is looked at',
    async (text) => {
      const { errors } = await hub.try(
        'submitReport',
        { ...on('p-2016'), entries: [{ ...entry, results: { en: text } }] },
        one,
      );
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    },
  );

  it.each([
    ['an unknown level', { entries: [{ ...entry, completion: 'ALMOST' }] }],
    ['a field that does not exist', { entries: [{ ...entry, level: 'LIMITED' }] }],
    ['no entries at all', { entries: null }],
    ['a version with a fraction', { ifVersion: 1.5 }],
  ])('by %s is refused by the schema', async (_what, input) => {
    const { errors } = await hub.try('submitReport', { ...on('p-2016'), entries: [entry], ...input }, one);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it.each([
    '5 < 6 and 7 > 2',
    'x <5 %',
    'see https://one.example/page',
    '[mail](mailto:a@one.example)',
    'a\n- list\n  - nested',
    'Îles & “quotes” — 🍁',
  ])('is not one with the text %j', async (text) => {
    // Beside something that is wrong, so that nothing is saved.
    const errors = await errorsOf({ period: 'never', entries: [{ ...entry, results: both(text) }] });
    expect(errors).toMatchObject([{ code: 'UNKNOWN', field: ['period'] }]);
  });

  it('is refused from an expired token, and from one that another key has signed', async () => {
    const { errors } = await hub.try(
      'submitReport',
      { ...on('p-2016'), entries: [entry] },
      { authorization: `${one['authorization']}x` },
    );
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});
