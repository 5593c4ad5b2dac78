import sql, { raw, type Sql } from 'sql-template-tag';
import type { Batch, Loading } from '../loading/loading.js';
import { grouped, type Numbered } from '../loading/rows.js';
import type { Listing } from './listing.js';
import { countStatement, type Page, pageStatement, toPage } from './page.js';
import type { PageArgs } from './page-args.js';

/** Inside a listing made for {@link takePageOfEach}: the number of the row that the list hangs on. */
export const parentKey: Sql = raw('parent.id');

/**
 * Takes the page of a list that hangs on another row, such as a department's commitments. The same field of many
 * rows, asked for with the same arguments, takes one statement.
 * @param name names field and arguments; lists of the same name share a statement.
 */
export function takePageOfEach<Row extends Numbered>(
  loading: Loading,
  key: number,
  name: string,
  listing: Listing<Row>,
  args: PageArgs,
): Promise<Page<Row>> {
  const same = `${name} ${JSON.stringify(args)}`;
  const counts = loading.named(`count ${same}`, () => countOfEach(listing));
  const pages = loading.named(same, () => pageOfEach(listing, args, counts));
  return loading.one(pages, key);
}

function pageOfEach<Row extends Numbered>(
  listing: Listing<Row>,
  args: PageArgs,
  counts: Batch<number, number>,
): Batch<number, Page<Row>> {
  return async (loading, keys) => {
    const rows = await loading.query<{ parent_id: number }>(sql`
      select parent.id as parent_id, page.*
      from unnest(${keys}::int[]) parent (id)
        cross join lateral (
          select *, row_number() over () as listed_at from (${pageStatement(listing, args)}) listed
        ) page
      order by parent.id, listed_at`);
    return grouped(keys, rows, (row) => row.parent_id).map((own, at) =>
      toPage(loading, listing, args, own, () => loading.one(counts, keys[at] ?? 0)),
    );
  };
}

function countOfEach<Row extends Numbered>(listing: Listing<Row>): Batch<number, number> {
  return async (loading, keys) => {
    const rows = await loading.query<{ id: number; count: number }>(sql`
      select parent.id, counted.count
      from unnest(${keys}::int[]) parent (id) cross join lateral (${countStatement(listing)}) counted`);
    const found = new Map(rows.map((row) => [row.id, row.count]));
    return keys.map((key) => found.get(key) ?? 0);
  };
}
