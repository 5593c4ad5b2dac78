import type { DataSource, Logger } from 'typeorm';
import type { Config } from '../config.js';
import { createDataSource } from './data-source.js';
import { joinEmbeddedPostgres } from './embedded/embedded-postgres.js';

/** The hub's database, open and of a version that serves. */
export interface OpenDatabase {
  readonly dataSource: DataSource;
  /** Where the data lies, for people; holds no password. */
  readonly place: string;
  /** Closes all connections once their statements are done; stops the embedded server if nobody else uses it. */
  close(): Promise<void>;
  /** Waits for no statement; only stops the embedded server if nobody else uses it. For a process that ends now. */
  abandon(): Promise<void>;
}

/** The database cannot be used. Its message is one line that says why, without any password. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
}

/** What differs between serving and commands that run for long. */
export interface OpenSettings {
  /** Longest time one statement may take, in ms; 0: no limit. */
  readonly statementTimeout?: number;
  /** Told of every statement. */
  readonly logger?: Logger;
}

/** Oldest PostgreSQL that serves, as `server_version_num` has it. */
const oldestVersion = 150_000;

/**
 * Opens the database that the configuration names, or the embedded one.
 * @throws DatabaseError when it cannot be reached or is too old.
 */
export async function openDatabase(config: Config, settings: OpenSettings = {}): Promise<OpenDatabase> {
  if (config.databaseUrl !== null) {
    const dataSource = await connect(config.databaseUrl, settings);
    return {
      dataSource,
      place: shown(config.databaseUrl),
      close: () => dataSource.destroy(),
      abandon: async () => undefined,
    };
  }
  const embedded = await joinEmbeddedPostgres(config.dataDir).catch((error: Error) => {
    throw new DatabaseError(`cannot use the data folder ${config.dataDir}: ${error.message}`);
  });
  try {
    const dataSource = await connect(embedded.url, settings);
    return {
      dataSource,
      place: embedded.folder,
      close: async () => {
        await dataSource.destroy().finally(() => embedded.release());
      },
      abandon: () => embedded.release(),
    };
  } catch (error) {
    await embedded.release();
    throw error;
  }
}

async function connect(url: string, settings: OpenSettings): Promise<DataSource> {
  const dataSource = createDataSource({ url, ...settings });
  try {
    await dataSource.initialize();
  } catch (error) {
    throw new DatabaseError(`cannot use the PostgreSQL at ${shown(url)}: ${reason(error)}`);
  }
  const [row] = await dataSource.query<{ server_version_num: string }[]>('show server_version_num');
  if (Number(row?.server_version_num) < oldestVersion) {
    await dataSource.destroy();
    throw new DatabaseError(
      `the PostgreSQL at ${shown(url)} has version ${row?.server_version_num}; the hub needs 15 or later`,
    );
  }
  return dataSource;
}

function shown(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname || 'localhost'}:${port || '5432'}${pathname}`;
}

/** Node wraps the failures of several addresses into one error without a message. */
function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join('; ');
  return error instanceof Error ? error.message : String(error);
}
