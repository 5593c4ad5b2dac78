import { Writable } from 'node:stream';
import { pino } from 'pino';
import { createAuthenticator } from '../../src/access/authenticator.js';
import { readConfig } from '../../src/config.js';
import { TestHub } from '../setup/hub.js';
import { askAs, expectRefused, viewerOf } from './ask-as.js';
import { TestIssuer, trusting } from './test-issuer.js';

let issuer: TestIssuer;
let hub: TestHub;
let log: string;

const now = Date.now;

beforeEach(async () => {
  issuer = await TestIssuer.start('https://login.example');
  log = '';
  const kept = new Writable({
    write(line: Buffer, _encoding, done) {
      log += line.toString();
      done();
    },
  });
  const logger = pino({ level: 'trace' }, kept);
  const authenticator = await createAuthenticator(readConfig({ ...trusting(issuer) }), logger);
  hub = await TestHub.start('migrated', { authenticator, log: logger });
});

afterEach(async () => {
  Date.now = now;
  await hub.stop();
  await issuer.stop();
});

/** Lets the hub and the issuer live on for a while. */
function pass(seconds: number): void {
  const before = Date.now;
  Date.now = () => before() + seconds * 1_000;
}

describe('the keys of an issuer', () => {
  it('are fetched once for many tokens', async () => {
    for (let time = 0; time < 3; time++) await viewerOf(hub, await issuer.sign());
    expect(issuer.fetches).toBe(1);
  });

  it('are fetched once for tokens that come at once', async () => {
    const tokens = await Promise.all(Array.from({ length: 10 }, () => issuer.sign()));
    await Promise.all(tokens.map((token) => viewerOf(hub, token)));
    expect(issuer.fetches).toBe(1);
  });

  it('are fetched for nobody without a token', async () => {
    await askAs(hub, null);
    expect(issuer.fetches).toBe(0);
  });

  it('may change: a new one is taken as soon as a token needs it, the old one as long as it is published', async () => {
    const old = await issuer.sign();
    await viewerOf(hub, old);
    await issuer.addKey('second');
    pass(6);
    await viewerOf(hub, await issuer.sign());
    await viewerOf(hub, old);
    expect(issuer.fetches).toBe(2);
    issuer.dropKey('first');
    pass(601);
    await viewerOf(hub, await issuer.sign());
    await expectRefused(hub, `Bearer ${old}`, /publishes no such key/);
  });

  it('are not fetched for each token with a made-up key', async () => {
    for (let time = 0; time < 10; time++) {
      const token = await issuer.sign({ header: { kid: `made up ${time}` } });
      await expectRefused(hub, `Bearer ${token}`, /publishes no such key/);
    }
    expect(issuer.fetches).toBe(1);
  });

  it('are all tried for a token that names none', async () => {
    const first = issuer.privateKey('first');
    await issuer.addKey('second');
    await issuer.addKey('third');
    const header = { kid: undefined };
    await viewerOf(hub, await issuer.sign({ header, key: first }));
    await viewerOf(hub, await issuer.sign({ header }));
    const late = Math.floor(now() / 1_000) - 600;
    await expectRefused(hub, `Bearer ${await issuer.sign({ header, claims: { exp: late } })}`, /expired/);
    const stranger = await TestIssuer.start('https://login.example');
    await expectRefused(hub, `Bearer ${await stranger.sign({ header })}`, /bad signature/);
    await stranger.stop();
  });

  it('must fit the algorithm of the token', async () => {
    await issuer.addKey('second', { alg: 'ES384' });
    await expectRefused(hub, `Bearer ${await issuer.sign()}`, /publishes no such key/);
  });

  it.each([
    ['are answered with a fault', { status: 500 }],
    ['are not there', { status: 404, body: '{"keys":[]}' }],
    ['are no JSON', { status: 200, body: '<html>' }],
    ['are no keys', { status: 200, body: '{"keys":"none"}' }],
  ])('leave a token neither accepted nor blamed when they %s', async (_what, instead) => {
    const token = await issuer.sign();
    issuer.instead = instead;
    await expectUnavailable(token);
    issuer.instead = null;
    await viewerOf(hub, token);
  });

  it('are not looked for where the issuer redirects to', async () => {
    const elsewhere = await TestIssuer.start('https://login.example');
    issuer.instead = { status: 302, headers: { location: elsewhere.keysAddress } };
    await expectUnavailable(await elsewhere.sign());
    expect(elsewhere.fetches).toBe(0);
    await elsewhere.stop();
  });

  it('leave a token neither accepted nor blamed when nothing answers at their address', async () => {
    await issuer.stop();
    await expectUnavailable(await issuer.sign());
    expect(await askAs(hub, null, { query: '{ __typename }' })).toMatchObject({ status: 200 });
  });

  it('are used for as long as they are fresh when the issuer is gone', async () => {
    await viewerOf(hub, await issuer.sign());
    const token = await issuer.sign();
    await issuer.stop();
    pass(60);
    await viewerOf(hub, token);
    pass(600);
    await expectUnavailable(token);
  });
});

/** Expects that a token cannot be checked, which the log tells and its sender learns no more of. */
async function expectUnavailable(token: string): Promise<void> {
  log = '';
  const { status, headers, body } = await askAs(hub, `Bearer ${token}`);
  const message = 'The hub cannot check tokens at the moment; try again later, or ask without one.';
  expect({ status, body, challenge: headers.get('www-authenticate') }).toEqual({
    status: 503,
    body: { errors: [{ message, extensions: { code: 'INTERNAL_SERVER_ERROR' } }] },
    challenge: null,
  });
  expect(log).toContain('cannot fetch the keys of the token issuer https://login.example');
  expect(log).not.toContain(token.split('.')[2]);
}
