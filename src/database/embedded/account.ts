import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The operating-system account that runs PostgreSQL; null: the one that runs the hub. */
export type Account = { readonly uid: number; readonly gid: number } | null;

/** PostgreSQL refuses to run as root, so under root it gets this account. */
const name = 'postgres';

/**
 * Finds the account to run PostgreSQL as. Under root the system user `postgres` is taken, and made if there is none.
 * @throws Error when the hub runs as root and such a user can neither be found nor made.
 */
export async function findAccount(): Promise<Account> {
  if (process.getuid?.() !== 0) return null;
  const found = await lookUp();
  if (found !== null) return found;
  await make();
  const made = await lookUp();
  if (made === null) {
    throw new Error(
      `PostgreSQL refuses to run as root and the system user "${name}" could not be made; ` +
        'run the hub as another user, or set DATABASE_URL',
    );
  }
  return made;
}

async function lookUp(): Promise<Account> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}

async function make(): Promise<void> {
  try {
    await run('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      name,
    ]);
  } catch {
    // BusyBox systems have adduser instead.
    await run('adduser', ['-S', '-D', '-H', name]).catch(() => undefined);
  }
}

/** Whether the account may pass through every folder from the root down to this one, and into it. */
export async function canEnter(account: Account, folder: string): Promise<boolean> {
  if (account === null) return true;
  for (let at = folder; ; at = dirname(at)) {
    const { mode, uid, gid } = await stat(at);
    const bits = uid === account.uid ? mode >> 6 : gid === account.gid ? mode >> 3 : mode;
    if ((bits & 0o1) === 0) return false;
    if (dirname(at) === at) return true;
  }
}
