import { Writable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { authenticatorOf } from '../../src/access/authenticator.js';
import { createHttp } from '../../src/server/http.js';
import { cloneDatabase, type TestDatabase } from '../setup/databases.js';

/** A line of the log, as far as tests look at it. */
export interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly errorId?: string;
  readonly err?: { readonly type: string; readonly message: string; readonly stack: string };
}

/** A hub that keeps its log for the test to read, with a database that the test may break. */
export class LoggedHub {
  readonly #lines: LogLine[];

  private constructor(
    readonly database: TestDatabase,
    readonly http: FastifyInstance,
    readonly address: string,
    lines: LogLine[],
  ) {
    this.#lines = lines;
  }

  static async start(): Promise<LoggedHub> {
    const lines: LogLine[] = [];
    const kept = new Writable({
      write(line: Buffer, _encoding, done) {
        lines.push(JSON.parse(line.toString()));
        done();
      },
    });
    const database = await cloneDatabase('sample');
    const http = await createHttp(database.dataSource, pino(kept), authenticatorOf([]));
    const address = await http.listen({ port: 0, host: '127.0.0.1' });
    return new LoggedHub(database, http, address, lines);
  }

  /** The errors logged since the last call; 50 is pino's number for them. */
  takeErrors(): readonly LogLine[] {
    return this.#lines.splice(0).filter(({ level }) => level >= 50);
  }

  async stop(): Promise<void> {
    await this.http.close();
    await this.database.drop();
  }
}
