import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** A process of this machine. */
export interface RunningProcess {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** All processes, but for those that are over and only wait for their parent to notice. */
export async function runningProcesses(): Promise<readonly RunningProcess[]> {
  const pids = await readdir('/proc').catch(() => null);
  if (pids === null) return listedByPs();
  const found = await Promise.all(pids.filter((name) => /^\d+$/.test(name)).map(readProcess));
  return found.flat();
}

async function readProcess(pid: string): Promise<readonly RunningProcess[]> {
  const [stat, command] = await Promise.all(
    // It may have ended since it was listed.
    ['stat', 'cmdline'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')),
  );
  const [, state, parent] = /\) (\S) (\d+) /.exec(stat ?? '') ?? [];
  if (state === undefined || state === 'Z') return [];
  return [{ pid: Number(pid), parent: Number(parent), command: command ?? '' }];
}

async function listedByPs(): Promise<readonly RunningProcess[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-ww', '-o', 'pid=,ppid=,stat=,command=']);
  return [...stdout.matchAll(/^\s*(\d+)\s+(\d+)\s+([^Z\s]\S*)\s+(.*)$/gm)].map(
    ([, pid, parent, , command]) => ({
      pid: Number(pid),
      parent: Number(parent),
      command: command ?? '',
    }),
  );
}
