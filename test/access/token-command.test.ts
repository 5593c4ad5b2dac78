import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { pino } from 'pino';
import { createAuthenticator } from '../../src/access/authenticator.js';
import { tokenCommand } from '../../src/commands/token.js';
import { readConfig } from '../../src/config.js';
import { HubProcess } from '../commands/hub-process.js';
import { TestHub } from '../setup/hub.js';
import { viewerOf } from './ask-as.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-token-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (options: string, env: Readonly<Record<string, string>> = {}) =>
  new HubProcess(`token ${options}`.trim(), { env: { HUB_DATA_DIR: folder, ...env } }).ended;

async function tokenBy(options: string): Promise<string> {
  const { code, stdout, stderr } = await run(options);
  expect({ code, stdout, stderr }).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+\n$/),
    stderr: '',
  });
  return stdout.trim();
}

/** Runs the command in this process, which is much faster, and has what it refuses thrown. */
function runHere(options: string): Promise<unknown> {
  const command = tokenCommand()
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  return command.parseAsync(options.split(' '), { from: 'user' });
}

describe('hub token', () => {
  it('prints a token that a hub of the same folder accepts, and nothing else', async () => {
    const token = await tokenBy('--department tbs --department 2242 --role reporter --role publisher');
    const config = readConfig({ HUB_DATA_DIR: folder });
    const authenticator = await createAuthenticator(config, pino({ level: 'silent' }));
    const hub = await TestHub.start('sample', { authenticator });
    try {
      expect(await viewerOf(hub, token)).toMatchObject({
        subject: 'urn:commitment-hub:local|local/publisher+reporter/2242+tbs',
        roles: ['REPORTER', 'PUBLISHER'],
        departments: [{ code: 'tbs' }],
        unknownDepartments: [],
      });
    } finally {
      await hub.stop();
    }
  });

  it('needs no database, and makes nothing but the key', async () => {
    await tokenBy('--role steward');
    expect(await readdir(folder)).toEqual(['token-key.json']);
  });

  it('makes one key when two start at once', async () => {
    const env = { HUB_DATA_DIR: join(folder, 'both') };
    const both = await Promise.all([run('--role steward', env), run('--role steward', env)]);
    const kids = both.map(({ stdout }) => JSON.parse(atob(stdout.split('.')[0] ?? '')).kid);
    expect(kids[0]).toMatch(/^[\w-]{43}$/);
    expect(kids[1]).toBe(kids[0]);
    await rm(env.HUB_DATA_DIR, { recursive: true });
  });

  it.each([
    ['', 8 * 3_600],
    ['--expires 30m', 1_800],
    ['--expires 8h', 8 * 3_600],
    ['--expires 30d', 30 * 86_400],
  ])('with "%s" ends after %i seconds', async (options, seconds) => {
    const { iat = 0, exp = 0 } = decodeJwt(await tokenBy(`--role steward ${options}`.trim()));
    expect(exp - iat).toBe(seconds);
    expect(Math.abs(iat - Date.now() / 1_000)).toBeLessThan(30);
  });

  it('names whom it is for as it is told', async () => {
    expect(decodeJwt(await tokenBy('--role steward --subject zoé')).sub).toBe('zoé');
  });

  it('takes every department for a publisher', async () => {
    const claims = decodeJwt(await tokenBy('--role publisher --department *'));
    expect(claims).toMatchObject({ departments: ['*'], sub: 'local/publisher/*' });
  });

  it.each([
    ['--department tbs', /'--role <role>' not specified/],
    [
      '--role boss --department tbs',
      /'boss' is invalid. Accepted: reporter, publisher, steward, registrar\./,
    ],
    ['--role REPORTER --department tbs', /'REPORTER' is invalid/],
    ['--role reporter', /a reporter acts for departments; say --department CODE/],
    ['--role steward --role publisher', /a publisher acts for departments; say --department CODE/],
    ['--role registrar', /a registrar acts for departments/],
    ['--role reporter --department *', /only a publisher can act for every department/],
    ['--role reporter --department TBS', /'TBS' is invalid. Accepted: a code such as tbs, a GC OrgID/],
    ['--role reporter --department 22', /'22' is invalid/],
    ['--role steward --expires 31d', /'31d' is invalid. Accepted: .* 30m, 8h or 7d, at most 30d\./],
    ['--role steward --expires 0h', /'0h' is invalid/],
    ['--role steward --expires 8', /'8' is invalid/],
    ['--role steward --expires -8h', /'-8h' is invalid/],
    ['--role steward --expires 1.5h', /'1.5h' is invalid/],
    ['--role steward --expires 99999999d', /'99999999d' is invalid/],
    ['--role steward --expires soon', /'soon' is invalid/],
    [`--role steward --subject ${'x'.repeat(201)}`, /Accepted: 1 to 200 characters/],
    [
      `--role reporter${Array.from({ length: 60 }, (_, at) => ` --department d${at}`).join('')}`,
      /say --subject NAME/,
    ],
    ['--role steward --frobnicate', /unknown option/],
    ['--role steward tbs', /too many arguments/],
  ])('%s is refused', async (options, why) => {
    await expect(runHere(options)).rejects.toThrow(why);
  });

  it.each(['--department tbs', '--role boss', '--role reporter'])(
    '%s is refused in one line, and fails',
    async (options) => {
      const { code, stdout, stderr } = await run(options);
      expect({ code, stdout, stderr }).toEqual({
        code: 1,
        stdout: '',
        stderr: expect.stringMatching(/^.+\n$/),
      });
    },
  );

  it('signs nothing when tokens come from an issuer', async () => {
    const env = { JWKS_URL: 'https://a.example/keys', JWT_ISSUER: 'https://a.example', JWT_AUDIENCE: 'hub' };
    expect(await run('--role steward', env)).toMatchObject({
      code: 1,
      stdout: '',
      stderr: 'hub: this hub signs no tokens; get one from https://a.example (set as JWT_ISSUER)\n',
    });
  });

  it('tells in one line why it has no key', async () => {
    const { code, stdout, stderr } = await run('--role steward', { HUB_DATA_DIR: '/dev/null/hub' });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(
      /^hub: cannot use the key of the hub’s tokens, \/dev\/null\/hub\/token-key\.json: .*\n$/,
    );
  });
});
