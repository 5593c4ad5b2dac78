import { Readable } from 'node:stream';
import { importTracker } from '../../src/importing/tracker/import-tracker.js';
import { Writing } from '../../src/reporting/writing.js';
import { cloneDatabase, type TestDatabase } from '../setup/databases.js';
import { StatementCounter } from '../setup/statement-counter.js';
import { accepted, importObject, importText, talliesOf } from './import-text.js';
import { type Cells, row, trackerText } from './tracker-text.js';

const title = { en: 'Something', fr: 'Quelque chose' };
const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];
const commitments = Array.from({ length: 20 }, (_, at) => `C${String(at + 1).padStart(2, '0')}`);
const departments = ['tbs-sct', 'cra-arc'];

/** 20 commitments of 5 milestones of 10 indicators: a thousand indicators, and twelve periods. */
const plan = {
  code: 'xx-2022-2024',
  period: '2022-2024',
  title,
  reportingPeriods: months.map((month) => `2023-${month}`),
  commitments: commitments.map((commitment) => ({
    code: commitment,
    title,
    milestones: [1, 2, 3, 4, 5].map((milestone) => ({
      code: `${commitment}.${milestone}`,
      title,
      indicators: Array.from({ length: 10 }, (_, at) => ({
        code: `${commitment}.${milestone}.${at + 1}`,
        title,
        leadDepts: departments,
      })),
    })),
  })),
};
const indicators = plan.commitments.flatMap(({ milestones }) =>
  milestones.flatMap((milestone) => milestone.indicators.map(({ code }) => code)),
);

/** Every indicator for some months and both departments. Rows of one report lie as far apart as can be. */
function* rows(of: readonly string[]): Generator<Cells> {
  for (const indicator of indicators) {
    for (const month of of) {
      for (const department of departments) {
        yield row(indicator, {
          reporting_period: `2023-${month}`,
          owner_org: department,
          progress_en: `${indicator} in ${month} by ${department}`,
        });
      }
    }
  }
}

let database: TestDatabase;
const statements = new StatementCounter();
beforeAll(async () => {
  database = await cloneDatabase('sample', { logger: statements });
  accepted(await importObject(database.dataSource, plan));
});
afterAll(() => database.drop());

describe('a tracker of many thousand rows', () => {
  it('is recorded whole, with statements for hundreds of rows at a time', async () => {
    const some = trackerText(...rows(months.slice(0, 2)));
    statements.take();
    accepted(await importText(database.dataSource, 'some.csv', some));
    const forSome = statements.take().length;

    const all = [...rows(months.slice(2))];
    expect(all).toHaveLength(20_000);
    const outcome = accepted(await importText(database.dataSource, 'all.csv', trackerText(...all)));
    const forAll = statements.take().length;
    expect(talliesOf(outcome)).toEqual({ reports: { created: 400 } });
    // 4,000 rows and 80 reports, then 20,000 rows and 400 reports: 500 rows or 25 reports make one step.
    expect(forSome).toBeLessThan(100);
    expect(forAll).toBeLessThan(5 * forSome);

    const [counts] = await database.dataSource.query(`
      select count(*)::int as entries, count(distinct deliverable_id)::int as indicators,
        count(distinct report_id)::int as reports
      from report_entry e join status_report r on r.id = e.report_id where r.code like 'xx-%'`);
    expect(counts).toEqual({ entries: 24_000, indicators: 1_000, reports: 480 });
    const wrong = await database.dataSource.query(`
      select e.results_en, r.code, d.source_code
      from report_entry e
        join status_report r on r.id = e.report_id
        join reporting_period p on p.id = r.period_id
        join department o on o.id = r.department_id
        join deliverable d on d.id = e.deliverable_id
      where r.code like 'xx-%' and e.results_en
        <> format('%s in %s by %s', d.source_code, right(p.key, 2), o.open_gov_slug)`);
    expect(wrong).toEqual([]);
    const current = await database.dataSource.query(`
      select distinct right(p.key, 2) as month, o.code
      from deliverable_status s
        join report_entry e on e.id = s.entry_id
        join status_report r on r.id = e.report_id
        join reporting_period p on p.id = r.period_id
        join department o on o.id = r.department_id
      where r.code like 'xx-%'`);
    expect(current).toEqual([{ month: '12', code: 'tbs' }]);
  });

  it('passes without its rows being held: few are read before they are stored, few are read back at once', async () => {
    let read = 0;
    const source = Readable.from(
      (function* () {
        yield trackerText();
        for (const cells of rows(months)) {
          read += 1;
          yield trackerText(cells).slice(trackerText().length);
        }
      })(),
    );
    let mostWaiting = 0;
    let mostAnswered = 0;
    const outcome = await database.dataSource.transaction(async (transaction) => {
      let stored = 0;
      const query = transaction.query.bind(transaction);
      transaction.query = async <Result>(statement: string, parameters?: unknown[]): Promise<Result> => {
        if (statement.startsWith('insert into staged_row')) {
          mostWaiting = Math.max(mostWaiting, read - stored);
          stored += (parameters as readonly unknown[][])[0]?.length ?? 0;
        }
        const answer = await query<Result>(statement, parameters);
        if (Array.isArray(answer)) mostAnswered = Math.max(mostAnswered, answer.length);
        return answer;
      };
      const writing = new Writing(transaction);
      await importTracker(writing, source, { plan: null });
      expect(stored).toBe(24_000);
      return writing.outcome;
    });
    expect(outcome.problems).toEqual([]);
    expect(outcome.tallies.get('reports')).toEqual({ created: 0, amended: 0, unchanged: 480 });
    // One statement's rows, and those in the piece of 64 KiB being read.
    expect(mostWaiting).toBeLessThan(2_000);
    // 25 reports of 50 indicators.
    expect(mostAnswered).toBe(1_250);
  });
});
