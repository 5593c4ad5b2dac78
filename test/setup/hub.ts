import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { createHttp } from '../../src/server/http.js';
import { cloneDatabase, type Template, type TestDatabase } from './databases.js';
import { StatementCounter } from './statement-counter.js';

/** The answer to a GraphQL request. */
export interface Answer {
  // Each test says itself what it expects of the data.
  // biome-ignore lint/suspicious/noExplicitAny: a query's shape is the test's own business
  readonly data?: any;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** A whole hub with a database of its own, reached over real HTTP. */
export class TestHub {
  private constructor(
    readonly database: TestDatabase,
    readonly http: FastifyInstance,
    /** Such as `http://127.0.0.1:40123`. */
    readonly address: string,
    readonly statements: StatementCounter,
  ) {}

  static async start(template: Template = 'sample'): Promise<TestHub> {
    const statements = new StatementCounter();
    const database = await cloneDatabase(template, { logger: statements });
    const http = await createHttp(database.dataSource, pino({ level: 'silent' }));
    const address = await http.listen({ port: 0, host: '127.0.0.1' });
    return new TestHub(database, http, address, statements);
  }

  /** Sends a query and expects it to succeed. */
  async query(query: string, variables: object = {}, headers: Record<string, string> = {}) {
    const { data, errors } = await this.ask(query, variables, headers);
    if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
    return data;
  }

  /** Sends a query, whatever comes of it. */
  async ask(query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(`${this.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer;
  }

  async stop(): Promise<void> {
    await this.http.close();
    await this.database.drop();
  }
}
