import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';

/** Advisory lock that keeps two hubs from migrating one database at the same time. */
const migrationLock = 4_872_002;

/** Brings the database's tables up to date. @returns the names of the migrations that ran. */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const session = dataSource.createQueryRunner();
  try {
    // Neither a large migration nor waiting for the other hub's has to be done in the time of a query.
    await session.query('set statement_timeout = 0');
    await session.query('select pg_advisory_lock($1)', [migrationLock]);
    const ran = await new MigrationExecutor(dataSource, session).executePendingMigrations();
    return ran.map(({ name }) => name);
  } finally {
    await restore(session);
    await session.release();
  }
}

/** The pool uses the session again. One that is broken has lost its lock and is thrown away. */
async function restore(session: QueryRunner): Promise<void> {
  await session
    .query('select pg_advisory_unlock_all()')
    .then(() => session.query('reset statement_timeout'))
    .catch(() => undefined);
}
