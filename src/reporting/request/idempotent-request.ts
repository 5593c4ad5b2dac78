import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { error, type Problem } from '../problem.js';

/** How long the outcome of a request is kept for retries. */
const keptFor = '24 hours';

/** Outcomes that are past their time and forgotten with each new one; more than come in, so that none pile up. */
const forgottenAtOnce = 10;

const longestKey = 255;

/** A request that its caller may send again. */
export interface Retryable {
  /** Who sends it: keys of different callers have nothing to do with each other. */
  readonly caller: string;
  readonly key: string;
  /** What it asks for, by {@link hashOf}. */
  readonly hash: string;
}

/** A hash of what a request asks for, so that a key used for something else is noticed. */
export function hashOf(mutation: string, input: object): string {
  return createHash('sha256')
    .update(JSON.stringify([mutation, input]))
    .digest('base64url');
}

/** What is wrong with a key, if anything is. */
export function keyProblem(key: string): Problem | null {
  if (/^[\x21-\x7e]+$/.test(key) && key.length <= longestKey) return null;
  return error(
    {
      en: `A key for retries has 1 to ${longestKey} ASCII characters without blanks, such as a UUID.`,
      fr: `Une clé de reprise compte de 1 à ${longestKey} caractères ASCII sans espace, comme un UUID.`,
    },
    { column: 'idempotencyKey', value: key },
  );
}

/**
 * Takes a key, for the transaction's own outcome. Another request with the same key that is under way is waited for.
 * @returns null: the key was free; else what became of the request that had it.
 */
export async function takeKey(
  database: EntityManager,
  { caller, key, hash }: Retryable,
): Promise<{ readonly hash: string; readonly outcome: unknown } | null> {
  const taken = await database.query<unknown[]>(
    `with forgotten as (
      delete from idempotent_request where ctid in (
        select ctid from idempotent_request
        where at < now() - $4::interval and (caller, key) <> ($1, $2)
        order by at limit ${forgottenAtOnce} for update skip locked
      )
    )
    insert into idempotent_request (caller, key, input_hash) values ($1, $2, $3)
    on conflict (caller, key) do update set input_hash = excluded.input_hash, outcome = null, at = now()
      where idempotent_request.at < now() - $4::interval
    returning key`,
    [caller, key, hash, keptFor],
  );
  if (taken.length > 0) return null;
  const [former] = await database.query<{ hash: string; outcome: unknown }[]>(
    'select input_hash as hash, outcome from idempotent_request where caller = $1 and key = $2',
    [caller, key],
  );
  return former ?? null;
}

/** Keeps the outcome of the request that took the key, in the same transaction as what it did. */
export async function keepOutcome(
  database: EntityManager,
  { caller, key }: Retryable,
  outcome: unknown,
): Promise<void> {
  await database.query('update idempotent_request set outcome = $3::jsonb where caller = $1 and key = $2', [
    caller,
    key,
    JSON.stringify(outcome),
  ]);
}
