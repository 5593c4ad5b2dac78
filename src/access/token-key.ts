import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';
import { writeOnce } from '../database/embedded/write-once.js';

/** The algorithm of the hub's own tokens. */
export const tokenAlgorithm = 'ES256';

const shape = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.base64url(),
  y: z.base64url(),
  d: z.base64url(),
  kid: z.string().min(1),
  alg: z.literal(tokenAlgorithm),
});

/** The private key of a hub's own tokens, as a JSON Web Key. */
export type TokenKey = Readonly<z.infer<typeof shape>>;

/** The key cannot be used. The message is one line that says which file, and why. */
export class TokenKeyError extends Error {
  override readonly name = 'TokenKeyError';
}

/** Makes a new key. */
export async function makeTokenKey(): Promise<TokenKey> {
  const { privateKey } = await generateKeyPair(tokenAlgorithm, { extractable: true });
  const key = await exportJWK(privateKey);
  return shape.parse({ ...key, alg: tokenAlgorithm, kid: await calculateJwkThumbprint(key) });
}

/**
 * Reads the key of a data folder, and makes both when there is none. Of several processes that do so at once, all
 * get the same key. Only the account that made the file can read it: whoever can, can be anybody to the hub.
 * @throws TokenKeyError when the file can neither be read nor made, or holds something else.
 */
export async function openTokenKey(dataDir: string): Promise<TokenKey> {
  const file = join(dataDir, 'token-key.json');
  const text = await readOrMake(dataDir, file).catch((error: Error) => {
    throw new TokenKeyError(`cannot use the key of the hub’s tokens, ${file}: ${error.message}`);
  });
  const key = shape.safeParse(parsed(text));
  if (!key.success) {
    throw new TokenKeyError(`${file} holds no key for tokens; remove it, and a new one will be made`);
  }
  return key.data;
}

async function readOrMake(dataDir: string, file: string): Promise<string> {
  const known = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return null;
  });
  if (known !== null) return known;
  await mkdir(dataDir, { recursive: true });
  return writeOnce(file, `${JSON.stringify(await makeTokenKey())}\n`, 0o600);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
