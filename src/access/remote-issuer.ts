import { createRemoteJWKSet, errors } from 'jose';
import type { IssuerConfig } from '../config.js';
import { KeysUnavailableError } from './keys-unavailable.js';
import type { TrustedIssuer } from './trusted-issuer.js';

/** How long fetching the keys may take, in ms. */
const timeout = 5_000;

/** How long fetched keys are used without looking again, in ms: so long does a withdrawn key stay good. */
const longestKept = 600_000;

/**
 * How long after a fetch a token with an unknown key makes the hub fetch again, in ms. New keys are accepted after
 * this time at the latest, and tokens with made-up keys cannot make the hub ask the issuer more often.
 */
const shortestKept = 5_000;

/**
 * An issuer that publishes its keys at an address, of which several may be in use at once. Nothing but that address
 * is ever asked: redirects are not followed, and addresses in tokens not looked at.
 */
export function remoteIssuer({ issuer, jwksUrl, audiences }: IssuerConfig): TrustedIssuer {
  const published = createRemoteJWKSet(new URL(jwksUrl), {
    timeoutDuration: timeout,
    cacheMaxAge: longestKept,
    cooldownDuration: shortestKept,
  });
  return {
    issuer,
    audiences,
    keys: async (header, token) => {
      try {
        return await published(header, token);
      } catch (error) {
        throw isOfToken(error) ? error : new KeysUnavailableError(issuer, error);
      }
    },
  };
}

/** Whether the keys were there, and the token is what does not fit. */
function isOfToken(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  );
}
