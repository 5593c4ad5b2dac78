import { readConfig } from '../config.js';
import { migrate } from '../database/migrate.js';
import { type OpenDatabase, type OpenSettings, openDatabase } from '../database/open-database.js';

/** Runs a command with the hub's database, open and migrated, and closes it whatever happens. */
export async function withDatabase<Result>(
  settings: OpenSettings,
  run: (database: OpenDatabase) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase(readConfig(process.env), settings);
  try {
    await migrate(database.dataSource);
    return await run(database);
  } finally {
    await database.close();
  }
}
