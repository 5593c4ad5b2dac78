import 'reflect-metadata';
import { DataSource, type Logger } from 'typeorm';
import { migrations } from '../../migrations/index.js';
import { entities } from '../model/entities.js';
import { PostgresNaming } from './postgres-naming.js';
import { SequentialClient } from './sequential-client.js';

/** How the hub talks to its database. */
export interface DataSourceSettings {
  readonly url: string;
  /** Connections held open at the most. Default 10. */
  readonly poolSize?: number;
  /** Longest time one statement may take, in ms; 0: no limit. Default 15,000. */
  readonly statementTimeout?: number;
  /** Told of every statement. Default: none. */
  readonly logger?: Logger;
}

/** Describes the database; call `initialize()` to connect. */
export function createDataSource(settings: DataSourceSettings): DataSource {
  const { url, poolSize = 10, statementTimeout = 15_000, logger } = settings;
  return new DataSource({
    type: 'postgres',
    url,
    applicationName: 'commitment-hub',
    entities: [...entities],
    migrations: [...migrations],
    migrationsTransactionMode: 'all',
    namingStrategy: new PostgresNaming(),
    poolSize,
    ...(logger && { logger, logging: true }),
    extra: {
      Client: SequentialClient,
      statement_timeout: statementTimeout,
      idle_in_transaction_session_timeout: 60_000,
      connectionTimeoutMillis: 5_000,
      // PostgreSQL's just-in-time compiler takes 100 ms and more on queries that run for one.
      options: '-c jit=off',
    },
  });
}
