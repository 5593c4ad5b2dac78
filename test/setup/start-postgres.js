// Runs before all tests, outside jest's module loader, so it uses the built hub.
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createDataSource } from '../../dist/src/database/data-source.js';
import { joinEmbeddedPostgres } from '../../dist/src/database/embedded/embedded-postgres.js';
import { migrate } from '../../dist/src/database/migrate.js';
import { loadSampleOnce } from '../../dist/src/importing/sample.js';

/** Nothing here outlives the run, so nothing needs to reach the disk. */
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

/** Starts one PostgreSQL for the whole run, with databases for the test files to clone. */
// biome-ignore lint/style/noDefaultExport: jest calls the default export
export default async function startPostgres() {
  const folder = await mkdtemp(join(tmpdir(), 'hub-test-'));
  // Under root PostgreSQL runs as another user, who must get in; it then stays in this folder and goes with it.
  await chmod(folder, 0o755);
  const server = await joinEmbeddedPostgres(folder, settings);
  globalThis.testPostgres = { folder, server };
  process.env.TEST_POSTGRES_URL = server.url;
  await makeTemplate(server.url, 'template_migrated');
  await makeTemplate(server.url, 'template_sample', loadSampleOnce);
}

async function makeTemplate(url, name, fill = async () => undefined) {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const address = new URL(url);
  address.pathname = `/${name}`;
  const dataSource = createDataSource({ url: address.href });
  await dataSource.initialize();
  await migrate(dataSource);
  await fill(dataSource);
  await dataSource.destroy();
}
