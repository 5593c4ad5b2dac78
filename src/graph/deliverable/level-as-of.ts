import sql from 'sql-template-tag';
import type { CompletionLevel } from '../../model/completion-level.js';
import type { Batch, Loading } from '../loading/loading.js';

/** Loads the level that deliverables had at a moment, by the feed of changes; null: they were not reported. */
export function levelAsOf(loading: Loading, asOf: Date): Batch<number, CompletionLevel | null> {
  return loading.named(`level as of ${asOf.toISOString()}`, () => async (_loading, keys) => {
    const rows = await loading.query<{ deliverable_id: number; to_level: CompletionLevel | null }>(sql`
      select distinct on (deliverable_id) deliverable_id, to_level from change
      where kind = 'STATUS_CHANGED' and deliverable_id = any (${keys}::int[]) and at <= ${asOf}::timestamptz
      order by deliverable_id, id desc`);
    const found = new Map(rows.map((row) => [row.deliverable_id, row.to_level]));
    return keys.map((key) => found.get(key) ?? null);
  });
}
