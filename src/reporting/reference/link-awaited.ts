import type { Writing } from '../writing.js';
import { type RecordedReference, recordReference } from './record-reference.js';

/** Turns references that waited for a commitment into cross-references, now that it is there. */
export async function linkAwaited(writing: Writing): Promise<void> {
  const linked = await writing.database.query<(RecordedReference & { readonly planKey: number })[]>(`
    with arrived as (
      delete from awaited_reference a using commitment c
      where c.code = a.to_code and c.id <> a.from_id
      returning a.*, c.id as to_id
    ), linked as (
      insert into cross_reference (from_id, to_id, kind, state, quote_en, quote_fr, deliverable_id, period_id)
      select from_id, to_id, kind, state, quote_en, quote_fr, deliverable_id, period_id from arrived order by id
      on conflict do nothing
      returning *
    )
    select l.id as key, l.from_id as "fromKey", l.state, l.deliverable_id as "deliverableKey",
      l.period_id as "periodKey", c.plan_id as "planKey"
    from linked l join commitment c on c.id = l.from_id
    order by l.id`);
  if (linked.length > 0) writing.outcome.count('references', { created: linked.length });
  for (const { planKey, ...reference } of linked) recordReference(writing, reference, { planKey });
}
