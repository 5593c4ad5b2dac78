import type { EntityManager } from 'typeorm';

/**
 * Turns references that waited for a commitment into cross-references, now that it is there.
 * @returns how many became one.
 */
export async function linkAwaited(database: EntityManager): Promise<number> {
  const rows = await database.query<unknown[]>(`
    with arrived as (
      delete from awaited_reference a using commitment c
      where c.code = a.to_code and c.id <> a.from_id
      returning a.*, c.id as to_id
    )
    insert into cross_reference (from_id, to_id, kind, state, quote_en, quote_fr, deliverable_id, period_id)
    select from_id, to_id, kind, state, quote_en, quote_fr, deliverable_id, period_id from arrived
    on conflict do nothing
    returning id`);
  return rows.length;
}
