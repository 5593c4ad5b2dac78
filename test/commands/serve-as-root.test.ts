import { execFile } from 'node:child_process';
import { chmod, chown, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { canEnter } from '../../src/database/embedded/account.js';
import { projectRoot } from '../../src/project-root.js';
import { DataFolder } from './data-folder.js';
import { runningProcesses } from './process-table.js';
import { makeScratchCheckout } from './scratch-checkout.js';
import { ServingHub } from './serving-hub.js';

const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
if (!isRoot)
  console.warn(
    'left out: what is special when root runs the hub, since these tests are not run by root on Linux',
  );

const sharedPlace = '/var/lib/commitment-hub';
const title = '{ commitment(code: "ca-2016-2018/1") { title } }';

(isRoot ? describe : describe.skip)('a checkout of root that nobody else may enter', () => {
  let checkout: string;
  /** Where PostgreSQL, which refuses to be root, keeps its data instead. */
  let cluster: string;

  /** What others keep in the shared place, which is not the test's to remove. */
  let kept: readonly string[];

  beforeAll(async () => {
    kept = await readdir(sharedPlace).catch(() => []);
    checkout = await mkdtemp(join(homedir(), 'hub-test-'));
    await chmod(checkout, 0o700);
    await makeScratchCheckout(checkout);
  });

  afterAll(async () => {
    await rm(checkout, { recursive: true });
    if (cluster) await rm(dirname(cluster), { recursive: true });
    for (const name of await readdir(sharedPlace)) {
      const isCopy = name.startsWith('postgresql-') && !kept.includes(name);
      if (isCopy) await rm(join(sharedPlace, name), { recursive: true });
    }
  });

  it('runs a hub, with its data in a place that PostgreSQL may enter', async () => {
    const hub = await ServingHub.start({ root: checkout });
    cluster = hub.place;
    const recorded = await readFile(join(checkout, '.hub', 'postgres-location'), 'utf8');
    expect(cluster).toBe(recorded.trim());
    expect(cluster.startsWith(`${sharedPlace}/`)).toBe(true);
    expect((await stat(dirname(cluster))).mode & 0o777).toBe(0o700);
    expect((await stat(join(checkout, '.hub', 'postgres-password'))).mode & 0o777).toBe(0o600);
    const pid = (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n')[0];
    expect((await stat(`/proc/${pid}`)).uid).not.toBe(0);
    expect(await readFile(`/proc/${pid}/cmdline`, 'utf8')).toMatch(new RegExp(`^${sharedPlace}/`));
    const password = await readFile(join(checkout, '.hub', 'postgres-password'), 'utf8');
    expect(hub.process.stdout + hub.process.stderr).not.toContain(password.trim());
    expect(await hub.stop()).toMatchObject({ code: 0 });
    expect((await runningProcesses()).filter(({ command }) => command.includes(cluster))).toEqual([]);
  });

  it('finds its data again', async () => {
    const first = await ServingHub.start({ root: checkout });
    expect(first.place).toBe(cluster);
    expect(await first.query(title)).toEqual({ commitment: { title: 'Enhance access to information' } });
    expect(await first.stop('SIGINT')).toMatchObject({ code: 0 });
  });
});

(isRoot ? describe : describe.skip)('a data folder of root', () => {
  it('that PostgreSQL may enter no more is told of, instead of being taken for an empty one', async () => {
    const folder = await DataFolder.make();
    const env = { HUB_DATA_DIR: folder.path };
    await (await ServingHub.start({ env })).stop();
    await chmod(folder.path, 0o700);
    await expect(ServingHub.start({ env })).rejects.toThrow(
      /^the hub ended with 1: hub: cannot use the data folder [^\n]+ "postgres" cannot enter any more;[^\n]+\n$/,
    );
    await chmod(folder.path, 0o755);
    const hub = await ServingHub.start({ env });
    await hub.stop();
    await folder.remove();
  });
});

/** `nobody`, if it may run what the tests run; why not otherwise. */
async function findNobody(): Promise<{ readonly uid: number; readonly gid: number } | string> {
  if (!isRoot) return 'these tests are not run by root on Linux';
  const run = promisify(execFile);
  try {
    const [uid, gid] = await Promise.all(
      ['-u', '-g'].map(async (which) => Number((await run('id', [which, 'nobody'])).stdout)),
    );
    const nobody = { uid: uid ?? 0, gid: gid ?? 0 };
    for (const folder of [
      join(projectRoot, 'dist'),
      join(projectRoot, 'node_modules'),
      dirname(process.execPath),
    ]) {
      if (!(await canEnter(nobody, folder))) return `the user "nobody" may not enter ${folder}`;
    }
    return nobody;
  } catch (error) {
    return `there is no user "nobody": ${(error as Error).message}`;
  }
}

describe('a hub that root does not run', () => {
  it('has its server as the same user, in its own data folder', async () => {
    const nobody = await findNobody();
    if (typeof nobody === 'string') {
      console.warn(`left out: ${nobody}`);
      return;
    }
    const folder = await DataFolder.make();
    await chown(folder.path, nobody.uid, nobody.gid);
    await chmod(folder.path, 0o700);
    const settings = { account: nobody, env: { HUB_DATA_DIR: folder.path } };
    const hub = await ServingHub.start(settings);
    expect(hub.place).toBe(join(folder.path, 'postgres'));
    const [server = 0] = await folder.processes();
    expect((await stat(`/proc/${server}`)).uid).toBe(nobody.uid);
    expect(await hub.stop()).toMatchObject({ code: 0 });
    expect(await folder.processes()).toEqual([]);
    const again = await ServingHub.start(settings);
    expect(await again.query(title)).toEqual({ commitment: { title: 'Enhance access to information' } });
    expect(await again.stop('SIGINT')).toMatchObject({ code: 0 });
    expect(await folder.processes()).toEqual([]);
    await folder.remove();
  });
});
