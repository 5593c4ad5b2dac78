import type { FastifyInstance } from 'fastify';
import { type Logger, pino } from 'pino';
import { type Authenticator, authenticatorOf } from '../../src/access/authenticator.js';
import { localIssuer, signToken, usualSubject } from '../../src/access/local-issuer.js';
import { roleNamed } from '../../src/access/role.js';
import { makeTokenKey, type TokenKey } from '../../src/access/token-key.js';
import { lifeInSeconds } from '../../src/access/token-life.js';
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

/** What a token of a test says. */
export interface TestToken {
  readonly roles: readonly ('reporter' | 'publisher' | 'steward' | 'registrar')[];
  /** Codes or GC OrgIDs; default: none. */
  readonly departments?: readonly string[];
  /** Default: made of the roles and departments. */
  readonly subject?: string;
  /** Such as `30m`; default: `8h`. */
  readonly expiresIn?: string;
}

/** What a test may have otherwise in its hub. */
export interface TestHubSettings {
  /** Default: one that accepts the tokens of {@link TestHub.token}. */
  readonly authenticator?: Authenticator;
  /** Default: a silent one. */
  readonly log?: Logger;
}

/** A whole hub with a database of its own, reached over real HTTP. */
export class TestHub {
  private constructor(
    readonly database: TestDatabase,
    readonly http: FastifyInstance,
    /** Such as `http://127.0.0.1:40123`. */
    readonly address: string,
    readonly statements: StatementCounter,
    readonly tokenKey: TokenKey,
  ) {}

  static async start(template: Template = 'sample', settings: TestHubSettings = {}): Promise<TestHub> {
    const statements = new StatementCounter();
    const database = await cloneDatabase(template, { logger: statements });
    const tokenKey = await makeTokenKey();
    const { authenticator = authenticatorOf([localIssuer(tokenKey)]), log = pino({ level: 'silent' }) } =
      settings;
    const http = await createHttp(database.dataSource, log, authenticator);
    const address = await http.listen({ port: 0, host: '127.0.0.1' });
    return new TestHub(database, http, address, statements, tokenKey);
  }

  /** A token that this hub accepts, for the header `authorization: Bearer TOKEN`. */
  token({ roles, departments = [], subject, expiresIn = '8h' }: TestToken): Promise<string> {
    const known = roles.flatMap((name) => roleNamed(name) ?? []);
    return signToken(this.tokenKey, {
      subject: subject ?? usualSubject(known, departments),
      roles: known,
      departments,
      life: lifeInSeconds(expiresIn),
    });
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
