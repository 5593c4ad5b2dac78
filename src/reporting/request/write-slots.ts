import pLimit, { type LimitFunction } from 'p-limit';
import type { DataSource } from 'typeorm';
import { RequestError } from '../../errors.js';

/** The part of the database connections that writers may hold: who waits for another one must not keep readers out. */
const partOfPool = 0.5;

/** Writers that wait for a turn at the most. */
const mostWaiting = 200;

const slots = new WeakMap<DataSource, LimitFunction>();

/**
 * Runs a writing transaction when it is its turn.
 * @throws RequestError BUSY when too many wait already.
 */
export function inTurn<Result>(dataSource: DataSource, run: () => Promise<Result>): Promise<Result> {
  const known = slots.get(dataSource) ?? pLimit(Math.max(1, Math.floor(poolSizeOf(dataSource) * partOfPool)));
  slots.set(dataSource, known);
  if (known.pendingCount >= mostWaiting) throw busy();
  return known(run);
}

/** The answer to a writer who has waited long enough for others. */
export function busy(): RequestError {
  return new RequestError(
    'BUSY',
    'Others are writing to the same commitments, or too many write at once; nothing was saved. Try again, with the same key.',
  );
}

function poolSizeOf({ options }: DataSource): number {
  return 'poolSize' in options ? (options.poolSize ?? 10) : 10;
}
