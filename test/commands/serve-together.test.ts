import { DataFolder } from './data-folder.js';
import { HubProcess } from './hub-process.js';
import { ServingHub } from './serving-hub.js';

let folder: DataFolder;

beforeEach(async () => {
  folder = await DataFolder.make();
});

afterEach(() => folder.remove());

const start = () => ServingHub.start({ env: { HUB_DATA_DIR: folder.path } });
const counts = '{ plans { totalCount } commitments { totalCount } departments { totalCount } }';

describe('hubs on one data folder', () => {
  it.each([
    ['first', 0, 1],
    ['second', 1, 0],
  ])(
    'share its server: the %s to start may stop, and the last one to stop ends it',
    async (_which, leaves, stays) => {
      const hubs = [await start(), await start()];
      expect(await folder.processes()).toHaveLength(1);
      expect(await hubs[leaves]?.stop()).toMatchObject({ code: 0 });
      expect(await hubs[stays]?.query(counts)).toMatchObject({ commitments: { totalCount: 22 } });
      expect(await hubs[stays]?.stop()).toMatchObject({ code: 0 });
      expect(await folder.processes()).toEqual([]);
    },
  );

  it('may be the first ones at the same time', async () => {
    const hubs = await Promise.all([start(), start(), start()]);
    const answers = await Promise.all(hubs.map((hub) => hub.query(counts)));
    expect(answers).toEqual(hubs.map(() => answers[0]));
    expect(answers[0]).toMatchObject({ plans: { totalCount: 1 }, commitments: { totalCount: 22 } });
    expect(await folder.processes()).toHaveLength(1);
    const ended = await Promise.all(hubs.map((hub) => hub.stop()));
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(await folder.processes()).toEqual([]);
  });

  it('may stop while others start', async () => {
    for (let round = 0; round < 3; round++) {
      const leaving = await start();
      const [ended, staying] = await Promise.all([leaving.stop(), start()]);
      expect(ended).toMatchObject({ code: 0 });
      expect(await staying.query(counts)).toMatchObject({ commitments: { totalCount: 22 } });
      await staying.stop();
    }
    expect(await folder.processes()).toEqual([]);
  });

  it('are joined by commands, which leave the server to them', async () => {
    const hub = await start();
    const { code, stdout } = await new HubProcess('migrate', { env: { HUB_DATA_DIR: folder.path } }).ended;
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${hub.place} is up to date\n` });
    expect(await hub.query(counts)).toMatchObject({ plans: { totalCount: 1 } });
    await hub.stop();
  });
});

describe('a command without a hub', () => {
  it('starts the server and stops it at its end', async () => {
    const { code, stdout } = await new HubProcess('migrate', { env: { HUB_DATA_DIR: folder.path } }).ended;
    expect(code).toBe(0);
    expect(stdout).toMatch(/: ran PlansAndCommitments\d+, .*Search\d+/);
    expect(await folder.processes()).toEqual([]);
    const again = await new HubProcess('migrate', { env: { HUB_DATA_DIR: folder.path } }).ended;
    expect(again.stdout).toBe(`${await folder.cluster()} is up to date\n`);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('stops it at %s too, in the middle of its work', async (signal) => {
    const hub = await start();
    const holder = await folder.connect();
    // The lock that migrating takes.
    await holder.query('select pg_advisory_lock(4872002)');
    const command = new HubProcess('migrate', { env: { HUB_DATA_DIR: folder.path } });
    const waiting = `select from pg_stat_activity where query like '%pg_advisory_lock(%' and wait_event = 'advisory'`;
    while ((await holder.query(waiting)).rowCount === 0) await new Promise(setImmediate);
    await hub.stop('SIGKILL');
    command.signal(signal);
    expect(await command.ended).toMatchObject({ code: 130, stdout: '', stderr: '' });
    expect(await folder.processes()).toEqual([]);
    await holder.end().catch(() => undefined);
  });
});
