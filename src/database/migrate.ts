import type { DataSource } from 'typeorm';

/** Advisory lock that keeps two hubs from migrating one database at the same time. */
const migrationLock = 4_872_002;

/** Brings the database's tables up to date. @returns the names of the migrations that ran. */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const guard = dataSource.createQueryRunner();
  try {
    await guard.query('select pg_advisory_lock($1)', [migrationLock]);
    const ran = await dataSource.runMigrations();
    return ran.map(({ name }) => name);
  } finally {
    await guard.query('select pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined);
    await guard.release();
  }
}
