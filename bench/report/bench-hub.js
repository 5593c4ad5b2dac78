// A hub on a PostgreSQL of its own, with nothing turned off that a real one has on.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { authenticatorOf } from '../../dist/src/access/authenticator.js';
import { localIssuer, signToken } from '../../dist/src/access/local-issuer.js';
import { Role } from '../../dist/src/access/role.js';
import { makeTokenKey } from '../../dist/src/access/token-key.js';
import { createDataSource } from '../../dist/src/database/data-source.js';
import { joinEmbeddedPostgres } from '../../dist/src/database/embedded/embedded-postgres.js';
import { migrate } from '../../dist/src/database/migrate.js';
import { dossier } from '../../dist/src/reporting/dossier.js';
import { finishWriting } from '../../dist/src/reporting/finish-writing.js';
import { saveDossier } from '../../dist/src/reporting/save-dossier.js';
import { Writing } from '../../dist/src/reporting/writing.js';
import { createHttp } from '../../dist/src/server/http.js';
import { facts } from './facts.js';

/** Starts it, with the facts in place. */
export async function startBenchHub() {
  const folder = await mkdtemp(join(tmpdir(), 'hub-bench-'));
  await chmod(folder, 0o755);
  const server = await joinEmbeddedPostgres(folder);
  const database = createDataSource({ url: server.url });
  await database.initialize();
  await migrate(database);
  await database.transaction(async (transaction) => {
    const writing = new Writing(transaction);
    await saveDossier(writing, dossier.parse(facts));
    await finishWriting(writing);
  });
  await database.query('vacuum analyze');
  const key = await makeTokenKey();
  const http = await createHttp(database, pino({ level: 'silent' }), authenticatorOf([localIssuer(key)]));
  const address = await http.listen({ port: 0, host: '127.0.0.1' });
  const token = await signToken(key, {
    subject: 'bench',
    roles: [Role.REPORTER],
    departments: ['bench'],
    life: 3_600,
  });
  const pool = new pg.Pool({ connectionString: server.url, max: 16, options: '-c jit=off' });
  return {
    pool,
    /** Sends a mutation and insists that nothing was wrong with it. */
    send: async (query, input) => {
      const response = await fetch(`${address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables: { input } }),
      });
      const { data, errors } = await response.json();
      const wrong = errors ?? data.payload.userErrors;
      if (wrong.length > 0) throw new Error(JSON.stringify(wrong[0]));
    },
    stop: async () => {
      await pool.end();
      await http.close();
      await database.destroy();
      await server.release();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
