import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Where root's hub keeps what the PostgreSQL account must reach and cannot reach in place. */
const sharedPlace = '/var/lib/commitment-hub';

/** A path in the shared place, which is made and opened to all accounts first, whatever the umask. */
export async function inSharedPlace(name: string): Promise<string> {
  await mkdir(sharedPlace, { recursive: true });
  await chmod(sharedPlace, 0o755);
  return join(sharedPlace, name);
}
