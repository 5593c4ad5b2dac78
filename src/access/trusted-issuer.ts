import type { JWTVerifyGetKey } from 'jose';

/** Whose tokens the hub believes, and how it checks them. */
export interface TrustedIssuer {
  /** The `iss` of its tokens, compared exactly. */
  readonly issuer: string;
  /** One of these must be in the `aud` of a token: what it was issued for. */
  readonly audiences: readonly string[];
  /**
   * Finds the public key of a token by its header.
   * @throws KeysUnavailableError when the keys cannot be had, so nothing is known of the token.
   */
  readonly keys: JWTVerifyGetKey;
}
