import { randomUUID } from 'node:crypto';
import { chown, mkdir, readFile, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Account, canEnter } from './account.js';
import { inSharedPlace } from './shared-place.js';
import { writeOnce } from './write-once.js';

/**
 * The folder of the database's files: `postgres` in the data folder, or, where the PostgreSQL account cannot
 * enter the data folder, one of its own that the file `postgres-location` in the data folder names.
 * @throws Error when the files lie in the data folder and the account cannot enter it any more.
 */
export async function locateCluster(dataDir: string, account: Account): Promise<string> {
  await mkdir(dataDir, { recursive: true });
  const pointer = join(dataDir, 'postgres-location');
  const recorded = await readFile(pointer, 'utf8').catch(() => null);
  if (recorded !== null) return recorded.trim();
  const inPlace = join(dataDir, 'postgres');
  if (await canEnter(account, dataDir)) return inPlace;
  if (await stat(join(inPlace, 'PG_VERSION')).catch(() => null)) {
    throw new Error(
      `the data lies in ${inPlace}, which the system user "postgres" cannot enter any more; ` +
        'let others pass through the folders above it (chmod o+x)',
    );
  }
  const place = await inSharedPlace(randomUUID());
  await mkdir(place, { mode: 0o700 });
  if (account !== null) await chown(place, account.uid, account.gid);
  const own = join(place, 'postgres');
  const chosen = (await writeOnce(pointer, `${own}\n`)).trim();
  // Another hub that started in the same moment was first.
  if (chosen !== own) await rmdir(place);
  return chosen;
}
