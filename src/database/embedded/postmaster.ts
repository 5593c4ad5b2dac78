import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A PostgreSQL server as its own lock file describes it. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** Reads PostgreSQL's `postmaster.pid`; null when no server holds the cluster. A stale lock is removed. */
export async function findPostmaster(cluster: string): Promise<Postmaster | null> {
  const lock = join(cluster, 'postmaster.pid');
  const content = await readFile(lock, 'utf8').catch(() => null);
  if (content === null) return null;
  // PostgreSQL documents the lines: pid, folder, start, port, socket folder, address, shared memory, status.
  const lines = content.split('\n');
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0) return null;
  if (!(await isPostgres(pid))) {
    // PostgreSQL itself only looks whether any process has this id, and would refuse after a reboot.
    await rm(lock, { force: true });
    return null;
  }
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

async function isPostgres(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => commandByPs(pid));
  return command === null || command.includes('postgres');
}

/** null when the system has no `ps`: then the process is taken to be PostgreSQL, and PostgreSQL decides. */
async function commandByPs(pid: number): Promise<string | null> {
  return run('ps', ['-p', String(pid), '-o', 'command=']).then(
    ({ stdout }) => stdout,
    () => null,
  );
}
