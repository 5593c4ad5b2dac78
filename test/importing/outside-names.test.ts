import { cloneDatabase, type TestDatabase } from '../setup/databases.js';
import { importText } from './import-text.js';

describe('a problem found while saving a file of an outside shape', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await cloneDatabase('sample');
  });
  afterAll(() => database.drop());

  it('is told by the file’s own name for the place, and its line', async () => {
    const plan = {
      plan: {
        code: 'xx-2016-2018',
        title: { en: 'Plan' },
        start: '2016-07-01',
        end: '2018-06-30',
        reportingPeriods: [
          { key: 'mid-term', label: { en: 'Mid-term' }, start: '2016-07-01', end: '2017-06-30' },
        ],
      },
      commitments: [
        {
          number: 1,
          title: { en: 'One' },
          leadDepartments: ['TBS'],
          claims: { supportPerOgp: ['Nobody at all'] },
        },
      ],
    };
    const text = JSON.stringify(plan, null, 1);
    const { problems } = await importText(database.dataSource, 'plan.json', text);
    expect(problems).toEqual([
      expect.objectContaining({
        severity: 'warning',
        column: 'commitments[0].claims.supportPerOgp[0]',
        line: text.split('\n').findIndex((line) => line.includes('Nobody at all')) + 1,
        value: 'Nobody at all',
      }),
    ]);
  });
});
