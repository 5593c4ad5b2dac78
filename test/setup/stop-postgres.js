import { rm } from 'node:fs/promises';

/** Stops the PostgreSQL of the run and removes its files. */
// biome-ignore lint/style/noDefaultExport: jest calls the default export
export default async function stopPostgres() {
  if (globalThis.testPostgres === undefined) return;
  const { folder, server } = globalThis.testPostgres;
  await server.release();
  await rm(folder, { recursive: true, force: true });
}
