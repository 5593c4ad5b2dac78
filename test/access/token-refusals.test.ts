import { base64url, CompactSign, calculateJwkThumbprint, exportSPKI, generateKeyPair, importJWK } from 'jose';
import type { TestHub } from '../setup/hub.js';
import { askAs, expectRefused, viewerOf } from './ask-as.js';
import { TestIssuer, type TokenParts } from './test-issuer.js';
import { startTrusting } from './trusting-hub.js';

let issuer: TestIssuer;
let other: TestIssuer;
let stranger: TestIssuer;
let hub: TestHub;

beforeAll(async () => {
  issuer = await TestIssuer.start('https://login.example/realm');
  other = await TestIssuer.start('https://other.example', 'RS256');
  stranger = await TestIssuer.start('https://stranger.example');
  hub = await startTrusting(issuer, other);
});

afterAll(async () => {
  await hub.stop();
  await Promise.all([issuer, other, stranger].map((one) => one.stop()));
});

const now = () => Math.floor(Date.now() / 1_000);

describe('a good token', () => {
  it('is accepted from every issuer that is configured', async () => {
    expect((await viewerOf(hub, await issuer.sign())).subject).toBe('https://login.example/realm|somebody');
    expect((await viewerOf(hub, await other.sign())).subject).toBe('https://other.example|somebody');
  });

  it('may be for several audiences', async () => {
    await viewerOf(hub, await issuer.sign({ claims: { aud: ['elsewhere', 'another-hub'] } }));
  });

  it.each([
    ['whose end has just passed', () => ({ exp: now() - 10 })],
    ['whose beginning is near', () => ({ nbf: now() + 10 })],
  ])('%s is accepted, since clocks differ', async (_what, claims) => {
    await viewerOf(hub, await issuer.sign({ claims: claims() }));
  });

  it('is accepted with the scheme in any case', async () => {
    const token = await issuer.sign();
    for (const scheme of ['bearer', 'BEARER']) {
      expect((await askAs(hub, `${scheme} ${token}`)).body.data.viewer).not.toBeNull();
    }
  });

  it.each(['ES384', 'ES512', 'RS512', 'PS256', 'EdDSA', 'Ed25519'])(
    'may be signed by %s',
    async (algorithm) => {
      const one = await TestIssuer.start('https://one.example', algorithm);
      const trusting = await startTrusting(one);
      try {
        await viewerOf(trusting, await one.sign());
      } finally {
        await trusting.stop();
        await one.stop();
      }
    },
  );

  it('is accepted by GET too', async () => {
    const response = await fetch(`${hub.address}/graphql?query={viewer{subject}}`, {
      headers: { authorization: `Bearer ${await issuer.sign()}`, 'apollo-require-preflight': 'true' },
    });
    expect(await response.json()).toMatchObject({ data: { viewer: { subject: expect.any(String) } } });
  });
});

type Refusal = readonly [what: string, why: RegExp, parts: () => TokenParts];

const claims = (changed: Record<string, unknown>) => () => ({ claims: changed });

const refusals: readonly Refusal[] = [
  ['that is expired', /is expired/, () => ({ claims: { exp: now() - 60 } })],
  ['that is not good yet', /is not yet valid/, () => ({ claims: { nbf: now() + 60 } })],
  ['without an end', /no claim "exp"/, claims({ exp: undefined })],
  ['whose end is a text', /"exp"/, claims({ exp: '2099-01-01' })],
  ['that outlives the calendar', /"exp"/, claims({ exp: 1e15 })],
  ['whose beginning is a text', /"nbf"/, claims({ nbf: 'now' })],
  ['without a subject', /no claim "sub"/, claims({ sub: undefined })],
  ['with an empty subject', /"sub"/, claims({ sub: '' })],
  ['whose subject is a number', /"sub"/, claims({ sub: 5 })],
  ['whose subject has 201 characters', /"sub"/, claims({ sub: 'x'.repeat(201) })],
  ['whose subject has a null byte', /"sub"/, claims({ sub: 'some\u0000body' })],
  ['whose subject has half a character', /"sub"/, claims({ sub: 'some\ud800body' })],
  ['for another audience', /another audience/, claims({ aud: 'elsewhere' })],
  ['for nobody', /"aud"/, claims({ aud: undefined })],
  ['of a foreign issuer', /foreign issuer/, claims({ iss: 'https://stranger.example' })],
  ['of an issuer with a slash more', /foreign issuer/, claims({ iss: 'https://login.example/realm/' })],
  ['of a list of issuers', /foreign issuer/, claims({ iss: ['https://login.example/realm'] })],
  ['of no issuer', /foreign issuer/, claims({ iss: undefined })],
  ['that names the other issuer', /bad signature/, claims({ iss: 'https://other.example' })],
  ['whose roles are a text', /"roles"/, claims({ roles: 'steward' })],
  ['whose departments are a text', /"departments"/, claims({ departments: 'tbs' })],
  ['whose departments are objects', /"departments"/, claims({ departments: [{ code: 'tbs' }] })],
  ['by a key of a stranger', /bad signature/, () => ({ key: stranger.privateKey('first') })],
  ['by a key that nobody publishes', /publishes no such key/, () => ({ header: { kid: 'made up' } })],
];

describe('a token', () => {
  it.each(refusals)('%s is refused', async (_what, why, parts) => {
    await expectRefused(hub, `Bearer ${await issuer.sign(parts())}`, why);
  });

  it('of the algorithm none is refused, in whatever case', async () => {
    const [, payload] = (await issuer.sign()).split('.');
    for (const alg of ['none', 'None', 'NONE', '']) {
      const header = base64url.encode(JSON.stringify({ alg }));
      for (const signature of ['', 'AAAA']) {
        await expectRefused(hub, `Bearer ${header}.${payload}.${signature}`, /malformed|not accepted/);
      }
    }
  });

  it('without its signature is refused', async () => {
    const [header, payload] = (await issuer.sign()).split('.');
    await expectRefused(hub, `Bearer ${header}.${payload}.`, /bad signature|malformed/);
    await expectRefused(hub, `Bearer ${header}.${payload}`, /malformed/);
  });

  it('whose content was changed is refused', async () => {
    const [header, , signature] = (await issuer.sign()).split('.');
    const [, payload] = (await issuer.sign({ claims: { sub: 'somebody else' } })).split('.');
    await expectRefused(hub, `Bearer ${header}.${payload}.${signature}`, /bad signature/);
  });

  it.each(['HS256', 'HS384', 'HS512'])(
    'signed by %s with the published key as the secret is refused',
    async (alg) => {
      const published = other.published('first');
      const key = await importJWK(published, 'RS256', { extractable: true });
      if (key instanceof Uint8Array) throw new Error('the key is a secret');
      const spki = await exportSPKI(key);
      const texts = [spki, spki.trim(), JSON.stringify(published), await calculateJwkThumbprint(published)];
      for (const secret of texts.map((text) => new TextEncoder().encode(text.padEnd(64)))) {
        const payload = JSON.stringify({ iss: other.name, aud: 'another-hub', sub: 'x', exp: now() + 60 });
        const forged = await new CompactSign(new TextEncoder().encode(payload))
          .setProtectedHeader({ alg, kid: 'first' })
          .sign(secret);
        await expectRefused(hub, `Bearer ${forged}`, /not accepted; accepted: ES256/);
      }
    },
  );

  it('with a header that must be understood and is not is refused', async () => {
    const [, payload, signature] = (await issuer.sign()).split('.');
    const header = base64url.encode(JSON.stringify({ alg: 'ES256', kid: 'first', crit: ['more'], more: 1 }));
    await expectRefused(hub, `Bearer ${header}.${payload}.${signature}`, /malformed/);
  });

  it('that brings its own key is refused', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    const jwk = stranger.published('first');
    const own = { kid: 'first', jwk, jku: stranger.keysAddress, x5u: stranger.keysAddress };
    const before = stranger.fetches;
    for (const key of [privateKey, stranger.privateKey('first')]) {
      await expectRefused(hub, `Bearer ${await issuer.sign({ header: own, key })}`, /bad signature/);
    }
    expect(stranger.fetches).toBe(before);
  });

  it('of a foreign issuer makes the hub ask nobody', async () => {
    const before = stranger.fetches;
    await expectRefused(hub, `Bearer ${await stranger.sign()}`, /foreign issuer/);
    expect(stranger.fetches).toBe(before);
  });

  it('of the hub’s own is refused once an issuer is configured', async () => {
    const token = await hub.token({ roles: ['steward'] });
    await expectRefused(hub, `Bearer ${token}`, /foreign issuer/);
  });

  it('over 8 KiB is refused', async () => {
    const token = await issuer.sign({ claims: { more: 'x'.repeat(8_000) } });
    await expectRefused(hub, `Bearer ${token}`, /more than 8192 bytes/);
  });

  it.each([
    'Bearer',
    'Bearer x',
    'Bearer a.b.c',
    'Bearer ..',
    'Bearer eyJhbGciOiJFUzI1NiJ9.e30.AAAA',
    'Bearer eyJhbGciOiJFUzI1NiJ9.W10.AAAA',
    'Bearer one two',
    'Bearer "x"',
    'Basic dXNlcjpwYXNzd29yZA==',
    'token',
    'null',
  ])('that is none is refused: %s', async (header) => {
    await expectRefused(hub, header, /malformed|foreign/);
  });

  it('is never a fault of the hub, whatever is in it', async () => {
    const [header = '', payload = '', signature = ''] = (await issuer.sign()).split('.');
    const parts = [
      '',
      '.',
      'e30',
      'bnVsbA',
      'MQ',
      'IiI',
      '____',
      'eyJhbGciOjV9',
      'eyJhbGciOiJFUzI1NiIsImtpZCI6NX0',
    ];
    for (const part of parts) {
      await expectRefused(hub, `Bearer ${part}.${payload}.${signature}`, /./);
      await expectRefused(hub, `Bearer ${header}.${part}.${signature}`, /./);
      await expectRefused(hub, `Bearer ${header}.${payload}.${part}`, /./);
    }
  });
});
