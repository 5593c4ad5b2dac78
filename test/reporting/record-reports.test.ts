import { type DossierInput, dossier } from '../../src/reporting/dossier.js';
import { saveDossier } from '../../src/reporting/save-dossier.js';
import { Writing } from '../../src/reporting/writing.js';
import { cloneDatabase, type TestDatabase } from '../setup/databases.js';
import { StatementCounter } from '../setup/statement-counter.js';
import { save } from './save.js';

const plan = 'xx-2030-2032';
const commitments = 90;
const periods = 100;

/** 90 commitments with one deliverable each, and 100 periods: 9,000 reports for a department. */
const base: DossierInput = {
  departments: [{ code: 'one', name: { en: 'Office' } }],
  plans: [
    {
      code: plan,
      title: { en: 'Plan' },
      start: '2030-01-01',
      end: '2032-12-31',
      rules: '2016',
      periods: Array.from({ length: periods }, (_, at) => ({
        key: `p-${at}`,
        label: { en: `Period ${at}` },
        start: '2030-01-01',
        end: '2031-12-31',
      })),
    },
  ],
  commitments: Array.from({ length: commitments }, (_, at) => ({
    plan,
    number: at + 1,
    title: { en: `Promise ${at + 1}` },
    deliverables: [{ position: 1, kind: 'DELIVERABLE' as const, text: { en: 'Thing' } }],
  })),
};

const statements = new StatementCounter();
let database: TestDatabase;
beforeEach(async () => {
  database = await cloneDatabase('migrated', { logger: statements });
  await save(database, base);
  statements.take();
});
afterEach(() => database.drop());

const reports = (count: number, results: string, publishedOn?: string): DossierInput => ({
  reports: Array.from({ length: count }, (_, at) => {
    const commitment = `${plan}/${(at % commitments) + 1}`;
    return {
      commitment,
      period: `p-${Math.floor(at / commitments)}`,
      department: 'one',
      publishedOn,
      entries: [{ deliverable: `${commitment}.1`, results: { en: `${results} ${at}` } }],
    };
  }),
});
const versions = () =>
  database.dataSource.query(`
    select r.version, r.state, r.published_on::text as published, e.results_en as results
    from status_report r join report_entry e on e.report_id = r.id order by r.version`);

describe('recorded reports', () => {
  it('need statements by the thousand, and may be more than one statement takes values', async () => {
    await save(database, reports(50, 'Few'));
    const forFifty = statements.take().length;
    const { tallies } = await save(database, reports(9_000, 'Many'));
    expect(tallies.get('reports')).toEqual({ created: 8_950, amended: 50, unchanged: 0 });
    expect(statements.take().length - forFifty).toBeLessThan(60);
    const [counts] = await database.dataSource.query(`
      select count(*)::int as published, count(distinct e.results_en)::int as results
      from status_report r join report_entry e on e.report_id = r.id where r.state = 'PUBLISHED'`);
    expect(counts).toEqual({ published: 9_000, results: 9_000 });
  });

  it('supersede what was published, each version with the day it states or none', async () => {
    await save(database, reports(1, 'First', '2031-01-01'));
    await save(database, reports(1, 'Second'));
    await save(database, reports(1, 'Third', '2031-03-01'));
    expect(await versions()).toEqual([
      { version: 1, state: 'SUPERSEDED', published: '2031-01-01', results: 'First 0' },
      { version: 2, state: 'SUPERSEDED', published: null, results: 'Second 0' },
      { version: 3, state: 'PUBLISHED', published: '2031-03-01', results: 'Third 0' },
    ]);
  });

  it('take the next version after drafts and withdrawn ones, and carry over nothing from them', async () => {
    await save(database, reports(1, 'First'));
    await database.dataSource.query(`update status_report set state = 'WITHDRAWN'`);
    await database.dataSource.query(`update report_entry set challenges_en = 'Time'`);
    const { tallies } = await save(database, reports(1, 'Second'));
    expect(tallies.get('reports')).toEqual({ created: 0, amended: 1, unchanged: 0 });
    expect(await versions()).toMatchObject([
      { version: 1, state: 'WITHDRAWN' },
      { version: 2, state: 'PUBLISHED', results: 'Second 0' },
    ]);
    const challenges = await database.dataSource.query(
      `select challenges_en as challenges from report_entry order by id desc limit 1`,
    );
    expect(challenges).toEqual([{ challenges: null }]);
  });

  it('touch only the deliverables of reports that changed', async () => {
    await save(database, reports(2, 'First'));
    const touched = await database.dataSource.transaction(async (transaction) => {
      const writing = new Writing(transaction);
      const again = reports(2, 'First').reports?.map((report, at) =>
        at === 0
          ? { ...report, entries: report.entries.map((entry) => ({ ...entry, results: { en: 'Changed' } })) }
          : report,
      );
      await saveDossier(writing, dossier.parse({ reports: again }));
      const codes = await transaction.query<{ code: string }[]>(
        'select code from deliverable where id = any ($1)',
        [[...writing.touched.keys()]],
      );
      return codes.map(({ code }) => code);
    });
    expect(touched).toEqual([`${plan}/1.1`]);
  });
});
