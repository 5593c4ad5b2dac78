import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Cluster, runAs } from './cluster.js';
import { findPostmaster } from './postmaster.js';

const run = promisify(execFile);

/** How often to try to start, and how long to wait in between, in ms. */
const attempts = 4;
const pause = 1_000;

/**
 * Starts the cluster's server on a free port of the loopback address. Its log goes to `postgres.log` beside the
 * files. It leaves the hub's process group, so that Ctrl-C reaches the hub alone, which then stops it last.
 * @param settings PostgreSQL settings by name.
 * @throws Error with the end of the server's log when it does not start.
 */
export async function startServer(
  cluster: Cluster,
  settings: Readonly<Record<string, string>>,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await start(cluster, settings);
    } catch (error) {
      // Another hub may have started it in the meantime; then all is well.
      if (await findPostmaster(cluster.folder)) return;
      // What passes by itself: a port taken a moment ago, and the last processes of a server that was killed.
      if (attempt === attempts) {
        const reason = (await endOfLog(cluster)) || (error as Error).message;
        throw new Error(`the embedded PostgreSQL did not start: ${reason}`);
      }
      await wait(pause);
    }
  }
}

async function start(cluster: Cluster, settings: Readonly<Record<string, string>>): Promise<void> {
  const all = {
    listen_addresses: '127.0.0.1',
    port: String(await freePort()),
    unix_socket_directories: '',
    ...settings,
  };
  const options = Object.entries(all)
    .map(([name, value]) => `-c ${name}=${value === '' ? "''" : value}`)
    .join(' ');
  await run(
    cluster.binaries.pgCtl,
    ['start', '-D', cluster.folder, '-l', logOf(cluster), '-w', '-t', '60', '-s', '-o', options],
    runAs(cluster),
  );
}

function logOf(cluster: Cluster): string {
  return join(cluster.folder, 'postgres.log');
}

async function endOfLog(cluster: Cluster): Promise<string> {
  const log = await readFile(logOf(cluster), 'utf8').catch(() => '');
  return log.trim().split('\n').slice(-3).join(' | ');
}

/** How long a server may take to stop, and how often to look whether it has, in ms. */
const stopTimeout = 60_000;
const stopInterval = 20;

/**
 * Stops the cluster's server and waits until it is gone; sessions still open are ended.
 * @throws Error when it does not stop in time.
 */
export async function stopServer(cluster: Cluster): Promise<void> {
  const running = await findPostmaster(cluster.folder);
  if (running === null) return;
  // Without pg_ctl's own waiting, which takes a server that another hub starts next for the one that should stop.
  await run(
    cluster.binaries.pgCtl,
    ['stop', '-D', cluster.folder, '-m', 'fast', '-W', '-s'],
    runAs(cluster),
  ).catch(async (error: unknown) => {
    if ((await findPostmaster(cluster.folder))?.pid === running.pid) throw error;
  });
  const deadline = Date.now() + stopTimeout;
  while ((await findPostmaster(cluster.folder))?.pid === running.pid) {
    if (Date.now() > deadline)
      throw new Error(`the embedded PostgreSQL (process ${running.pid}) does not stop`);
    await wait(stopInterval);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
