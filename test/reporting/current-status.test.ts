import { CompletionLevel } from '../../src/model/completion-level.js';
import type { DossierInput } from '../../src/reporting/dossier.js';
import { refreshStatus } from '../../src/reporting/report/refresh-status.js';
import { cloneDatabase, type TestDatabase } from '../setup/databases.js';
import { save } from './save.js';

type Level = keyof typeof CompletionLevel;
type Lead = { readonly organization: string; readonly role: 'LEAD' };

const lead = (organization: string): Lead => ({ organization, role: 'LEAD' });
/** "one" is the older department, so that it comes first wherever nothing else decides. */
const base: DossierInput = {
  departments: ['one', 'two', 'three'].map((code) => ({ code, name: { en: `Office ${code}` } })),
  partners: [{ code: 'club', name: { en: 'Club' }, kind: 'OTHER' }],
  plans: [
    {
      code: 'xx-2030-2032',
      title: { en: 'Plan' },
      start: '2030-01-01',
      end: '2032-12-31',
      rules: '2016',
      periods: [
        { key: 'first', label: { en: 'First' }, start: '2030-01-01', end: '2030-12-31' },
        { key: 'second', label: { en: 'Second' }, start: '2031-01-01', end: '2031-12-31' },
        { key: 'whole', label: { en: 'Both years' }, start: '2030-01-01', end: '2031-12-31' },
      ],
    },
  ],
  commitments: [
    {
      plan: 'xx-2030-2032',
      number: 1,
      title: { en: 'Promise' },
      actors: ['club', 'two', 'one'].map(lead),
      deliverables: [
        { position: 1, kind: 'DELIVERABLE', text: { en: 'Led by all' } },
        { position: 2, kind: 'DELIVERABLE', text: { en: 'Led by one' }, actors: [lead('one')] },
      ],
    },
  ],
};

let database: TestDatabase;
beforeEach(async () => {
  database = await cloneDatabase('migrated');
  await save(database, base);
});
afterEach(() => database.drop());

/** Reports levels, by position, and texts where there is no level. */
const report = (department: string, period: string, ...levels: readonly (Level | null)[]) =>
  save(database, {
    reports: [
      {
        commitment: 'xx-2030-2032/1',
        period,
        department,
        entries: levels.map((completion, at) => ({
          deliverable: `xx-2030-2032/1.${at + 1}`,
          completion: completion && CompletionLevel[completion],
          results: { en: `${department} in ${period}` },
        })),
      },
    ],
  });

/** What is current for each deliverable: its level, and whose words in which period. */
async function current(): Promise<readonly string[]> {
  const rows = await database.dataSource.query<
    { completion: string | null; results: string; same: boolean }[]
  >(`
    select s.completion, e.results_en as results, s.completion is not distinct from e.completion as same
    from deliverable_status s
      join report_entry e on e.id = s.entry_id and e.deliverable_id = s.deliverable_id
      join status_report r on r.id = e.report_id and r.state = 'PUBLISHED'
      join deliverable d on d.id = s.deliverable_id
    order by d.code`);
  expect(rows.every(({ same }) => same)).toBe(true);
  return rows.map(({ completion, results }) => `${completion} by ${results}`);
}

describe('what is current for a deliverable', () => {
  it('is the entry of the latest period, whatever order they were reported in', async () => {
    await report('two', 'second', 'LIMITED');
    await report('two', 'first', 'COMPLETE');
    expect(await current()).toEqual(['LIMITED by two in second']);
  });

  it('is, of two periods that end on one day, the entry of the one that began later', async () => {
    await report('two', 'second', 'LIMITED');
    await report('two', 'whole', 'COMPLETE');
    expect(await current()).toEqual(['LIMITED by two in second']);
  });

  it('is, of several departments, the entry of the first lead, whoever reported first', async () => {
    await report('three', 'first', 'NOT_STARTED');
    expect(await current()).toEqual(['NOT_STARTED by three in first']);
    await report('one', 'first', 'LIMITED');
    expect(await current()).toEqual(['LIMITED by one in first']);
    await report('two', 'first', 'COMPLETE');
    expect(await current()).toEqual(['COMPLETE by two in first']);
  });

  it('is the entry of the deliverable’s own lead where it has one', async () => {
    await report('two', 'first', 'COMPLETE', 'COMPLETE');
    await report('one', 'first', 'LIMITED', 'LIMITED');
    expect(await current()).toEqual(['COMPLETE by two in first', 'LIMITED by one in first']);
  });

  it('follows the leads when they change, also where the file names no deliverables', async () => {
    await report('two', 'first', 'COMPLETE', 'COMPLETE');
    await report('one', 'first', 'LIMITED', 'LIMITED');
    const actors = ['club', 'one', 'two'].map(lead);
    await save(database, {
      commitments: [{ plan: 'xx-2030-2032', number: 1, title: { en: 'Promise' }, actors }],
    });
    expect(await current()).toEqual(['LIMITED by one in first', 'LIMITED by one in first']);
  });

  it('is an entry that gives a level rather than a later one, or a lead’s, that gives none', async () => {
    await report('one', 'first', 'LIMITED');
    await report('two', 'first', null);
    await report('two', 'second', null);
    expect(await current()).toEqual(['LIMITED by one in first']);
  });

  it('is the latest entry where none gives a level', async () => {
    await report('two', 'first', null);
    await report('one', 'second', null);
    expect(await current()).toEqual(['null by one in second']);
  });

  it('keeps its level when the report is amended without saying one', async () => {
    await report('two', 'first', 'LIMITED');
    await save(database, {
      reports: [
        {
          commitment: 'xx-2030-2032/1',
          period: 'first',
          department: 'two',
          entries: [{ deliverable: 'xx-2030-2032/1.1', results: { en: 'two again' } }],
        },
      ],
    });
    expect(await current()).toEqual(['LIMITED by two again']);
  });

  it('is of the new version even where the deliverable is not said anew', async () => {
    await report('two', 'first', 'LIMITED', 'LIMITED');
    await report('two', 'first', 'COMPLETE');
    expect(await current()).toEqual(['COMPLETE by two in first', 'LIMITED by two in first']);
  });

  it('falls back when the latest report gives no level any more, or is withdrawn, and then to nothing', async () => {
    await report('two', 'first', 'LIMITED');
    await report('two', 'second', 'COMPLETE');
    const { manager } = database.dataSource;
    const ids = (await manager.query<{ id: number }[]>('select id from deliverable')).map(({ id }) => id);

    await manager.query(`update report_entry set completion = null where completion = 'COMPLETE'`);
    await refreshStatus(manager, ids);
    expect(await current()).toEqual(['LIMITED by two in first']);

    await manager.query(`update status_report set state = 'WITHDRAWN' where code like '%/first/%'`);
    await refreshStatus(manager, ids);
    expect(await current()).toEqual(['null by two in second']);

    await manager.query(`update status_report set state = 'WITHDRAWN'`);
    await refreshStatus(manager, ids);
    expect(await manager.query('select * from deliverable_status')).toEqual([]);
  });

  it('is written anew only for the deliverables that are named', async () => {
    await report('two', 'first', 'LIMITED', 'LIMITED');
    const { manager } = database.dataSource;
    await manager.query(`update report_entry set completion = 'COMPLETE'`);
    const [first] = await manager.query<{ id: number }[]>(
      `select id from deliverable where code like '%/1.1'`,
    );
    await refreshStatus(manager, [first?.id ?? 0]);
    const levels = await manager.query('select completion from deliverable_status order by deliverable_id');
    expect(levels).toEqual([{ completion: 'COMPLETE' }, { completion: 'LIMITED' }]);
  });
});
