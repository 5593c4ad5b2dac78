import { createLocalJWKSet, importJWK, SignJWT } from 'jose';
import { type Role, roleName } from './role.js';
import { type TokenKey, tokenAlgorithm } from './token-key.js';
import type { TrustedIssuer } from './trusted-issuer.js';

const issuer = 'urn:commitment-hub:local';
const audience = 'commitment-hub';

/** The hub itself as the issuer of tokens, for where there is no other one. */
export function localIssuer({ kty, crv, x, y, kid, alg }: TokenKey): TrustedIssuer {
  // All but the private part.
  const keys = createLocalJWKSet({ keys: [{ kty, crv, x, y, kid, alg, use: 'sig' }] });
  return { issuer, audiences: [audience], keys };
}

/** What a token of the hub's own says. */
export interface TokenContent {
  readonly subject: string;
  readonly roles: readonly Role[];
  /** Codes or GC OrgIDs. */
  readonly departments: readonly string[];
  /** Seconds from now until it ends. */
  readonly life: number;
}

/** Writes and signs a token that {@link localIssuer} of the same key accepts. */
export async function signToken(key: TokenKey, content: TokenContent): Promise<string> {
  const now = Math.floor(Date.now() / 1_000);
  return new SignJWT({ roles: content.roles.map(roleName), departments: [...content.departments] })
    .setProtectedHeader({ alg: tokenAlgorithm, kid: key.kid, typ: 'JWT' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(content.subject)
    .setIssuedAt(now)
    .setExpirationTime(now + content.life)
    .sign(await importJWK(key, tokenAlgorithm));
}

/**
 * Whom a token is for when nobody says: the same for the same roles and departments, so that a newer token counts as
 * the same caller. Such as `local/reporter/tbs`.
 */
export function usualSubject(roles: readonly Role[], departments: readonly string[]): string {
  const parts = [roles.map(roleName), departments].map((names) => [...names].sort().join('+'));
  return ['local', ...parts.filter((part) => part !== '')].join('/');
}
