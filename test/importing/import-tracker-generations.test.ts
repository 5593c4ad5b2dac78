import { TestHub } from '../setup/hub.js';
import { accepted, importObject, importText } from './import-text.js';
import { type Cells, row, trackerPlan, trackerText } from './tracker-text.js';

const plans = { 'xx-2018-2021': '2018-2021', 'xx-2022-2024': '2022-2024', 'xx-2025-2029': '2025-2029' };

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start();
  for (const [code, years] of Object.entries(plans)) {
    accepted(await importObject(hub.database.dataSource, trackerPlan(code, years)));
  }
});
afterAll(() => hub.stop());

/** The columns that each generation of plans refuses of a row. */
async function refusals(cells: Cells): Promise<readonly string[]> {
  const columns: string[] = [];
  for (const plan of Object.keys(plans)) {
    const text = trackerText(row('C01.1.1', cells));
    const { problems } = await importText(hub.database.dataSource, 'tracker.csv', text, {
      plan,
      dryRun: true,
    });
    columns.push(problems.map(({ column }) => column).join(' '));
  }
  return columns;
}

describe('what the trackers of 2018-21, 2022-24 and 2025-29 require of a row', () => {
  it.each<[string, Cells, [string, string, string]]>([
    ['a level that is complete', { status: 'C' }, ['', '', '']],
    ['no level', { status: '' }, ['', 'status', 'status']],
    [
      'no progress',
      { progress_en: '', progress_fr: '', status: 'C' },
      ['', 'progress_en progress_fr', 'progress_en progress_fr'],
    ],
    ['progress in English', { progress_fr: '', status: 'C' }, ['', 'progress_fr', 'progress_fr']],
    [
      'evidence in French',
      { evidence_fr: 'Une page', status: 'C' },
      ['evidence_en', 'evidence_en', 'evidence_en'],
    ],
    [
      'challenges in English',
      { challenges_en: 'Time', status: 'C' },
      ['challenges_fr', 'challenges_fr', 'challenges_fr'],
    ],
    ['limited progress without challenges', { status: 'LP' }, ['', '', 'challenges_en challenges_fr']],
    [
      'not started with challenges',
      { status: 'NS', challenges_en: 'Time', challenges_fr: 'Le temps' },
      ['', '', ''],
    ],
  ])('%s', async (_what, cells, expected) => {
    expect(await refusals(cells)).toEqual(expected);
  });

  it('records a row of 2018-21 without a level as not reported', async () => {
    const text = trackerText(row('C01.1.1', { status: '', progress_fr: '' }));
    accepted(await importText(hub.database.dataSource, 'tracker.csv', text, { plan: 'xx-2018-2021' }));
    const { commitment } = await hub.query(`{
      commitment(code: "xx-2018-2021/1") {
        progress { total notReported byLevel { count } } deliverables { sourceCode completion results }
      }
    }`);
    expect(commitment.progress).toMatchObject({ total: 4, notReported: 4 });
    expect(commitment.deliverables).toContainEqual({
      sourceCode: 'C01.1.1',
      completion: null,
      results: 'Some of it',
    });
  });
});
