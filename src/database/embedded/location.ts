import { randomUUID } from 'node:crypto';
import { chown, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Account, canEnter } from './account.js';
import { inSharedPlace } from './shared-place.js';

/**
 * The folder of the database's files: `postgres` in the data folder, or, where the PostgreSQL account cannot
 * enter the data folder, one of its own that the file `postgres-location` in the data folder names.
 */
export async function locateCluster(dataDir: string, account: Account): Promise<string> {
  await mkdir(dataDir, { recursive: true });
  const pointer = join(dataDir, 'postgres-location');
  const recorded = await readFile(pointer, 'utf8').catch(() => null);
  if (recorded !== null) return recorded.trim();
  const inPlace = join(dataDir, 'postgres');
  if (await canEnter(account, dataDir)) return inPlace;
  const place = await inSharedPlace(randomUUID());
  await mkdir(place, { mode: 0o700 });
  if (account !== null) await chown(place, account.uid, account.gid);
  // `wx`: of two hubs that start at once, the first one's place counts.
  await writeFile(pointer, `${join(place, 'postgres')}\n`, { flag: 'wx' }).catch(async (error: unknown) => {
    if (!(await stat(pointer).catch(() => null))) throw error;
  });
  return (await readFile(pointer, 'utf8')).trim();
}
