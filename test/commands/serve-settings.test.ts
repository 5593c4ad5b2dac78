import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import pg from 'pg';
import { emptyDatabase } from '../setup/databases.js';
import { HubProcess } from './hub-process.js';
import { ServingHub } from './serving-hub.js';

describe('hub serve with a setting that is wrong', () => {
  it.each([
    [{ PORT: 'abc' }, 'PORT must be a whole number from 0 to 65535, not "abc"'],
    [
      { LOG_LEVEL: 'loud' },
      'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent, not "loud"',
    ],
    [{ HUB_FOO: '1' }, /HUB_FOO is not a variable of the hub \(known: .*HUB_DATA_DIR.*\)/],
    [{ DATABASE_URL: 'mysql://root:secret@localhost/hub' }, 'DATABASE_URL must be a postgres:// address'],
    [{ PORT: 'abc', LOG_LEVEL: 'loud' }, /PORT must be .*; LOG_LEVEL must be /],
    [{ HUB_DATA_DIR: '/dev/null' }, /cannot use the data folder \/dev\/null: /],
  ])('ends with one line that names it: %j', async (env, told) => {
    const { code, stdout, stderr } = await new HubProcess('serve', { env: env as Record<string, string> })
      .ended;
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^hub: [^\n]+\n$/);
    expect(stderr).toMatch(told);
    expect(stderr).not.toContain('secret');
  });
});

describe('hub serve with DATABASE_URL', () => {
  let database: Awaited<ReturnType<typeof emptyDatabase>>;

  beforeAll(async () => {
    database = await emptyDatabase();
  });

  afterAll(() => database.drop());

  it('makes the tables, loads the sample, and starts no server of its own', async () => {
    const hub = await ServingHub.start({
      env: { DATABASE_URL: database.url, HUB_DATA_DIR: '/dev/null/nowhere' },
    });
    const { hostname, port, pathname, password } = new URL(database.url);
    expect(hub.place).toBe(`${hostname}:${port}${pathname}`);
    expect(await hub.query('{ commitments { totalCount } }')).toEqual({ commitments: { totalCount: 22 } });
    const { code, stdout, stderr } = await hub.stop();
    expect(code).toBe(0);
    expect(stdout + stderr).not.toContain(password);
  });

  it('leaves that database running, and finds its data there again', async () => {
    const client = new pg.Client(database.url);
    await client.connect();
    await client.query(`update commitment set title_en = 'Changed' where code = 'ca-2016-2018/1'`);
    await client.end();
    const hub = await ServingHub.start({ env: { DATABASE_URL: database.url } });
    const title = await hub.query('{ commitment(code: "ca-2016-2018/1") { title } }');
    expect(title).toEqual({ commitment: { title: 'Changed' } });
    expect((await hub.stop('SIGINT')).code).toBe(0);
  });

  it('may be started twice at once on an empty database', async () => {
    const empty = await emptyDatabase();
    const env = { DATABASE_URL: empty.url };
    const hubs = await Promise.all([ServingHub.start({ env }), ServingHub.start({ env })]);
    for (const hub of hubs) {
      const counts = await hub.query('{ plans { totalCount } commitments { totalCount } }');
      expect(counts).toEqual({ plans: { totalCount: 1 }, commitments: { totalCount: 22 } });
    }
    await Promise.all(hubs.map((hub) => hub.stop()));
    await empty.drop();
  });

  it.each([
    ['whose port is closed', { port: 'closed' }, /ECONNREFUSED/],
    ['with a wrong password', { password: 'wrong-secret' }, /password authentication failed/],
    ['of an unknown database', { pathname: '/nowhere' }, /database "nowhere" does not exist/],
    ['of an unknown host', { hostname: 'nowhere.invalid' }, /nowhere\.invalid/],
  ])('ends with one line and no password for an address %s', async (_what, wrong, told) => {
    const url = new URL(database.url);
    const right = url.password;
    Object.assign(url, wrong, 'port' in wrong && { port: await closedPort() });
    const { code, stdout, stderr } = await new HubProcess('serve', { env: { DATABASE_URL: url.href } }).ended;
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^hub: cannot use the PostgreSQL at [^\n]+\n$/);
    expect(stderr).toMatch(told);
    expect(stderr).toContain(`${url.hostname}:${url.port}${url.pathname}`);
    for (const password of [right, 'wrong-secret']) expect(stderr).not.toContain(password);
  });

  it('ends with one line when what listens there is no PostgreSQL', async () => {
    const other = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    await once(other.listen(0, '127.0.0.1'), 'listening');
    const { port } = other.address() as AddressInfo;
    const env = { DATABASE_URL: `postgres://hub:secret@127.0.0.1:${port}/hub` };
    const { code, stderr } = await new HubProcess('serve', { env }).ended;
    other.close();
    expect(code).toBe(1);
    expect(stderr).toMatch(/^hub: cannot use the PostgreSQL at 127\.0\.0\.1:\d+\/hub: [^\n]+\n$/);
    expect(stderr).not.toContain('secret');
  });
});

async function closedPort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
