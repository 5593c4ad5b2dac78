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
