import type { EntityManager } from 'typeorm';
import { MoreThan } from 'typeorm';
import { Change } from '../model/change.js';

/** Changes read with one statement at the most. */
const mostAtOnce = 1_000;

/**
 * The next changes after a position, in order; 0 is the beginning. Whoever goes on from the last one's position misses
 * none and meets none twice.
 */
export function readChanges(
  database: EntityManager,
  after: number,
  limit: number = mostAtOnce,
): Promise<Change[]> {
  return database.find(Change, {
    where: { key: MoreThan(after) },
    order: { key: 'ASC' },
    take: Math.min(limit, mostAtOnce),
  });
}

/** The position of the newest change that can be seen; 0: there is none yet. */
export async function newestPosition(database: EntityManager): Promise<number> {
  const [row] = await database.query<{ id: string | null }[]>('select max(id) as id from change');
  return Number(row?.id ?? 0);
}
