import { TestHub } from '../setup/hub.js';
import { insertReport } from './insert-report.js';
import { aCommitment, aPlan, deliverables, saveFacts } from './save-facts.js';

/** Departments in an order that is not that of the leads, so that neither codes nor numbers decide by chance. */
const departments = ['third', 'second', 'first', 'other'];
type Level = 'NOT_STARTED' | 'LIMITED' | 'SUBSTANTIAL' | 'COMPLETE' | null;
type Reported = readonly [department: string, period: 'first' | 'second', level: Level, results?: string];

let hub: TestHub;
let number = 0;
beforeAll(async () => {
  hub = await TestHub.start('migrated');
  await saveFacts(hub, {
    departments: departments.map((code) => ({ code, name: { en: `Department ${code}` } })),
    partners: [{ code: 'mill', name: { en: 'Mill' }, kind: 'OTHER' }],
    plans: [aPlan('one')],
  });
});
afterAll(() => hub.stop());

const lead = (organization: string) => ({ organization, role: 'LEAD' as const });

/** Makes a commitment led by first, second and third, and has its one deliverable reported on. */
async function reported(reports: readonly Reported[], ownLeads: readonly string[] = []) {
  number += 1;
  const code = `one/${number}`;
  await saveFacts(hub, {
    commitments: [
      aCommitment('one', number, {
        actors: [lead('mill'), lead('first'), lead('second'), lead('third')],
        deliverables: deliverables(1).map((one) => ({ ...one, actors: ownLeads.map(lead) })),
      }),
    ],
  });
  for (const [department, period, level, results] of reports) {
    await insertReport(hub, {
      commitment: code,
      period,
      department,
      version: 1,
      state: 'PUBLISHED',
      levels: { [`${code}.1`]: level },
      ...(results !== undefined && { results }),
    });
  }
  const { deliverable } = await hub.query(
    `query ($code: String!) {
      deliverable(code: $code) {
        completion results currentPeriod { key } currentReport { department { code } period { key } }
        progress { notReported byLevel { level count } overPeriods { period { key } byLevel { level count } } }
        reports { completion report { department { code } period { key } } }
        leads { code } commitment { leads { code } }
      }
    }`,
    { code: `${code}.1` },
  );
  return deliverable;
}

describe('the current level of a deliverable', () => {
  it('is null where nothing was reported, which is not NOT_STARTED', async () => {
    expect(await reported([])).toMatchObject({
      completion: null,
      results: null,
      currentPeriod: null,
      currentReport: null,
      reports: [],
      progress: { notReported: 1 },
    });
    expect(await reported([['first', 'first', 'NOT_STARTED']])).toMatchObject({
      completion: 'NOT_STARTED',
      progress: { notReported: 0 },
    });
  });

  it('is that of the latest period, whoever reported then', async () => {
    const reports: Reported[] = [
      ['first', 'first', 'LIMITED'],
      ['third', 'second', 'COMPLETE'],
    ];
    for (const some of [reports, [...reports].reverse()]) {
      expect(await reported(some)).toMatchObject({
        completion: 'COMPLETE',
        currentPeriod: { key: 'second' },
        currentReport: { department: { code: 'third' } },
      });
    }
  });

  it('may be lower than an earlier one', async () => {
    expect(
      await reported([
        ['first', 'first', 'COMPLETE'],
        ['first', 'second', 'LIMITED'],
      ]),
    ).toMatchObject({ completion: 'LIMITED' });
  });

  it('is not hidden by a later report without a level', async () => {
    expect(
      await reported([
        ['first', 'first', 'SUBSTANTIAL', 'Half way.'],
        ['first', 'second', null, 'Nothing to add.'],
      ]),
    ).toMatchObject({ completion: 'SUBSTANTIAL', currentPeriod: { key: 'first' }, results: 'Half way.' });
  });

  it('is absent, with the texts of the latest report, where no report gives one', async () => {
    expect(
      await reported([
        ['first', 'first', null, 'Then.'],
        ['second', 'second', null, 'Now.'],
      ]),
    ).toMatchObject({
      completion: null,
      results: 'Now.',
      currentPeriod: { key: 'second' },
      progress: { notReported: 1 },
    });
  });

  it.each([
    ['the first lead’s', ['third', 'second', 'first'], [], 'first'],
    ['the first lead’s of those that report', ['third', 'second'], [], 'second'],
    ['a lead’s before another department’s', ['other', 'third'], [], 'third'],
    ['another department’s where no lead reports', ['other'], [], 'other'],
    [
      'the first of the deliverable’s own leads',
      ['first', 'second', 'third', 'other'],
      ['other', 'third'],
      'other',
    ],
    [
      'that of the second of its own leads, where the first is silent',
      ['first', 'third'],
      ['other', 'third'],
      'third',
    ],
  ])('is, of several departments in one period, %s', async (_, reporting, ownLeads, expected) => {
    const levels: Level[] = ['NOT_STARTED', 'LIMITED', 'SUBSTANTIAL', 'COMPLETE'];
    const reports = reporting.map((department, at): Reported => [department, 'first', levels[at] ?? null]);
    const found = await reported(reports, ownLeads);
    expect(found.completion).toBe(levels[reporting.indexOf(expected)]);
    expect(found.currentReport).toEqual({ department: { code: expected }, period: { key: 'first' } });
    expect(found.reports).toHaveLength(reporting.length);
    // What stood at the end of the period is the same.
    const [atFirst] = found.progress.overPeriods;
    expect(atFirst.byLevel.filter(({ count }: { count: number }) => count > 0)).toEqual([
      { level: found.completion, count: 1 },
    ]);
  });

  it('is the second lead’s where the first lead reports without a level', async () => {
    expect(
      await reported([
        ['first', 'first', null],
        ['second', 'first', 'LIMITED'],
      ]),
    ).toMatchObject({ completion: 'LIMITED', currentReport: { department: { code: 'second' } } });
  });

  it('comes with all reports, the latest period first', async () => {
    const { reports } = await reported([
      ['third', 'first', 'LIMITED'],
      ['first', 'second', 'COMPLETE'],
      ['first', 'first', 'SUBSTANTIAL'],
    ]);
    expect(
      reports.map(({ completion, report }: { completion: Level; report: { period: { key: string } } }) => [
        completion,
        report.period.key,
      ]),
    ).toEqual([
      ['COMPLETE', 'second'],
      ['LIMITED', 'first'],
      ['SUBSTANTIAL', 'first'],
    ]);
  });
});

describe('the leads of a deliverable', () => {
  const coded = (...codes: string[]) => codes.map((code) => ({ code }));
  const ofCommitment = { leads: coded('mill', 'first', 'second', 'third') };

  it('are its commitment’s where it has none of its own', async () => {
    expect(await reported([])).toMatchObject({ ...ofCommitment, commitment: ofCommitment });
  });

  it('are its own where it has any, in their order, and do not lead the commitment', async () => {
    expect(await reported([], ['other', 'mill', 'first'])).toMatchObject({
      leads: coded('other', 'mill', 'first'),
      commitment: ofCommitment,
    });
  });
});
