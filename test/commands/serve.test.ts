import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { DataFolder } from './data-folder.js';
import { HubProcess } from './hub-process.js';
import { ServingHub } from './serving-hub.js';

let folder: DataFolder;

beforeEach(async () => {
  folder = await DataFolder.make();
});

afterEach(() => folder.remove());

const start = () => ServingHub.start({ env: { HUB_DATA_DIR: folder.path } });
const firstTitle = '{ commitment(code: "ca-2016-2018/1") { title } }';

describe('hub serve', () => {
  it('says where it serves, what to try and where the data lies', async () => {
    const hub = await start();
    const { stdout } = hub.process;
    expect(hub.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(stdout).toContain(`${hub.address}/graphql`);
    expect(hub.place).toBe(await folder.cluster());
    const [, tried = ''] = /curl .* -d '(.*)'/.exec(stdout) ?? [];
    // Its log, on the other stream, is for machines: each line an object.
    for (const line of hub.process.stderr.trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('msg');
    const answer = await hub.query(JSON.parse(tried).query);
    expect(answer.commitment.leads).toEqual([{ name: 'Treasury Board of Canada Secretariat' }]);
    expect(answer.commitment.deliverables.length).toBeGreaterThan(0);
    await hub.stop();
  });

  it('keeps its data when it is started again, and loads the sample but once', async () => {
    const first = await start();
    const before = await first.query('{ commitments { totalCount } departments { totalCount } }');
    const client = await folder.connect();
    await client.query(`update commitment set title_en = 'Changed' where code = 'ca-2016-2018/1'`);
    await client.end();
    await first.stop();
    const second = await start();
    expect(await second.query(firstTitle)).toEqual({ commitment: { title: 'Changed' } });
    expect(await second.query('{ commitments { totalCount } departments { totalCount } }')).toEqual(before);
    await second.stop();
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('stops at %s with its database and exit code 0', async (signal) => {
    const hub = await start();
    expect(await folder.processes()).toHaveLength(1);
    expect(await hub.stop(signal)).toMatchObject({ code: 0, signal: null });
    expect(await folder.processes()).toEqual([]);
    expect(await folder.lock()).toBeNull();
    await expect(fetch(hub.address)).rejects.toThrow('fetch failed');
  });

  it('told to stop while it starts leaves nothing running', async () => {
    const hub = new HubProcess('serve', { env: { HUB_DATA_DIR: folder.path } });
    while ((await folder.lock()) === null && hub.runs) await wait(10);
    hub.signal('SIGTERM');
    const { code, stdout } = await hub.ended;
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(await folder.processes()).toEqual([]);
  });

  it('stops when the npm that started it is gone, whose shell does not pass signals on', async () => {
    const env = { HUB_DATA_DIR: folder.path, npm_lifecycle_event: 'start' };
    const hub = await ServingHub.start({ env, shell: true });
    expect(await folder.processes()).toHaveLength(1);
    hub.process.signal('SIGKILL');
    await hub.process.ended;
    expect(await folder.processes()).toEqual([]);
    await expect(fetch(hub.address)).rejects.toThrow('fetch failed');
  });

  it('ends with one line, code 1 and no orphan when its port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const hub = new HubProcess('serve', { env: { HUB_DATA_DIR: folder.path, PORT: String(port) } });
    const ended = await hub.ended;
    taken.close();
    expect(ended).toMatchObject({
      code: 1,
      stdout: '',
      stderr: `hub: port ${port} of 127.0.0.1 is taken; stop what uses it, or set PORT to another one\n`,
    });
    expect(await folder.processes()).toEqual([]);
  });

  it('ends with one line when it cannot listen where it should', async () => {
    const hub = new HubProcess('serve', { env: { HUB_DATA_DIR: folder.path, HOST: '192.0.2.1' } });
    const { code, stderr } = await hub.ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/^hub: cannot listen on port 0 of 192\.0\.2\.1: [^\n]+\n$/);
    expect(await folder.processes()).toEqual([]);
  });
});
