import { setTimeout as wait } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { migrations } from '../../migrations/index.js';
import { migrate } from '../../src/database/migrate.js';
import { loadSampleOnce } from '../../src/importing/sample.js';
import { ScratchDatabase, testedServers } from './databases-to-test.js';

const names = migrations.map((migration) => new migration().name);

describe.each(testedServers())('migrations on $name', (server) => {
  let database: ScratchDatabase;
  let dataSource: DataSource;

  beforeEach(async () => {
    database = await ScratchDatabase.make(server);
    dataSource = await database.open();
  });

  afterEach(() => database.drop());

  it('run once, in their order', async () => {
    expect(await migrate(dataSource)).toEqual(names);
    expect(await migrate(dataSource)).toEqual([]);
  });

  it('make the tables that the entities describe', async () => {
    await migrate(dataSource);
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('undo each exactly what they did', async () => {
    const session = dataSource.createQueryRunner();
    const states = [await everything(dataSource)];
    for (const migration of migrations) {
      await new migration().up(session);
      states.push(await everything(dataSource));
    }
    for (const migration of [...migrations].reverse()) {
      expect(await everything(dataSource)).toEqual(states.pop());
      await new migration().down(session);
    }
    expect(await everything(dataSource)).toEqual(states.pop());
    await session.release();
  });

  it('can be undone in a hub that used them, down to nothing, and run again', async () => {
    const nothing = await everything(dataSource);
    await migrate(dataSource);
    const whole = await everything(dataSource);
    expect(whole.length).toBeGreaterThan(nothing.length + 300);
    await loadSampleOnce(dataSource);
    for (const _migration of migrations) await dataSource.undoLastMigration();
    // TypeORM keeps its own table.
    expect((await everything(dataSource)).filter((thing) => !/\bmigrations/.test(thing))).toEqual(nothing);
    expect(await migrate(dataSource)).toEqual(names);
    expect(await everything(dataSource)).toEqual(whole);
  });

  it('are run by one of two hubs that start at once, for which the other waits', async () => {
    const ran = await Promise.all([migrate(dataSource), migrate(await database.open())]);
    expect(ran.map((one) => one.length).sort()).toEqual([0, names.length]);
    expect((await everything(dataSource)).length).toBeGreaterThan(100);
  });

  it('wait for another hub’s longer than a query may take, and leave the limit as it was', async () => {
    const [holder, hub] = [await database.open(), await database.open(200)];
    const session = holder.createQueryRunner();
    await session.query('select pg_advisory_lock(4872002)');
    const migrated = migrate(hub);
    // Well over the 200 ms that a statement of this hub may take.
    await wait(600);
    await session.query('select pg_advisory_unlock(4872002)');
    await session.release();
    expect(await migrated).toEqual(names);
    await expect(hub.query('select pg_sleep(1)')).rejects.toThrow('statement timeout');
  });

  it('leave nothing when one of them fails, and no lock either', async () => {
    await dataSource.query('create table search_word (word text)');
    await expect(migrate(dataSource)).rejects.toThrow('relation "search_word" already exists');
    expect(await dataSource.query(`select to_regclass('commitment') as commitment`)).toEqual([
      { commitment: null },
    ]);
    await dataSource.query('drop table search_word');
    expect(await migrate(await database.open())).toEqual(names);
  });
});

/** All that a database holds beside what PostgreSQL itself made: one line each, by kind and name. */
async function everything(dataSource: DataSource): Promise<string[]> {
  const rows = await dataSource.query<{ thing: string }[]>(`
    select kind || ' ' || name as thing from (
      select 'relation ' || relkind::text, oid::regclass::text from pg_class where relnamespace = 'public'::regnamespace
      union all
      select 'function', oid::regprocedure::text from pg_proc where pronamespace = 'public'::regnamespace
      union all
      select 'type', oid::regtype::text from pg_type where typnamespace = 'public'::regnamespace
      union all
      select 'constraint on ' || coalesce(conrelid::regclass::text, ''), conname || ' ' || pg_get_constraintdef(oid)
        from pg_constraint where connamespace = 'public'::regnamespace
      union all
      select 'column of ' || attrelid::regclass::text,
          attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull || coalesce(' ' || pg_get_expr(adbin, adrelid), '')
        from pg_attribute join pg_class on pg_class.oid = attrelid
          left join pg_attrdef on adrelid = attrelid and adnum = attnum
        where relnamespace = 'public'::regnamespace and attnum > 0 and not attisdropped and relkind <> 'i'
      union all
      select 'index', pg_get_indexdef(indexrelid) from pg_index join pg_class on pg_class.oid = indexrelid
        where relnamespace = 'public'::regnamespace
      union all
      select 'trigger on ' || tgrelid::regclass::text, tgname from pg_trigger
        join pg_class on pg_class.oid = tgrelid where relnamespace = 'public'::regnamespace and not tgisinternal
      union all
      select 'view', oid::regclass::text || ' ' || pg_get_viewdef(oid) from pg_class
        where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace
      union all
      select 'text search configuration', cfgname from pg_ts_config where cfgnamespace = 'public'::regnamespace
      union all
      select 'operator class', opcname from pg_opclass where opcnamespace = 'public'::regnamespace
      union all
      select 'extension', extname from pg_extension
      union all
      select 'schema', nspname from pg_namespace where nspname !~ '^pg_'
    ) things (kind, name) order by 1`);
  return rows.map(({ thing }) => thing);
}
