import { type ExecFileOptions, execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Account, findAccount } from './account.js';
import { type Binaries, findBinaries } from './binaries.js';
import { locateCluster } from './location.js';
import { writeOnce } from './write-once.js';

const run = promisify(execFile);

/** The name of the PostgreSQL role that owns the embedded databases. */
export const owner = 'hub';

/** The files of one embedded PostgreSQL, whether its server runs or not. */
export interface Cluster {
  /** Where the database's files lie. */
  readonly folder: string;
  readonly account: Account;
  readonly binaries: Binaries;
  readonly password: string;
}

/** Finds the cluster of a data folder and makes it, with a password of its own, when there is none. */
export async function openCluster(dataDir: string): Promise<Cluster> {
  const account = await findAccount();
  const [binaries, folder] = [await findBinaries(account), await locateCluster(dataDir, account)];
  const password = await openPassword(dataDir);
  const cluster = { folder, account, binaries, password };
  if (!(await stat(join(folder, 'PG_VERSION')).catch(() => null))) await initialise(cluster);
  return cluster;
}

async function initialise(cluster: Cluster): Promise<void> {
  const parent = dirname(cluster.folder);
  await mkdir(parent, { recursive: true });
  // Made beside and renamed, so that a hub that is killed meanwhile leaves no half of a cluster behind.
  const unfinished = join(parent, `.initdb-${randomBytes(6).toString('hex')}`);
  const passwordFile = join(tmpdir(), `hub-${randomBytes(6).toString('hex')}`);
  try {
    await mkdir(unfinished, { mode: 0o700 });
    await writeFile(passwordFile, cluster.password, { mode: 0o600, flag: 'wx' });
    if (cluster.account !== null) {
      const { uid, gid } = cluster.account;
      await Promise.all([chown(unfinished, uid, gid), chown(passwordFile, uid, gid)]);
    }
    await run(
      cluster.binaries.initdb,
      [
        `--pgdata=${unfinished}`,
        `--username=${owner}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // Built into PostgreSQL, so the same on every system whatever locales it has.
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        '--no-sync',
      ],
      runAs(cluster, unfinished),
    );
    await rename(unfinished, cluster.folder);
  } catch (error) {
    if (!(await stat(join(cluster.folder, 'PG_VERSION')).catch(() => null))) throw error;
  } finally {
    await Promise.all([rm(unfinished, { recursive: true, force: true }), rm(passwordFile, { force: true })]);
  }
}

/** How PostgreSQL's programs are run: by its account, with little of the hub's environment. */
export function runAs(cluster: Cluster, cwd = cluster.folder): ExecFileOptions {
  const { TZ, PATH, SystemRoot } = process.env;
  const env = { LC_ALL: 'C', ...(TZ && { TZ }), ...(PATH && { PATH }), ...(SystemRoot && { SystemRoot }) };
  return { cwd, env, ...(cluster.account ?? {}) };
}

async function openPassword(dataDir: string): Promise<string> {
  const fresh = randomBytes(24).toString('base64url');
  return (await writeOnce(join(dataDir, 'postgres-password'), fresh, 0o600)).trim();
}
