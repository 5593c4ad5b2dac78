import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';

/**
 * Writes a small file that must never change again, and reads it: of several processes that do so at once, all get
 * what the first one wrote. It appears with all of its content or not at all, also when a process is killed.
 */
export async function writeOnce(file: string, content: string, mode = 0o644): Promise<string> {
  const unfinished = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    await writeFile(unfinished, content, { mode, flag: 'wx' });
    // Unlike a rename, a link never replaces what another process has put there.
    await link(unfinished, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(unfinished, { force: true });
  }
  return readFile(file, 'utf8');
}
