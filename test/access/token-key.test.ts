import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createAuthenticator } from '../../src/access/authenticator.js';
import { localIssuer, signToken } from '../../src/access/local-issuer.js';
import { Role } from '../../src/access/role.js';
import { makeTokenKey, openTokenKey } from '../../src/access/token-key.js';
import { readConfig } from '../../src/config.js';
import { TestHub } from '../setup/hub.js';
import { expectRefused, viewerOf } from './ask-as.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-key-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the key of the hub’s tokens', () => {
  it('is made with its folder, and stays', async () => {
    const dataDir = join(folder, 'not', 'there');
    const key = await openTokenKey(dataDir);
    expect(await openTokenKey(dataDir)).toEqual(key);
    expect(await readdir(dataDir)).toEqual(['token-key.json']);
  });

  it('can be read by nobody else', async () => {
    await openTokenKey(folder);
    expect((await stat(join(folder, 'token-key.json'))).mode & 0o777).toBe(0o600);
  });

  it('is one key when many make it at once', async () => {
    const keys = await Promise.all(Array.from({ length: 20 }, () => openTokenKey(folder)));
    expect(new Set(keys.map(({ kid }) => kid)).size).toBe(1);
    expect(await readdir(folder)).toEqual(['token-key.json']);
  });

  it.each(['', '{}', '[', 'null', '{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}'])(
    'is not replaced when its file holds something else: %j',
    async (text) => {
      const file = join(folder, 'token-key.json');
      await writeFile(file, text);
      await expect(openTokenKey(folder)).rejects.toThrow(
        `${file} holds no key for tokens; remove it, and a new one will be made`,
      );
      expect(await readFile(file, 'utf8')).toBe(text);
    },
  );

  it('gives away nothing private to check tokens with', async () => {
    const key = await makeTokenKey();
    expect(JSON.stringify(localIssuer(key))).not.toContain(key.d);
  });
});

describe('a hub without a configured issuer', () => {
  const content = { subject: 'x', roles: [Role.STEWARD], departments: [], life: 60 };
  const silent = pino({ level: 'silent' });

  it('accepts tokens by the key in its folder, and by no other', async () => {
    const authenticator = await createAuthenticator(readConfig({ HUB_DATA_DIR: folder }), silent);
    const hub = await TestHub.start('migrated', { authenticator });
    try {
      const key = await openTokenKey(folder);
      await viewerOf(hub, await signToken(key, content));
      const other = { ...(await makeTokenKey()), kid: key.kid };
      await expectRefused(hub, `Bearer ${await signToken(other, content)}`, /bad signature/);
    } finally {
      await hub.stop();
    }
  });

  it('serves without tokens, and warns, when it can keep no key', async () => {
    const warnings: string[] = [];
    const log = pino({ level: 'warn' }, { write: (line) => warnings.push(JSON.parse(line).msg) });
    await writeFile(join(folder, 'file'), '');
    const config = readConfig({ HUB_DATA_DIR: join(folder, 'file') });
    const hub = await TestHub.start('migrated', { authenticator: await createAuthenticator(config, log) });
    try {
      expect(warnings).toEqual([
        expect.stringMatching(
          /^cannot use the key of the hub’s tokens, .*; until then every token is refused$/,
        ),
      ]);
      expect(await hub.query('{ viewer { subject } }')).toEqual({ viewer: null });
      await expectRefused(hub, `Bearer ${await signToken(await makeTokenKey(), content)}`, /foreign issuer/);
    } finally {
      await hub.stop();
    }
  });
});
