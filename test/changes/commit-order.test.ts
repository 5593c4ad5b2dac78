import { setTimeout as wait } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { appendChanges } from '../../src/changes/append-changes.js';
import { readChanges } from '../../src/changes/read-changes.js';
import { createDataSource } from '../../src/database/data-source.js';
import { ChangeKind } from '../../src/model/change-kind.js';
import { cloneDatabase, type TestDatabase } from '../setup/databases.js';

const writers = 8;
const transactionsOfEach = 40;

describe('the feed of changes', () => {
  let database: TestDatabase;
  let writing: DataSource;
  beforeEach(async () => {
    database = await cloneDatabase('migrated');
    writing = createDataSource({ url: database.url, poolSize: writers });
    await writing.initialize();
  });
  afterEach(async () => {
    await writing.destroy();
    await database.drop();
  });

  /** One transaction of a writer: some changes, some time before and after, and now and then no commit at all. */
  async function writeOnce(writer: number, turn: number): Promise<string[]> {
    const marks = Array.from({ length: 1 + (turn % 3) }, (_, at) => `${writer} ${turn} ${at}`);
    const fails = turn % 7 === 6;
    await writing
      .transaction(async (transaction) => {
        await transaction.query('select pg_sleep($1)', [((writer * 13 + turn * 7) % 5) / 1000]);
        const changes = marks.map((reason) => ({ kind: ChangeKind.PLAN_AMENDED, reason }));
        await appendChanges(transaction, `writer ${writer}`, changes.slice(0, 1));
        // A second statement, and a transaction that is in no hurry to commit.
        await appendChanges(transaction, `writer ${writer}`, changes.slice(1));
        await wait((writer + turn) % 4);
        if (fails) throw new Error('changed my mind');
      })
      .catch((error: Error) => {
        if (error.message !== 'changed my mind') throw error;
      });
    return fails ? [] : marks;
  }

  async function writeMany(writer: number): Promise<string[]> {
    const marks: string[] = [];
    for (let turn = 0; turn < transactionsOfEach; turn += 1) marks.push(...(await writeOnce(writer, turn)));
    return marks;
  }

  it('shows a reader that tails it every change once, in order, and none at or below a cursor it has passed', async () => {
    let done = false;
    const met: { readonly key: number; readonly mark: string }[] = [];
    /** Reads on from the last position, and looks whether anything came up behind it. */
    const tail = async () => {
      for (let position = 0, last = false; !last; ) {
        last = done;
        const changes = await readChanges(database.dataSource.manager, position, 5);
        met.push(...changes.map(({ key, reason }) => ({ key, mark: reason ?? '' })));
        position = changes.at(-1)?.key ?? position;
        const [behind] = await database.dataSource.query<{ count: number }[]>(
          'select count(*)::int as count from change where id <= $1',
          [position],
        );
        expect(behind?.count).toBe(met.length);
        if (changes.length > 0) last = false;
      }
    };
    const tailing = tail();
    const written = await Promise.all(Array.from({ length: writers }, (_, writer) => writeMany(writer)));
    done = true;
    await tailing;
    expect(met.map(({ key }) => key)).toEqual(
      met.map(({ key }) => key).toSorted((one, other) => one - other),
    );
    expect(met.map(({ mark }) => mark).sort()).toEqual(written.flat().sort());
    // Each writer's own changes, in the order in which it wrote them.
    for (const [writer, marks] of written.entries()) {
      expect(met.map(({ mark }) => mark).filter((mark) => mark.startsWith(`${writer} `))).toEqual(marks);
    }
    expect(await readChanges(database.dataSource.manager, met.at(-1)?.key ?? 0)).toEqual([]);
  });

  it('keeps the changes of one transaction together', async () => {
    await Promise.all(Array.from({ length: writers }, (_, writer) => writeMany(writer)));
    const actors = await database.dataSource.query<{ acted_by: string; reason: string }[]>(
      'select acted_by, reason from change order by id',
    );
    const transactions = actors.map(({ reason }) => reason.split(' ').slice(0, 2).join(' '));
    const runs = transactions.filter((one, at) => one !== transactions[at - 1]);
    expect(new Set(runs).size).toBe(runs.length);
  });

  it('is read from the beginning, from any position, and at the most a thousand at once', async () => {
    const changes = Array.from({ length: 1_500 }, (_, at) => ({
      kind: ChangeKind.PLAN_AMENDED,
      reason: String(at),
    }));
    const positions = await writing.transaction((transaction) => appendChanges(transaction, 'one', changes));
    expect(positions).toHaveLength(1_500);
    const first = await readChanges(database.dataSource.manager, 0, 5_000);
    expect(first.map(({ reason }) => reason)).toEqual(changes.slice(0, 1_000).map(({ reason }) => reason));
    const rest = await readChanges(database.dataSource.manager, first.at(-1)?.key ?? 0);
    expect(rest.map(({ key }) => key)).toEqual(positions.slice(1_000));
  });

  it.each([
    `update change set reason = 'better'`,
    'delete from change',
    'truncate change cascade',
    'update change set at = now() where false',
  ])('refuses “%s”', async (statement) => {
    await writing.transaction((transaction) =>
      appendChanges(transaction, 'one', [{ kind: ChangeKind.PLAN_AMENDED, reason: 'good' }]),
    );
    await expect(writing.query(statement)).rejects.toThrow('it is never altered or deleted');
    expect(await writing.query('select reason from change')).toEqual([{ reason: 'good' }]);
  });

  it('makes whoever appends wait for the one before, also when rows are put in by hand', async () => {
    const session = writing.createQueryRunner();
    await session.startTransaction();
    await session.query(`insert into change (kind, acted_by) values ('PLAN_AMENDED', 'slow')`);
    let appended = false;
    const other = writing
      .query(`insert into change (kind, acted_by) values ('PLAN_AMENDED', 'quick')`)
      .then(() => {
        appended = true;
      });
    for (let waiting = 0; waiting === 0; ) {
      const [row] = await database.dataSource.query<{ count: number }[]>(
        `select count(*)::int as count from pg_locks where locktype = 'advisory' and not granted
          and database = (select oid from pg_database where datname = current_database())`,
      );
      waiting = row?.count ?? 0;
    }
    expect(appended).toBe(false);
    await session.commitTransaction();
    await other;
    await session.release();
    const names = await writing.query<{ acted_by: string }[]>('select acted_by from change order by id');
    expect(names.map(({ acted_by }) => acted_by)).toEqual(['slow', 'quick']);
  });
});
