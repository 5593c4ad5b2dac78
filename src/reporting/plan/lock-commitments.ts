import type { EntityManager } from 'typeorm';

/** Makes whoever reports on commitments of a plan wait until the transaction ends. */
export async function lockCommitments(database: EntityManager, planKey: number): Promise<void> {
  await database.query('select from commitment where plan_id = $1 order by id for no key update', [planKey]);
}
