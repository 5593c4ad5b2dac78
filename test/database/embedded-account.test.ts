import { chmod, chown, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canEnter } from '../../src/database/embedded/account.js';

/** An account that owns nothing and is in no group here. */
const stranger = { uid: 54_321, gid: 54_322 };

let outer: string;
let inner: string;

beforeEach(async () => {
  outer = await mkdtemp(join(tmpdir(), 'hub-account-'));
  inner = join(outer, 'inner');
  await mkdir(inner);
  await chmod(outer, 0o755);
  await chmod(inner, 0o755);
});

afterEach(() => rm(outer, { recursive: true }));

const isWindows = process.platform === 'win32';

(isWindows ? describe.skip : describe)('an account', () => {
  it('that is the hub’s own may enter whatever the hub may', async () => {
    await chmod(inner, 0o700);
    expect(await canEnter(null, inner)).toBe(true);
  });

  it('of a stranger may enter what is open to all', async () => {
    expect(await canEnter(stranger, inner)).toBe(true);
  });

  it.each([
    [0o700, false],
    [0o750, false],
    [0o754, false],
    [0o701, true],
    [0o711, true],
  ])('of a stranger, at mode %i, may enter: %s', async (mode, may) => {
    await chmod(inner, mode);
    expect(await canEnter(stranger, inner)).toBe(may);
  });

  it('of a stranger may not enter what lies in a folder that is closed', async () => {
    await chmod(outer, 0o700);
    expect(await canEnter(stranger, inner)).toBe(false);
  });

  it('must be told of a folder that is not there', async () => {
    await expect(canEnter(stranger, join(inner, 'nothing'))).rejects.toThrow('ENOENT');
  });

  (process.getuid?.() === 0 ? it : it.skip).each([
    ['its owner by the owner’s bit alone', { uid: 54_321, gid: 1 }, 0o700, true],
    ['its owner not by the bit of all', { uid: 54_321, gid: 1 }, 0o011, false],
    ['its group by the group’s bit', { uid: 1, gid: 54_322 }, 0o010, true],
    ['its group not by the bit of all', { uid: 1, gid: 54_322 }, 0o701, false],
  ])('is let in as %s', async (_what, owner, mode, may) => {
    await chown(inner, owner.uid, owner.gid);
    await chmod(inner, mode);
    expect(await canEnter(stranger, inner)).toBe(may);
  });
});
