import { type FileHandle, open } from 'node:fs/promises';
import { error, type Problem } from '../reporting/problem.js';

/** A file open for reading. */
export interface OpenFile {
  readonly file: FileHandle;
  /** In bytes; 0 for a pipe, whose size nobody knows. */
  readonly size: number;
}

/** Why a file cannot be read, by the operating system's code. */
const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'There is no such file.'],
  ['ENOTDIR', 'There is no such file.'],
  ['EISDIR', 'This is a folder; expected a file.'],
  ['EACCES', 'This file may not be read by the user that runs this command.'],
  ['EPERM', 'This file may not be read by the user that runs this command.'],
]);

/** Opens a file for reading, or tells why it cannot be; the caller closes it. */
export async function openFile(path: string): Promise<OpenFile | Problem> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    const stats = await file.stat();
    if (!stats.isDirectory()) return { file, size: stats.size };
    await file.close();
    return unreadable('EISDIR');
  } catch (failure) {
    await file?.close();
    const { code, message } = failure as NodeJS.ErrnoException;
    return unreadable(code, message);
  }
}

function unreadable(code = '', message = ''): Problem {
  return error(reasons.get(code) ?? `This file cannot be read: ${message}.`);
}
