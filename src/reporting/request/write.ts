import { QueryFailedError } from 'typeorm';
import type { GraphContext } from '../../graph/context.js';
import { finishWriting } from '../finish-writing.js';
import { error, type Problem } from '../problem.js';
import { Writing } from '../writing.js';
import { hashOf, keepOutcome, keyProblem, type Retryable, takeKey } from './idempotent-request.js';
import { type UserError, userError } from './user-error.js';
import { busy, inTurn } from './write-slots.js';

/** What a mutation came to. */
export interface Written<Result> {
  /** What it says it did, as JSON keeps it for retries; null: nothing was saved. */
  readonly result: Result | null;
  /** Its changes, as positions in the feed. */
  readonly positions: readonly number[];
  readonly userErrors: readonly UserError[];
}

/** What a mutation asks for. */
export interface WriteRequest {
  /** Its name. */
  readonly mutation: string;
  readonly input: { readonly idempotencyKey?: string | null | undefined };
}

/** Rolls the transaction back and carries nothing. */
class RolledBack extends Error {}

/**
 * Runs a mutation in one transaction: all of it is saved, with its changes in the feed and its outcome for retries, or
 * nothing when a problem was noted. The caller must be known by then. What the request has loaded so far is forgotten.
 */
export async function write<Result>(
  { caller, language, loading }: GraphContext,
  { mutation, input }: WriteRequest,
  run: (writing: Writing) => Promise<Result>,
): Promise<Written<Result>> {
  const { idempotencyKey, ...asked } = input;
  const refused = (problems: readonly Problem[]) => ({
    result: null,
    positions: [],
    userErrors: problems.map((problem) => userError(problem, language)),
  });
  const wrongKey = idempotencyKey == null ? null : keyProblem(idempotencyKey);
  if (wrongKey !== null) return refused([wrongKey]);
  const retryable: Retryable | null =
    idempotencyKey == null
      ? null
      : { caller: caller.subject ?? '', key: idempotencyKey, hash: hashOf(mutation, asked) };
  let problems: readonly Problem[] = [];
  try {
    const { connection } = loading.database;
    return await inTurn(connection, () =>
      connection.transaction(async (database) => {
        await database.query(`set local lock_timeout = ${longestWait}`);
        const former = retryable && (await takeKey(database, retryable));
        if (former) {
          if (former.hash === retryable.hash) return former.outcome as Written<Result>;
          problems = [keyConflict(retryable.key)];
          throw new RolledBack();
        }
        const writing = new Writing(database, caller);
        const result = await run(writing);
        const positions = writing.outcome.refused ? [] : await finishWriting(writing);
        if (writing.outcome.refused) {
          problems = writing.outcome.problems;
          throw new RolledBack();
        }
        const written = { result, positions, userErrors: [] };
        if (retryable) await keepOutcome(database, retryable, written);
        return written;
      }),
    );
  } catch (failure) {
    if (failure instanceof RolledBack) return refused(problems);
    if (isOthersFault(failure)) throw busy();
    const contradiction = contradictionOf(failure);
    if (contradiction === null) throw failure;
    return refused([contradiction]);
  } finally {
    loading.forget();
  }
}

function keyConflict(key: string): Problem {
  return error(
    {
      en: 'This key was used for another request; retries must repeat their input, and new requests need new keys.',
      fr: 'Cette clé a servi à une autre demande; une reprise répète ses données, et une nouvelle demande a sa clé.',
    },
    { code: 'CONFLICT', column: 'idempotencyKey', value: key },
  );
}

/** How long to wait for another writer of the same thing, in ms. */
const longestWait = 5_000;

/** PostgreSQL's codes of waiting in vain: for a lock, for an answer, and for each other. */
const waitedInVain: readonly unknown[] = ['55P03', '57014', '40P01'];

function isOthersFault(failure: unknown): boolean {
  return waitedInVain.includes(driverCodeOf(failure));
}

function driverCodeOf(failure: unknown): unknown {
  return failure instanceof QueryFailedError ? (failure.driverError as { code?: unknown }).code : undefined;
}

/** PostgreSQL's code of two writers who make the same thing at the same time, which no check before can tell. */
const uniqueViolation = '23505';

function contradictionOf(failure: unknown): Problem | null {
  if (driverCodeOf(failure) !== uniqueViolation) return null;
  return error(
    {
      en: 'Somebody else saved the same thing at the same moment; read it again, and retry if need be.',
      fr: 'La même chose vient d’être enregistrée par quelqu’un d’autre; relisez-la, puis réessayez au besoin.',
    },
    { code: 'CONFLICT' },
  );
}
