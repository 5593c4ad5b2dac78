import { readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DataFolder } from './data-folder.js';
import { HubProcess } from './hub-process.js';
import { ServingHub } from './serving-hub.js';

let folder: DataFolder;
let lock: string;

beforeEach(async () => {
  folder = await DataFolder.make();
  lock = join(folder.path, 'postgres', 'postmaster.pid');
});

afterEach(() => folder.remove());

const start = () => ServingHub.start({ env: { HUB_DATA_DIR: folder.path } });
const title = { commitment: { title: 'Changed' } };

/** Starts a hub and leaves a mark in its data, by which it is known again. */
async function startMarked(): Promise<ServingHub> {
  const hub = await start();
  const client = await folder.connect();
  await client.query(`update commitment set title_en = 'Changed' where code = 'ca-2016-2018/1'`);
  await client.end();
  return hub;
}

/** Starts a hub on what is left, which must have its data, and stops it, which must leave nothing running. */
async function expectRecovery(): Promise<void> {
  const hub = await start();
  expect(await hub.query('{ commitment(code: "ca-2016-2018/1") { title } }')).toEqual(title);
  expect(await hub.stop()).toMatchObject({ code: 0 });
  expect(await folder.processes()).toEqual([]);
}

describe('a data folder', () => {
  it('whose hub was killed is taken over with the server that was left, which the new hub stops', async () => {
    const hub = await startMarked();
    expect(await hub.stop('SIGKILL')).toMatchObject({ signal: 'SIGKILL' });
    const orphan = await folder.processes();
    expect(orphan).toHaveLength(1);
    const next = await start();
    expect(await folder.processes()).toEqual(orphan);
    expect(await next.query('{ commitment(code: "ca-2016-2018/1") { title } }')).toEqual(title);
    expect(await next.stop()).toMatchObject({ code: 0 });
    expect(await folder.processes()).toEqual([]);
  });

  it('whose hub and server were killed is recovered', async () => {
    const hub = await startMarked();
    hub.process.signal('SIGKILL');
    await folder.killServer();
    expect(await folder.lock()).not.toBeNull();
    await expectRecovery();
  });

  it('whose server alone was killed a moment ago, and not yet its processes, is recovered', async () => {
    const hub = await startMarked();
    const [busy, observer] = [await folder.connect(), await folder.connect()];
    // PostgreSQL's processes end with their server as soon as they look; this one does not look for a while.
    const loop = `do $$ declare since timestamptz := clock_timestamp();
      begin while clock_timestamp() < since + interval '2 s' loop end loop; end $$`;
    const answered = busy.query(loop).catch(() => undefined);
    const active = `select from pg_stat_activity where query like 'do $$%' and state = 'active'`;
    while ((await observer.query(active)).rowCount === 0) await wait(10);
    hub.process.signal('SIGKILL');
    process.kill(Number((await folder.lock())?.[0]), 'SIGKILL');
    await expectRecovery();
    await answered;
  });

  it('that was killed while it was made is made anew', async () => {
    const first = new HubProcess('serve', { env: { HUB_DATA_DIR: folder.path } });
    while (
      (await readFile(join(folder.path, 'postgres-password'), 'utf8').catch(() => null)) === null &&
      first.runs
    ) {
      await new Promise(setImmediate);
    }
    first.signal('SIGKILL');
    await first.ended;
    const hub = await start();
    expect(await hub.query('{ commitments { totalCount } }')).toEqual({ commitments: { totalCount: 22 } });
    await hub.stop();
  });

  it.each([
    ['this test', process.pid],
    ['the first process of the system', 1],
  ])('whose stale lock names a process id that belongs to %s is recovered', async (_what, pid) => {
    const hub = await startMarked();
    const held = await readFile(lock, 'utf8');
    await hub.stop();
    await writeFile(lock, held.replace(/^\d+/, String(pid)));
    await expectRecovery();
  });

  it('whose stale lock names the process id of another PostgreSQL is recovered, and leaves that one alone', async () => {
    const other = await DataFolder.make();
    const [hub, neighbour] = [
      await startMarked(),
      await ServingHub.start({ env: { HUB_DATA_DIR: other.path } }),
    ];
    const held = await readFile(lock, 'utf8');
    await hub.stop();
    await writeFile(lock, held.replace(/^\d+/, (await other.lock())?.[0] ?? ''));
    await expectRecovery();
    expect(await neighbour.query('{ plans { totalCount } }')).toEqual({ plans: { totalCount: 1 } });
    await neighbour.stop();
    await other.remove();
  });

  it.each(['', 'nonsense\n'])('whose lock was left as %j is recovered', async (content) => {
    const hub = await startMarked();
    await hub.stop();
    await writeFile(lock, content);
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(lock, longAgo, longAgo);
    await expectRecovery();
  });

  it('whose database ends under a hub leaves the hub alive, not ready, and able to stop', async () => {
    const hub = await start();
    await folder.killServer();
    expect((await fetch(`${hub.address}/health/live`)).status).toBe(200);
    expect((await fetch(`${hub.address}/health/ready`)).status).toBe(503);
    expect(await hub.stop()).toMatchObject({ code: 0 });
    expect(await folder.processes()).toEqual([]);
  });
});
