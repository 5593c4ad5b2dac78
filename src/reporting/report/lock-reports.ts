import type { EntityManager } from 'typeorm';

/**
 * Makes whoever else reports on these commitments wait until the transaction ends, and keeps the periods as they are:
 * what is checked from here on still holds when it is saved. Locks are taken in the order of their numbers, so that
 * two who want several do not wait for each other.
 * @returns the periods of them that are closed.
 */
export async function lockReports(
  database: EntityManager,
  commitmentKeys: readonly number[],
  periodKeys: readonly number[],
): Promise<ReadonlySet<number>> {
  await database.query('select from commitment where id = any ($1::int[]) order by id for no key update', [
    [...new Set(commitmentKeys)],
  ]);
  const periods = await database.query<{ id: number; is_open: boolean }[]>(
    'select id, is_open from reporting_period where id = any ($1::int[]) order by id for share',
    [[...new Set(periodKeys)]],
  );
  return new Set(periods.filter(({ is_open }) => !is_open).map(({ id }) => id));
}
