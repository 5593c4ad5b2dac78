import type { Logger } from 'pino';
import type { EntityManager } from 'typeorm';
import type { Config } from '../config.js';
import { bearerToken } from './bearer-token.js';
import { anonymous, type Caller } from './caller.js';
import { anyDepartment, findDepartments } from './find-departments.js';
import { localIssuer } from './local-issuer.js';
import { remoteIssuer } from './remote-issuer.js';
import { Role } from './role.js';
import { openTokenKey, TokenKeyError } from './token-key.js';
import type { TrustedIssuer } from './trusted-issuer.js';
import { type VerifiedToken, verifyToken } from './verify-token.js';

/** Finds out who is asking. */
export interface Authenticator {
  /**
   * The caller that an `Authorization` header speaks for; without one, nobody.
   * @throws RequestError UNAUTHENTICATED when the header or its token is not accepted: whoever sends one means to be
   *   somebody, and must not be answered as nobody.
   * @throws KeysUnavailableError when the token cannot be checked now.
   */
  authenticate(header: string | undefined, database: EntityManager): Promise<Caller>;
}

/**
 * The authenticator of a hub: it trusts the issuers of the configuration, and without any the key in its own data
 * folder, which it makes at the first start. Where that cannot be, it trusts nobody and warns.
 */
export async function createAuthenticator(config: Config, log: Logger): Promise<Authenticator> {
  if (config.issuers.length > 0) return authenticatorOf(config.issuers.map(remoteIssuer));
  try {
    return authenticatorOf([localIssuer(await openTokenKey(config.dataDir))]);
  } catch (error) {
    if (!(error instanceof TokenKeyError)) throw error;
    log.warn(`${error.message}; until then every token is refused`);
    return authenticatorOf([]);
  }
}

/** An authenticator that trusts just these issuers. */
export function authenticatorOf(issuers: readonly TrustedIssuer[]): Authenticator {
  return {
    authenticate: async (header, database) => {
      if (header === undefined) return anonymous;
      return callerOf(await verifyToken(bearerToken(header), issuers), database);
    },
  };
}

async function callerOf({ issuer, claims }: VerifiedToken, database: EntityManager): Promise<Caller> {
  const roles = new Set(claims.roles);
  const everyDepartment = claims.departments.includes(anyDepartment) && roles.has(Role.PUBLISHER);
  const named = everyDepartment
    ? claims.departments.filter((department) => department !== anyDepartment)
    : claims.departments;
  const { departments, unknown } = await findDepartments(database, named);
  return {
    subject: `${issuer}|${claims.subject}`,
    name: claims.name,
    roles,
    departments,
    unknownDepartments: unknown,
    everyDepartment,
    expiresAt: claims.expiresAt,
  };
}
