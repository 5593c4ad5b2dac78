import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { type RunningProcess, runningProcesses } from './process-table.js';

/** A data folder of a test's own, and what is known of the embedded PostgreSQL in it. */
export class DataFolder {
  private constructor(readonly path: string) {}

  /** Makes one whose name needs care wherever it is put into a command. */
  static async make(parent = tmpdir()): Promise<DataFolder> {
    const path = await mkdtemp(join(parent, 'données du hub '));
    // Under root PostgreSQL has an account of its own, which is to find its data in place.
    await chmod(path, 0o755);
    return new DataFolder(path);
  }

  /** Where the database's files lie. */
  async cluster(): Promise<string> {
    const location = await readFile(join(this.path, 'postgres-location'), 'utf8').catch(() => null);
    return location?.trim() ?? join(this.path, 'postgres');
  }

  /** The lines of PostgreSQL's lock file; the first one is the server's process id. */
  async lock(): Promise<readonly string[] | null> {
    const lock = await readFile(join(await this.cluster(), 'postmaster.pid'), 'utf8').catch(() => null);
    return lock?.split('\n') ?? null;
  }

  /** Connection address of the hub's database in it. */
  async address(): Promise<string> {
    const password = await readFile(join(this.path, 'postgres-password'), 'utf8');
    return `postgres://hub:${password.trim()}@127.0.0.1:${(await this.lock())?.[3]}/hub`;
  }

  /** A connection to the hub's database in it. */
  async connect(): Promise<pg.Client> {
    const client = new pg.Client(await this.address());
    // The tests end servers on purpose.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  /** The process ids of what runs on it. PostgreSQL's server has its folder in its command line. */
  async processes(): Promise<readonly number[]> {
    const cluster = await this.cluster();
    return (await runningProcesses())
      .filter(({ command }) => command.includes(cluster))
      .map(({ pid }) => pid);
  }

  /** Kills the server and all its processes, as a power failure would. */
  async killServer(): Promise<void> {
    const pid = Number((await this.lock())?.[0]);
    const belongs = (other: RunningProcess) => other.pid === pid || other.parent === pid;
    const family = (await runningProcesses()).filter(belongs).map((member) => member.pid);
    for (const member of family) killIfThere(member);
    while ((await runningProcesses()).some((other) => family.includes(other.pid))) await wait(20);
  }

  /** Removes it, with whatever a failed test left running on it, and its part of the shared place. */
  async remove(): Promise<void> {
    if ((await this.processes()).length > 0) await this.killServer();
    const cluster = await this.cluster();
    if (!cluster.startsWith(this.path)) await rm(dirname(cluster), { recursive: true, force: true });
    await rm(this.path, { recursive: true, force: true });
  }
}

/** One that was listed may have ended by itself since: the server's children come and go. */
function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code !== 'ESRCH') throw failure;
  }
}
