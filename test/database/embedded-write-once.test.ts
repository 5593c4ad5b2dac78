import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeOnce } from '../../src/database/embedded/write-once.js';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-write-once-'));
  file = join(folder, 'file');
});

afterEach(() => rm(folder, { recursive: true }));

describe('a file that is written once', () => {
  it('has what was written first', async () => {
    expect(await writeOnce(file, 'first')).toBe('first');
    expect(await writeOnce(file, 'second')).toBe('first');
    expect(await readFile(file, 'utf8')).toBe('first');
    expect(await readdir(folder)).toEqual(['file']);
  });

  it('is the same for all who write at once, and never empty', async () => {
    const contents = Array.from({ length: 50 }, (_, writer) => String(writer));
    const read = await Promise.all(contents.map((content) => writeOnce(file, content)));
    expect(contents).toContain(read[0]);
    expect(new Set(read).size).toBe(1);
    expect(await readdir(folder)).toEqual(['file']);
  });

  it('may be for its owner’s eyes alone', async () => {
    await writeOnce(file, 'secret', 0o600);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('cannot be made where there is no folder', async () => {
    await writeFile(file, '');
    await expect(writeOnce(join(file, 'below'), 'x')).rejects.toThrow('ENOTDIR');
  });
});
