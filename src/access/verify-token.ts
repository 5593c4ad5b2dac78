import { decodeJwt, errors, type JWTPayload, type JWTVerifyOptions, jwtVerify } from 'jose';
import { RequestError } from '../errors.js';
import { type Claims, readClaims } from './claims.js';
import type { TrustedIssuer } from './trusted-issuer.js';

/** Seconds that the clocks of the hub and an issuer may differ by. */
const clockTolerance = 30;

/** Every algorithm has a private and a public key, so what checks a token can never sign one. */
const algorithms = [
  'ES256',
  'ES384',
  'ES512',
  'PS256',
  'PS384',
  'PS512',
  'RS256',
  'RS384',
  'RS512',
  'EdDSA',
  'Ed25519',
];

/** A token that its issuer, one of those trusted, did sign. */
export interface VerifiedToken {
  readonly issuer: string;
  readonly claims: Claims;
}

/**
 * Checks a token in full: who signed it, for whom, and from when until when it is good.
 * @throws RequestError UNAUTHENTICATED that says what is wrong, without repeating any of the token.
 * @throws KeysUnavailableError when it cannot be checked now.
 */
export async function verifyToken(token: string, issuers: readonly TrustedIssuer[]): Promise<VerifiedToken> {
  const trusted = findIssuer(token, issuers);
  const claims = readClaims(await verified(token, trusted));
  if (typeof claims === 'string') throw refusal(`is malformed: ${claims}`);
  return { issuer: trusted.issuer, claims };
}

/** Who says to have signed it, which is not known before its signature is checked with the key of just that issuer. */
function findIssuer(token: string, issuers: readonly TrustedIssuer[]): TrustedIssuer {
  const claimed = decoded(token).iss;
  const trusted = issuers.find(({ issuer }) => issuer === claimed);
  if (trusted === undefined) throw refusal('is of a foreign issuer, whose tokens this hub does not accept');
  return trusted;
}

function decoded(token: string): JWTPayload {
  try {
    return decodeJwt(token);
  } catch {
    throw refusal('is malformed: it is no signed JSON Web Token');
  }
}

async function verified(token: string, { issuer, audiences, keys }: TrustedIssuer): Promise<JWTPayload> {
  const options: JWTVerifyOptions = {
    algorithms,
    issuer,
    audience: [...audiences],
    clockTolerance,
    requiredClaims: ['sub', 'exp'],
  };
  try {
    return (await jwtVerify(token, keys, options)).payload;
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error;
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw refusal(fault(error));
    return verifiedByAny(error, token, options);
  }
}

/** A token that does not name its key is good when one of the issuer's keys has signed it. */
async function verifiedByAny(
  keys: errors.JWKSMultipleMatchingKeys,
  token: string,
  options: JWTVerifyOptions,
): Promise<JWTPayload> {
  for await (const key of keys) {
    try {
      return (await jwtVerify(token, key, options)).payload;
    } catch (error) {
      if (!(error instanceof errors.JOSEError)) throw error;
      if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw refusal(fault(error));
    }
  }
  throw refusal(badSignature);
}

const badSignature = 'has a bad signature: its issuer did not sign it, or not as it is now';

function fault(error: errors.JOSEError): string {
  if (error instanceof errors.JWTExpired) return 'is expired; get a new one';
  if (error instanceof errors.JWTClaimValidationFailed) return claimFault(error);
  if (error instanceof errors.JWSSignatureVerificationFailed) return badSignature;
  if (error instanceof errors.JWKSNoMatchingKey)
    return 'has a bad signature: its issuer publishes no such key';
  if (error instanceof errors.JOSEAlgNotAllowed) {
    return `is signed in a way that is not accepted; accepted: ${algorithms.join(', ')}`;
  }
  return 'is malformed: it is no signed JSON Web Token';
}

function claimFault({ claim, reason }: errors.JWTClaimValidationFailed): string {
  if (reason === 'missing') return `is malformed: it has no claim "${claim}"`;
  if (reason === 'invalid') return `is malformed: its claim "${claim}" has a wrong form`;
  if (claim === 'nbf') return 'is not yet valid';
  if (claim === 'aud') return 'is for another audience, not for this hub';
  return `is not accepted: its claim "${claim}" has another value than expected`;
}

function refusal(what: string): RequestError {
  return new RequestError('UNAUTHENTICATED', `The token ${what}.`);
}
