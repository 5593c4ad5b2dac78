import { readConfig } from '../config.js';
import { migrate } from '../database/migrate.js';
import { type OpenDatabase, type OpenSettings, openDatabase } from '../database/open-database.js';
import { listenForStop } from './stop-signal.js';

/** Runs a command with the hub's database, open and migrated, and closes it whatever happens. */
export async function withDatabase<Result>(
  settings: OpenSettings,
  run: (database: OpenDatabase) => Promise<Result>,
): Promise<Result> {
  return withOpenDatabase(settings, async (database) => {
    await migrate(database.dataSource);
    return run(database);
  });
}

/**
 * Runs a command with the hub's database as it is, and closes it whatever happens. Told to stop, the process ends
 * in the middle of the command; PostgreSQL undoes what is not committed.
 */
export async function withOpenDatabase<Result>(
  settings: OpenSettings,
  run: (database: OpenDatabase) => Promise<Result>,
): Promise<Result> {
  const { asked } = listenForStop();
  const database = await openDatabase(readConfig(process.env), settings);
  const leave = async (): Promise<never> => {
    await database.abandon().catch(() => undefined);
    process.exit(stoppedStatus);
  };
  let leaving: Promise<never> | null = null;
  asked.addEventListener('abort', () => {
    leaving ??= leave();
  });
  try {
    if (asked.aborted) leaving = leave();
    return await (leaving ?? run(database));
  } finally {
    // What fails while the database goes away is no news to whoever asked for it.
    if (leaving !== null) await leaving;
    await database.close();
  }
}

/** What shells give for a command that was stopped by Ctrl-C. */
const stoppedStatus = 130;
