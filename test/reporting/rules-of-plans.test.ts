import { both, on, ReportingHub } from './reporting-hub.js';

describe('the rules of a plan', () => {
  let hub: ReportingHub;
  let one: Record<string, string>;
  let french: Record<string, string>;
  beforeAll(async () => {
    hub = await ReportingHub.start();
    one = await hub.reporter('one');
    french = await hub.reporter('one', 'fr-CA');
  });
  afterAll(() => hub.stop());

  const submit = (plan: string, entry: object, headers = one) =>
    hub.write(
      'submitReport',
      { ...on(plan, 'one', 3), entries: [{ deliverable: `${plan}/3.1`, ...entry }] },
      headers,
    );
  const faults = async (plan: string, entry: object) => {
    const { userErrors } = await submit(plan, entry);
    return userErrors.map(
      ({ code, field }: { code: string; field: string[] }) => `${code} ${field.slice(2).join('.')}`,
    );
  };

  const halves = { evidence: [{ text: { en: 'Page' } }], challenges: { fr: 'Temps' } };

  it.each<[string, object, string[], string[], string[], string[]]>([
    [
      'an entry with halves only',
      halves,
      [],
      ['REQUIRED evidence.fr', 'REQUIRED challenges.en'],
      [
        'REQUIRED completion',
        'REQUIRED results.en',
        'REQUIRED results.fr',
        'REQUIRED evidence.fr',
        'REQUIRED challenges.en',
      ],
      [
        'REQUIRED completion',
        'REQUIRED results.en',
        'REQUIRED results.fr',
        'REQUIRED evidence.fr',
        'REQUIRED challenges.en',
      ],
    ],
    [
      'slow work without challenges',
      { completion: 'LIMITED', results: both('Some') },
      [],
      [],
      [],
      ['REQUIRED challenges.en', 'REQUIRED challenges.fr'],
    ],
    [
      'results in one language',
      { completion: 'COMPLETE', results: { en: 'All' } },
      [],
      [],
      ['REQUIRED results.fr'],
      ['REQUIRED results.fr'],
    ],
    ['the literal NIL', { completion: 'COMPLETE', results: { en: 'NIL', fr: 'NIL' } }, [], [], [], []],
  ])('judge %s by the generation of the plan', async (_what, entry, of2016, of2018, of2022, of2025) => {
    // Each generation keeps what the one before it asks for; none of these must leave anything for the next case.
    for (const [plan, expected] of [
      ['p-2025', of2025],
      ['p-2022', of2022],
      ['p-2018', of2018],
      ['p-2016', of2016],
    ] as const) {
      const found = await faults(plan, entry);
      expect([plan, found]).toEqual([plan, expected]);
      const clean = 'truncate status_report, report_entry, deliverable_status, idempotent_request cascade';
      await hub.hub.database.dataSource
        .query('alter table change disable trigger change_is_final')
        .then(() => hub.hub.database.dataSource.query(clean))
        .then(() => hub.hub.database.dataSource.query('alter table change enable trigger change_is_final'));
    }
  });

  it('are told in the tracker’s own words, in the language of the request', async () => {
    const messages = async (headers: Record<string, string>) => {
      const { userErrors } = await submit(
        'p-2025',
        { completion: 'LIMITED', results: { en: 'Some' } },
        headers,
      );
      return userErrors.map(({ message }: { message: string }) => message);
    };
    expect(await messages(one)).toEqual([
      'This field must not be empty.',
      'This field is required due to a response in a different field: the level is not started or limited.',
      'This field is required due to a response in a different field: the level is not started or limited.',
    ]);
    expect(await messages(french)).toEqual([
      'Ce champ ne doit pas être vide.',
      'Ce champ est requis en raison d’une réponse dans un autre champ : le niveau est non commencé ou limité.',
      'Ce champ est requis en raison d’une réponse dans un autre champ : le niveau est non commencé ou limité.',
    ]);
  });

  it('hold for what was drafted too, once it is submitted', async () => {
    const entries = [{ deliverable: 'p-2022/3.1', results: { en: 'Some' } }];
    expect(
      (await hub.write('saveReportDraft', { ...on('p-2022', 'one', 3), entries }, one)).userErrors,
    ).toEqual([]);
    const { userErrors } = await hub.write('submitReport', { ...on('p-2022', 'one', 3), entries: [] }, one);
    expect(userErrors).toMatchObject([
      {
        code: 'REQUIRED',
        field: ['entries'],
        message: 'As drafted, p-2022/3.1 has a fault in completion: This field must not be empty.',
      },
      {
        code: 'REQUIRED',
        field: ['entries'],
        message: 'As drafted, p-2022/3.1 has a fault in results.fr: This field must not be empty.',
      },
    ]);
    const first = await hub.write('submitReport', { ...on('p-2016', 'one', 3), entries: [] }, one);
    expect(first.userErrors).toMatchObject([{ code: 'REQUIRED', field: ['entries'] }]);
  });
});
