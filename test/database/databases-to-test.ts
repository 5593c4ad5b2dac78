import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/database/data-source.js';
import { StatementCounter } from '../setup/statement-counter.js';

/** A PostgreSQL to run tests against. */
export interface TestedServer {
  readonly name: string;
  /** Connection address of a database that exists. */
  readonly url: string;
}

/** The servers to test: the embedded one, and the one that `TEST_DATABASE_URL` names. */
export function testedServers(): readonly TestedServer[] {
  const other = process.env['TEST_DATABASE_URL'];
  if (!other)
    console.warn('left out: a PostgreSQL beside the embedded one, since TEST_DATABASE_URL is not set');
  return [
    { name: 'the embedded PostgreSQL', url: process.env['TEST_POSTGRES_URL'] ?? '' },
    ...(other ? [{ name: 'the PostgreSQL of TEST_DATABASE_URL', url: other }] : []),
  ];
}

/** A database that a test may do anything with. */
export class ScratchDatabase {
  readonly #server: string;
  readonly #opened: DataSource[] = [];

  private constructor(
    server: string,
    readonly name: string,
  ) {
    this.#server = server;
  }

  static async make(server: TestedServer): Promise<ScratchDatabase> {
    const name = `hub_test_${randomBytes(6).toString('hex')}`;
    await administer(server.url, `create database ${name}`);
    return new ScratchDatabase(server.url, name);
  }

  /** Opens it as a hub does, with connections of its own. */
  async open(statementTimeout?: number): Promise<DataSource> {
    const url = new URL(this.#server);
    url.pathname = `/${this.name}`;
    const dataSource = createDataSource({
      url: url.href,
      // TypeORM would write to the console of a migration that fails, which some tests want.
      logger: new StatementCounter(),
      ...(statementTimeout !== undefined && { statementTimeout }),
    });
    this.#opened.push(dataSource);
    return dataSource.initialize();
  }

  async drop(): Promise<void> {
    for (const dataSource of this.#opened) await dataSource.destroy();
    await administer(this.#server, `drop database ${this.name} with (force)`);
  }
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
