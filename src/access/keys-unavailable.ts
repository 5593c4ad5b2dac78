/** The keys of an issuer cannot be fetched. A fault of the hub or the issuer, not of whoever sent the token. */
export class KeysUnavailableError extends Error {
  override readonly name = 'KeysUnavailableError';
  /** The status to answer with: the same request may succeed later. */
  readonly statusCode = 503;

  constructor(issuer: string, cause: unknown) {
    super(`cannot fetch the keys of the token issuer ${issuer}`, { cause });
  }
}
