import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A PostgreSQL server as its own lock file describes it. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** How old an unreadable lock must be to be no lock that is just being written, in ms. */
const writingTime = 2_000;

/** Reads PostgreSQL's `postmaster.pid`; null when no server holds the cluster. A stale lock is removed. */
export async function findPostmaster(cluster: string): Promise<Postmaster | null> {
  const lock = join(cluster, 'postmaster.pid');
  const content = await readFile(lock, 'utf8').catch(() => null);
  if (content === null) return null;
  // PostgreSQL documents the lines: pid, folder, start, port, socket folder, address, shared memory, status.
  const [pid, folder, , port, , , , status] = content.split('\n');
  if (await isStale(lock, Number(pid), folder)) {
    // PostgreSQL itself only looks whether any process has this id, and would refuse after a reboot.
    await removeStale(lock, content);
    return null;
  }
  return { pid: Number(pid), port: Number(port), ready: status?.trim() === 'ready' };
}

async function isStale(lock: string, pid: number, folder: string | undefined): Promise<boolean> {
  if (Number.isSafeInteger(pid) && pid > 0 && folder) return !(await isPostmaster(pid, folder));
  const { mtimeMs } = await stat(lock).catch(() => ({ mtimeMs: Date.now() }));
  return Date.now() - mtimeMs > writingTime;
}

/** Whether the process is alive and is the server of this folder: not whatever got its id later. */
async function isPostmaster(pid: number, folder: string): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => commandByPs(pid));
  return command === null || (command.includes('postgres') && command.includes(folder));
}

/** null when the system has no such `ps`: then the process is taken to be PostgreSQL, and PostgreSQL decides. */
async function commandByPs(pid: number): Promise<string | null> {
  return run('ps', ['-ww', '-p', String(pid), '-o', 'command=']).then(
    ({ stdout }) => stdout,
    () => null,
  );
}

/** Another hub may have removed the lock and started a server since it was read; that one's lock must stay. */
async function removeStale(lock: string, content: string): Promise<void> {
  const aside = `${lock}.${randomBytes(6).toString('hex')}`;
  try {
    await rename(lock, aside);
  } catch {
    return;
  }
  if ((await readFile(aside, 'utf8')) === content) await rm(aside);
  else await rename(aside, lock);
}
