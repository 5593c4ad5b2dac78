import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { jest } from '@jest/globals';
import pg from 'pg';
import { joinEmbeddedPostgres } from '../../src/database/embedded/embedded-postgres.js';
import { findPostmaster } from '../../src/database/embedded/postmaster.js';

let dataDir: string;
let cluster: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'hub embedded '));
  // Under root PostgreSQL has an account of its own, which is to find its data in place.
  await chmod(dataDir, 0o755);
  cluster = join(dataDir, 'postgres');
});

afterAll(() => rm(dataDir, { recursive: true }));

async function serverVersion(url: string): Promise<number> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
  await client.end();
  return Number(rows[0]?.server_version_num);
}

describe('the embedded PostgreSQL', () => {
  it('is started by the first to join and stopped by the last to leave', async () => {
    const one = await joinEmbeddedPostgres(dataDir);
    const two = await joinEmbeddedPostgres(dataDir);
    expect(one.folder).toBe(cluster);
    expect(two.url).toBe(one.url);
    await one.release();
    expect(await serverVersion(two.url)).toBeGreaterThanOrEqual(180_000);
    await two.release();
    expect(await findPostmaster(cluster)).toBeNull();
  });

  it('lets nobody in without its password, and nobody from elsewhere', async () => {
    const server = await joinEmbeddedPostgres(dataDir);
    const url = new URL(server.url);
    expect(url.hostname).toBe('127.0.0.1');
    url.password = 'wrong';
    await expect(serverVersion(url.href)).rejects.toThrow('password authentication failed');
    const listens = await readFile(join(cluster, 'postmaster.opts'), 'utf8');
    expect(listens).toContain('listen_addresses=127.0.0.1');
    await server.release();
  });

  it('is there for whoever joins while the last one leaves', async () => {
    // The moments between the two are a few milliseconds long, so both are tried with many distances.
    for (let distance = 0; distance < 36; distance += 3) {
      const leaving = await joinEmbeddedPostgres(dataDir);
      const left = leaving.release();
      await wait(distance);
      const joined = await joinEmbeddedPostgres(dataDir);
      await left;
      expect(await serverVersion(joined.url)).toBeGreaterThan(0);
      await joined.release();
    }
  });

  it('is there for whoever joins before the last one has closed its connection', async () => {
    const end: () => Promise<void> = pg.Client.prototype.end;
    const slowEnd = jest.spyOn(pg.Client.prototype, 'end').mockImplementation(async function (
      this: pg.Client,
    ) {
      await end.call(this);
      await wait(500);
    });
    const leaving = await joinEmbeddedPostgres(dataDir);
    const left = leaving.release();
    await wait(100);
    const joined = await joinEmbeddedPostgres(dataDir);
    await left;
    slowEnd.mockRestore();
    expect(await serverVersion(joined.url)).toBeGreaterThan(0);
    await joined.release();
  });

  it('does not take long to refuse a password that is not the server’s', async () => {
    const file = join(dataDir, 'postgres-password');
    const right = await readFile(file, 'utf8');
    await writeFile(file, 'wrong');
    await expect(joinEmbeddedPostgres(dataDir)).rejects.toThrow('password authentication failed');
    await writeFile(file, right);
    // What that attempt started is taken over and stopped.
    await (await joinEmbeddedPostgres(dataDir)).release();
    expect(await findPostmaster(cluster)).toBeNull();
  });
});
