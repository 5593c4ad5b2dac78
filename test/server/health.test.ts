import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { authenticatorOf } from '../../src/access/authenticator.js';
import { createDataSource } from '../../src/database/data-source.js';
import { createHttp } from '../../src/server/http.js';
import { cloneDatabase, type TestDatabase } from '../setup/databases.js';
import { DatabaseLine } from './database-line.js';

let database: TestDatabase;
let line: DatabaseLine;
let dataSource: DataSource;
let http: FastifyInstance;
let address: string;

beforeEach(async () => {
  database = await cloneDatabase('migrated');
  line = await DatabaseLine.open(database.url);
  dataSource = createDataSource({ url: line.through(database.url) });
  await dataSource.initialize();
  http = await createHttp(dataSource, pino({ level: 'silent' }), authenticatorOf([]));
  address = await http.listen({ port: 0, host: '127.0.0.1' });
});

afterEach(async () => {
  await http.close();
  await line.cut();
  await dataSource.destroy();
  await database.drop();
});

const ready = { status: 200, body: { status: 'ready', database: 'reachable' } };
const notReady = { status: 503, body: { status: 'not ready', database: 'not reachable' } };
const live = { status: 200, body: { status: 'live' } };

describe('the health of the hub', () => {
  it('is live and ready with its database', async () => {
    expect(await ask('live')).toEqual(live);
    expect(await ask('ready')).toEqual(ready);
  });

  it('is live and not ready once its database is gone', async () => {
    await line.cut();
    expect(await ask('ready')).toEqual(notReady);
    expect(await ask('ready')).toEqual(notReady);
    expect(await ask('live')).toEqual(live);
  });

  it('is not ready while its database neither answers nor refuses, and ready once it answers again', async () => {
    expect(await ask('ready')).toEqual(ready);
    line.hold();
    expect(await ask('ready')).toEqual(notReady);
    expect(await ask('live')).toEqual(live);
    line.resume();
    expect(await ask('ready')).toEqual(ready);
  });
});

async function ask(path: string): Promise<{ readonly status: number; readonly body: unknown }> {
  const response = await fetch(`${address}/health/${path}`);
  return { status: response.status, body: await response.json() };
}
