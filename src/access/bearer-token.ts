import { RequestError } from '../errors.js';

/** Bytes of a token at the most. Tokens of the hub's own have some 500. */
export const longestToken = 8 * 1024;

/**
 * Takes the token out of an `Authorization` header by RFC 6750.
 * @throws RequestError UNAUTHENTICATED
 */
export function bearerToken(header: string): string {
  const token = /^bearer +([\w.~+/-]+=*) *$/i.exec(header)?.[1];
  if (token === undefined) {
    throw new RequestError(
      'UNAUTHENTICATED',
      'The Authorization header is malformed; accepted: "Authorization: Bearer TOKEN", or none at all.',
    );
  }
  // One character is one byte, by the pattern.
  if (token.length > longestToken) {
    throw new RequestError('UNAUTHENTICATED', `The token has more than ${longestToken} bytes.`);
  }
  return token;
}
