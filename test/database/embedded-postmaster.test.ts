import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostmaster } from '../../src/database/embedded/postmaster.js';

let cluster: string;
let lock: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  cluster = await mkdtemp(join(tmpdir(), 'hub postmaster '));
  lock = join(cluster, 'postmaster.pid');
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(cluster, { recursive: true });
});

/** What PostgreSQL writes, by its documentation. */
const content = (pid: number | string, status = 'ready   ') =>
  [pid, cluster, 1700000000, 54321, '', '127.0.0.1', '  123456  7', status, ''].join('\n');

/** A process whose command line is this one, so that it looks like a server. */
async function running(...words: string[]): Promise<number> {
  const child = spawn(process.execPath, [
    '-e',
    'console.log(1); setInterval(() => {}, 1000)',
    '--',
    ...words,
  ]);
  children.push(child);
  await once(child.stdout, 'data');
  return child.pid ?? 0;
}

describe('the server of a cluster', () => {
  it('is none without a lock', async () => {
    expect(await findPostmaster(cluster)).toBeNull();
    expect(await findPostmaster(join(cluster, 'nothing'))).toBeNull();
  });

  it('is read from its lock', async () => {
    const pid = await running('postgres', '-D', cluster);
    await writeFile(lock, content(pid));
    expect(await findPostmaster(cluster)).toEqual({ pid, port: 54321, ready: true });
    expect(await readFile(lock, 'utf8')).toBe(content(pid));
  });

  it.each(['starting', 'stopping', 'standby '])('is not ready while it says "%s"', async (status) => {
    const pid = await running('postgres', '-D', cluster);
    await writeFile(lock, content(pid, status));
    expect(await findPostmaster(cluster)).toMatchObject({ pid, ready: false });
  });

  it('is not ready before it has written its status', async () => {
    const pid = await running('postgres', '-D', cluster);
    await writeFile(lock, content(pid).split('\n').slice(0, 5).join('\n'));
    expect(await findPostmaster(cluster)).toMatchObject({ pid, ready: false });
  });

  it('is gone when its process is, and the lock with it', async () => {
    const pid = await running('postgres', '-D', cluster);
    const [child] = children;
    child?.kill('SIGKILL');
    if (child) await once(child, 'exit');
    await writeFile(lock, content(pid));
    expect(await findPostmaster(cluster)).toBeNull();
    expect(await readdir(cluster)).toEqual([]);
  });

  it.each([
    ['something else', ['node', 'something']],
    ['something that only names the folder', ['tar', '-D', '$cluster']],
    ['the PostgreSQL of another folder', ['postgres', '-D', '/var/lib/postgresql/main']],
  ])('is gone when its process id now belongs to %s', async (_what, words) => {
    // This test's own process would do, but its command line may name anything.
    const pid = await running(...words.map((word) => (word === '$cluster' ? cluster : word)));
    await writeFile(lock, content(pid));
    expect(await findPostmaster(cluster)).toBeNull();
    expect(await readdir(cluster)).toEqual([]);
    expect(() => process.kill(pid, 0)).not.toThrow();
  });

  it.each(['', '\n', 'nonsense', '-1\n/x\n', '12\n'])(
    'is none by a lock that is left as %j',
    async (remnant) => {
      await writeFile(lock, remnant);
      const longAgo = new Date(Date.now() - 60_000);
      await utimes(lock, longAgo, longAgo);
      expect(await findPostmaster(cluster)).toBeNull();
      expect(await readdir(cluster)).toEqual([]);
    },
  );

  it('is not ready while its lock is just being written, and the lock stays', async () => {
    await writeFile(lock, '');
    expect(await findPostmaster(cluster)).toMatchObject({ ready: false });
    expect(await readdir(cluster)).toEqual(['postmaster.pid']);
  });
});
