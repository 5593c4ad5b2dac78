import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource, type DataSourceSettings } from '../../src/database/data-source.js';

/** What a new database holds: tables alone, or the sample plan too. */
export type Template = 'migrated' | 'sample';

/** A database of a test file's own. */
export interface TestDatabase {
  readonly url: string;
  readonly dataSource: DataSource;
  drop(): Promise<void>;
}

/** A fresh database, cloned in some ten milliseconds. */
export async function cloneDatabase(
  template: Template,
  settings: Omit<DataSourceSettings, 'url'> = {},
): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(`create database ${name} template template_${template}`);
  const dataSource = createDataSource({ url: address(name), ...settings });
  await dataSource.initialize();
  return {
    url: address(name),
    dataSource,
    drop: async () => {
      if (dataSource.isInitialized) await dataSource.destroy();
      await administer(`drop database ${name} with (force)`);
    },
  };
}

/** An empty database without any table. */
export async function emptyDatabase(): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(`create database ${name}`);
  return { url: address(name), drop: () => administer(`drop database ${name} with (force)`) };
}

function address(database: string): string {
  const url = new URL(process.env['TEST_POSTGRES_URL'] ?? '');
  url.pathname = `/${database}`;
  return url.href;
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client(address('postgres'));
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
