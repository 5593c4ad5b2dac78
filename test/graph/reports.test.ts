import { CompletionLevel } from '../../src/model/completion-level.js';
import { TestHub } from '../setup/hub.js';
import { insertReport } from './insert-report.js';
import { aCommitment, aPlan, deliverables, saveFacts } from './save-facts.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start('migrated');
  await saveFacts(hub, {
    departments: [
      { code: 'ab', name: { en: 'Bread' } },
      { code: 'cd', name: { en: 'Cheese' } },
    ],
    plans: [aPlan('one')],
    commitments: [
      aCommitment('one', 1, {
        actors: [
          { organization: 'cd', role: 'LEAD' },
          { organization: 'ab', role: 'LEAD' },
        ],
        deliverables: deliverables(12),
      }),
    ],
  });
  const entry = (position: number, completion: CompletionLevel, en: string) => ({
    deliverable: `one/1.${position}`,
    completion,
    results: { en },
  });
  const report = { commitment: 'one/1', period: 'first', department: 'ab' };
  await saveFacts(hub, {
    reports: [
      {
        ...report,
        publishedOn: '2031-02-03',
        entries: [entry(10, CompletionLevel.LIMITED, 'Ten.'), entry(2, CompletionLevel.NOT_STARTED, 'Two.')],
      },
    ],
  });
  // What differs becomes the next version, which keeps what is not said anew.
  await saveFacts(hub, {
    reports: [{ ...report, entries: [entry(2, CompletionLevel.COMPLETE, 'Two, done.')] }],
  });
  await saveFacts(hub, {
    reports: [
      { ...report, department: 'cd', entries: [entry(2, CompletionLevel.SUBSTANTIAL, 'Nearly.')] },
      {
        ...report,
        period: 'second',
        department: 'cd',
        entries: [entry(1, CompletionLevel.LIMITED, 'Begun.')],
      },
    ],
  });
  await saveFacts(hub, {
    reports: [
      { ...report, department: 'cd', entries: [entry(2, CompletionLevel.SUBSTANTIAL, 'Very nearly.')] },
    ],
  });
  await insertReport(hub, {
    ...report,
    period: 'second',
    version: 1,
    state: 'WITHDRAWN',
    levels: { 'one/1.1': 'COMPLETE' },
  });
});
afterAll(() => hub.stop());

describe('the reports on a commitment', () => {
  const of = async (args: string) => {
    const { commitment } = await hub.query(`{ commitment(code: "one/1") { reports${args} { code state } } }`);
    return commitment.reports.map(({ code, state }: { code: string; state: string }) => `${code} ${state}`);
  };

  it('are those that count, by period, unless former versions are asked for', async () => {
    expect(await of('')).toEqual([
      'one/1/first/ab/2 PUBLISHED',
      'one/1/first/cd/2 PUBLISHED',
      'one/1/second/cd/1 PUBLISHED',
    ]);
    expect(await of('(formerVersions: true)')).toEqual([
      'one/1/first/ab/2 PUBLISHED',
      'one/1/first/ab/1 SUPERSEDED',
      'one/1/first/cd/2 PUBLISHED',
      'one/1/first/cd/1 SUPERSEDED',
      'one/1/second/ab/1 WITHDRAWN',
      'one/1/second/cd/1 PUBLISHED',
    ]);
  });

  it('can be those of one period', async () => {
    expect(await of('(period: "second")')).toEqual(['one/1/second/cd/1 PUBLISHED']);
    expect(await of('(period: "second", formerVersions: true)')).toHaveLength(2);
    expect(await of('(period: null)')).toHaveLength(3);
  });

  it('have entries in the order of the deliverables, and their former versions', async () => {
    const { commitment } = await hub.query(`{
      commitment(code: "one/1") {
        reports(period: "first") {
          id version recordedAt department { code } commitment { code } period { key label }
          entries { completion results deliverable { code } report { version } }
          previousVersion { version publishedOn state entries { completion results } previousVersion { version } }
        }
      }
    }`);
    expect(commitment.reports[0]).toEqual({
      id: 'StatusReport:one/1/first/ab/2',
      version: 2,
      recordedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      department: { code: 'ab' },
      commitment: { code: 'one/1' },
      period: { key: 'first', label: 'First year' },
      entries: [
        {
          completion: 'COMPLETE',
          results: 'Two, done.',
          deliverable: { code: 'one/1.2' },
          report: { version: 2 },
        },
        { completion: 'LIMITED', results: 'Ten.', deliverable: { code: 'one/1.10' }, report: { version: 2 } },
      ],
      previousVersion: {
        version: 1,
        publishedOn: '2031-02-03',
        state: 'SUPERSEDED',
        entries: [
          { completion: 'NOT_STARTED', results: 'Two.' },
          { completion: 'LIMITED', results: 'Ten.' },
        ],
        previousVersion: null,
      },
    });
    expect(commitment.reports[1].previousVersion).toMatchObject({
      version: 1,
      entries: [{ results: 'Nearly.' }],
    });
  });
});

describe('the reports on a deliverable', () => {
  it('are those of all periods and departments, former versions when asked for', async () => {
    const { deliverable } = await hub.query(`{
      deliverable(code: "one/1.2") {
        reports { completion report { code } }
        all: reports(formerVersions: true) { completion report { code } }
      }
    }`);
    const of = (code: string, completion: string) => ({ completion, report: { code } });
    expect(deliverable.reports).toEqual([
      of('one/1/first/ab/2', 'COMPLETE'),
      of('one/1/first/cd/2', 'SUBSTANTIAL'),
    ]);
    expect(deliverable.all).toEqual([
      of('one/1/first/ab/2', 'COMPLETE'),
      of('one/1/first/ab/1', 'NOT_STARTED'),
      of('one/1/first/cd/2', 'SUBSTANTIAL'),
      of('one/1/first/cd/1', 'SUBSTANTIAL'),
    ]);
  });

  it('that were withdrawn do not count, and stay readable', async () => {
    const { deliverable, node } = await hub.query(`{
      deliverable(code: "one/1.1") { completion currentReport { code } reports { completion } }
      node(id: "StatusReport:one/1/second/ab/1") { ... on StatusReport { state entries { completion } } }
    }`);
    expect(deliverable).toEqual({
      completion: 'LIMITED',
      currentReport: { code: 'one/1/second/cd/1' },
      reports: [{ completion: 'LIMITED' }],
    });
    expect(node).toEqual({ state: 'WITHDRAWN', entries: [{ completion: 'COMPLETE' }] });
  });
});

describe('the reports of a department', () => {
  it('are the published ones, the last recorded first', async () => {
    const { department } = await hub.query(
      '{ department(code: "cd") { reports { totalCount nodes { code } } } }',
    );
    expect(department.reports).toEqual({
      totalCount: 2,
      nodes: [{ code: 'one/1/first/cd/2' }, { code: 'one/1/second/cd/1' }],
    });
  });
});
