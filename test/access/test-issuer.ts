import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';

/** The environment of a hub that trusts issuers, as `readConfig` takes it. */
export interface IssuerEnvironment {
  readonly JWKS_URL: string;
  readonly JWT_ISSUER: string;
  readonly JWT_AUDIENCE: string;
}

/** What of a token a test has otherwise; undefined leaves a claim out. */
export interface TokenParts {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly key?: CryptoKey | Uint8Array;
}

const audience = 'hub-of-the-test';

/** An issuer of tokens that publishes its keys on this machine. */
export class TestIssuer {
  readonly #server: Server;
  /** Key pairs by `kid`; the last one signs. */
  readonly #keys = new Map<string, { readonly privateKey: CryptoKey; readonly published: JWK }>();
  /** How often its keys were asked for. */
  fetches = 0;
  /** What it answers instead of its keys. */
  instead: {
    readonly status: number;
    readonly headers?: Record<string, string>;
    readonly body?: string;
  } | null = null;

  private constructor(
    readonly name: string,
    readonly algorithm: string,
  ) {
    this.#server = createServer((_request, response) => {
      this.fetches++;
      const keys = [...this.#keys.values()].map(({ published }) => published);
      const { status, headers, body } = this.instead ?? { status: 200, body: JSON.stringify({ keys }) };
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
    });
  }

  static async start(name: string, algorithm = 'ES256'): Promise<TestIssuer> {
    const issuer = new TestIssuer(name, algorithm);
    await issuer.addKey('first');
    issuer.#server.listen(0, '127.0.0.1');
    await once(issuer.#server, 'listening');
    return issuer;
  }

  get keysAddress(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/keys`;
  }

  /** Makes a key, publishes it beside the others, and signs with it from now on. */
  async addKey(kid: string, published: Partial<JWK> = {}): Promise<void> {
    const { privateKey, publicKey } = await generateKeyPair(this.algorithm, { extractable: true });
    const jwk = { ...(await exportJWK(publicKey)), kid, use: 'sig', ...published };
    this.#keys.set(kid, { privateKey, published: jwk });
  }

  /** Publishes a key no more. */
  dropKey(kid: string): void {
    this.#keys.delete(kid);
  }

  /** A key as it is published. */
  published(kid: string): JWK {
    return this.#key(kid).published;
  }

  privateKey(kid: string): CryptoKey {
    return this.#key(kid).privateKey;
  }

  /** A token that is good in every way but those that the test says. */
  sign({ claims = {}, header = {}, key }: TokenParts = {}): Promise<string> {
    const kid = [...this.#keys.keys()].at(-1) ?? '';
    const now = Math.floor(Date.now() / 1_000);
    const payload: JWTPayload = {
      iss: this.name,
      aud: audience,
      sub: 'somebody',
      iat: now,
      exp: now + 600,
      roles: ['steward'],
      ...claims,
    };
    return new SignJWT(payload)
      .setProtectedHeader({ alg: this.algorithm, kid, ...header })
      .sign(key ?? this.privateKey(kid));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    if (this.#server.listening) await once(this.#server, 'close');
  }

  #key(kid: string) {
    const key = this.#keys.get(kid);
    if (key === undefined) throw new Error(`the issuer has no key ${kid}`);
    return key;
  }
}

/** The environment of a hub that trusts these issuers. */
export function trusting(...issuers: readonly TestIssuer[]): IssuerEnvironment {
  return {
    JWKS_URL: issuers.map(({ keysAddress }) => keysAddress).join(','),
    JWT_ISSUER: issuers.map(({ name }) => name).join(','),
    JWT_AUDIENCE: `another-hub, ${audience}`,
  };
}
