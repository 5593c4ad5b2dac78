import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { type Cluster, openCluster, owner } from './cluster.js';
import { findPostmaster } from './postmaster.js';
import { startServer, stopServer } from './server.js';

/** A running embedded PostgreSQL that this process takes part in. */
export interface EmbeddedPostgres {
  /** Connection address of the hub's database. Holds the password: not for logs. */
  readonly url: string;
  /** Where the database's files lie. */
  readonly folder: string;
  /** Leaves the server. The last process to leave stops it. */
  release(): Promise<void>;
}

/**
 * Advisory lock that every process using the server holds as shared. Whoever can then take it alone is the last
 * one, and stops the server. A killed process loses its lock with its connection, so no lock can go stale.
 */
const usersLock = 4_872_001;

/** How long to try, in ms: a server of a killed run may have to end first. */
const patience = 60_000;

/**
 * Joins the embedded PostgreSQL of a data folder, and starts it (and makes it) when none runs. A server left
 * behind by a killed run is taken over.
 * @param settings further PostgreSQL settings for the case that this call starts the server.
 */
export async function joinEmbeddedPostgres(
  dataDir: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<EmbeddedPostgres> {
  const cluster = await openCluster(dataDir);
  const deadline = Date.now() + patience;
  for (;;) {
    const running = await findPostmaster(cluster.folder);
    if (running === null) await startServer(cluster, settings);
    const joined = await join(cluster).catch((error: Error) => error);
    if (!(joined instanceof Error)) return joined;
    if (isRefused(joined) || Date.now() > deadline) throw joined;
    await wait(100);
  }
}

async function join(cluster: Cluster): Promise<EmbeddedPostgres> {
  const running = await findPostmaster(cluster.folder);
  if (!running?.ready) throw new Error(`the PostgreSQL in ${cluster.folder} does not become ready`);
  const address = (database: string) =>
    `postgres://${owner}:${cluster.password}@127.0.0.1:${running.port}/${database}`;
  const presence = new pg.Client({
    connectionString: address('postgres'),
    application_name: 'hub presence',
    connectionTimeoutMillis: 5_000,
  });
  // The server ending under it shows in every query of the hub; here it needs no second voice.
  presence.on('error', () => undefined);
  await presence.connect();
  try {
    await presence.query('select pg_advisory_lock_shared($1)', [usersLock]);
    const { rowCount } = await presence.query('select from pg_database where datname = $1', [owner]);
    if (rowCount === 0) await createDatabase(presence);
  } catch (error) {
    await presence.end();
    throw error;
  }
  return {
    url: address(owner),
    folder: cluster.folder,
    release: () => leave(cluster, presence),
  };
}

/** 28P01: the password in the data folder is not the server's, and never will be. */
function isRefused(error: Error & { readonly code?: string }): boolean {
  return error.code === '28P01';
}

async function createDatabase(client: pg.Client): Promise<void> {
  await client.query(`create database ${owner}`).catch((error: { code?: string }) => {
    // 42P04, 23505: another hub made it in the same moment.
    if (error.code !== '42P04' && error.code !== '23505') throw error;
  });
}

async function leave(cluster: Cluster, presence: pg.Client): Promise<void> {
  // A session that was lost says nothing of others, but a server that ends sessions is best started anew.
  const last = await isLast(presence).catch(() => true);
  // The lock is kept until the server is gone: whoever joins meanwhile must wait, and then start another one.
  if (last) await stopServer(cluster);
  await presence.end().catch(() => undefined);
}

async function isLast(presence: pg.Client): Promise<boolean> {
  await presence.query('select pg_advisory_unlock_shared($1)', [usersLock]);
  const { rows } = await presence.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [
    usersLock,
  ]);
  return rows[0]?.alone === true;
}
