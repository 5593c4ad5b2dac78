import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { importFile } from '../../src/importing/import-file.js';
import { cloneDatabase, type TestDatabase } from '../setup/databases.js';
import { dumpDatabase } from './dump-database.js';
import { accepted, importObject, importText, talliesOf } from './import-text.js';
import { pageText } from './page-text.js';
import { commitment } from './single-facts.js';
import { row, trackerPlan, trackerText } from './tracker-text.js';

let database: TestDatabase;
beforeEach(async () => {
  database = await cloneDatabase('sample');
  accepted(await importObject(database.dataSource, trackerPlan()));
});
afterEach(() => database.drop());

const files: [what: string, name: string, text: string][] = [
  ['a page', 'page.txt', pageText()],
  ['a tracker', 'tracker.csv', trackerText(row('C01.1.1'), row('C02.1.1'))],
  ['facts', 'facts.json', JSON.stringify({ commitments: [commitment(30)] })],
];

describe('two imports at the same time', () => {
  it.each(files)(
    'of the same file, %s, both succeed; one of them changes nothing',
    async (_what, name, text) => {
      const outcomes = await Promise.all([1, 2].map(() => importText(database.dataSource, name, text)));
      const fates = outcomes.map((outcome) => {
        accepted(outcome);
        return [...new Set(Object.values(talliesOf(outcome)).flatMap((tally) => Object.keys(tally)))];
      });
      expect(fates.filter((some) => some.includes('created') || some.includes('amended'))).toHaveLength(1);
      expect(fates.filter((some) => some.join() === 'unchanged')).toHaveLength(1);
      const once = await dumpDatabase(database.dataSource);
      accepted(await importText(database.dataSource, name, text));
      expect(await dumpDatabase(database.dataSource)).toEqual(once);
    },
  );

  it('of different files both take effect, one after the other', async () => {
    const outcomes = await Promise.all(
      files.map(([, name, text]) => importText(database.dataSource, name, text)),
    );
    outcomes.forEach(accepted);
    const found = await database.dataSource.query(`
      select (select count(*)::int from status_report where code like 'xx-%') as tracked,
        (select count(*)::int from status_report where version = 2) as amended,
        (select count(*)::int from commitment where number = 30) as arrived`);
    expect(found).toEqual([{ tracked: 2, amended: 1, arrived: 1 }]);
  });
});

describe('an import', () => {
  it('waits for another one however long that takes', async () => {
    const impatient = await cloneDatabase('sample', { statementTimeout: 100 });
    const other = impatient.dataSource.createQueryRunner();
    try {
      await other.query('select pg_advisory_lock(4872003)');
      const waiting = importText(impatient.dataSource, 'page.txt', pageText());
      await new Promise((resolve) => setTimeout(resolve, 400));
      await other.query('select pg_advisory_unlock(4872003)');
      accepted(await waiting);
    } finally {
      await other.release();
      await impatient.drop();
    }
  });

  it('may read for long without writing', async () => {
    const { extra, ...options } = database.dataSource.options as { extra: object } & DataSource['options'];
    const impatient = new DataSource({
      ...options,
      extra: { ...extra, idle_in_transaction_session_timeout: 100 },
    } as DataSource['options']);
    await impatient.initialize();
    const sleeping = new Int32Array(new SharedArrayBuffer(4));
    try {
      const rows = Array.from({ length: 600 }, () => row('C09.1.1'));
      const outcome = await importText(impatient, 'tracker.csv', trackerText(...rows), {
        // Nothing else can happen meanwhile, not even a word to the database.
        onProgress: () => void Atomics.wait(sleeping, 0, 0, 400),
      });
      expect(outcome).toMatchObject({ accepted: false, problems: { length: 600 } });
    } finally {
      await impatient.destroy();
    }
  });

  it('tells of a tracker how much of it has been read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hub-progress-'));
    try {
      const text = trackerText(...Array.from({ length: 3_000 }, () => row()));
      await writeFile(join(folder, 'tracker.csv'), text);
      const told: [number, number][] = [];
      await importFile(database.dataSource, join(folder, 'tracker.csv'), {
        plan: null,
        dryRun: true,
        onProgress: (bytes, size) => told.push([bytes, size]),
      });
      const read = told.map(([bytes]) => bytes);
      expect(read.length).toBeGreaterThan(3);
      expect(read).toEqual(read.toSorted((one, other) => one - other));
      expect(read.at(-1)).toBe(Buffer.byteLength(text));
      expect(new Set(told.map(([, size]) => size))).toEqual(new Set([Buffer.byteLength(text)]));
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it.each(['missing.csv', 'missing.json', 'missing.txt'])('tells of %s that there is none', async (name) => {
    const path = join(tmpdir(), 'no-such-folder', name);
    expect(await importFile(database.dataSource, path, { plan: null, dryRun: false })).toEqual({
      format: 'unknown',
      accepted: false,
      tallies: new Map(),
      problems: [{ severity: 'error', message: 'There is no such file.' }],
      omitted: 0,
    });
  });

  it('fails where the database does, and leaves no connection behind', async () => {
    await database.dataSource.query('drop table awaited_reference cascade');
    for (let times = 0; times < 12; times += 1) {
      await expect(
        importObject(database.dataSource, { commitments: [commitment(30 + times)] }),
      ).rejects.toThrow('awaited_reference');
    }
    expect(await database.dataSource.query('select number from commitment where number >= 30')).toEqual([]);
  });
});
