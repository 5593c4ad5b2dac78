import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { ObjectLiteral } from 'typeorm';
import { type PlaceType, readCursor, writeCursor } from '../../cursor.js';
import { hydrate } from '../loading/hydrate.js';
import type { Loading } from '../loading/loading.js';
import { keepRows, type Numbered } from '../loading/rows.js';
import type { Listing } from './listing.js';
import { type PageArgs, pageSize } from './page-args.js';

/** A page of a list, before the graph shows it as a connection. */
export interface Page<Row> {
  readonly edges: readonly { readonly node: Row; readonly cursor: string }[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** Counts the whole list; a statement of its own, so only called when asked for. */
  readonly count: () => Promise<number>;
}

/** Takes one page of a list. */
export async function takePage<Row extends Numbered>(
  loading: Loading,
  listing: Listing<Row>,
  args: PageArgs,
): Promise<Page<Row>> {
  const rows = await loading.query<ObjectLiteral>(pageStatement(listing, args));
  return toPage(loading, listing, args, rows, async () => {
    const [counted] = await loading.query<{ count: number }>(countStatement(listing));
    return counted?.count ?? 0;
  });
}

/** The statement of one page, with one row more than asked for: it tells whether there is another page. */
export function pageStatement<Row extends Numbered>(listing: Listing<Row>, args: PageArgs): Sql {
  const { size, backward } = pageSize(args);
  const types = listing.order.map(({ type }) => type);
  const [after, before] = [args.after, args.before].map((cursor) =>
    cursor == null ? null : readCursor(cursor, listing.orderName, types),
  );
  const columns = join(listing.order.map((column) => column.sql));
  const [later, sooner] = listing.descending ? [raw('<'), raw('>')] : [raw('>'), raw('<')];
  const tuple = (place: readonly (string | number)[]) =>
    join(place.map((value, at) => sql`${value}::${raw(postgresType(types[at]))}`));
  const conditions = [
    ...listing.where,
    ...(after ? [sql`(${columns}) ${later} (${tuple(after)})`] : []),
    ...(before ? [sql`(${columns}) ${sooner} (${tuple(before)})`] : []),
  ];
  const direction = raw(Boolean(listing.descending) === backward ? 'asc' : 'desc');
  const order = join(listing.order.map((column) => sql`${column.sql} ${direction}`));
  return sql`select ${raw(listing.alias)}.* from ${listing.from} ${whereAll(conditions)}
    order by ${order} limit ${size + 1}`;
}

/** The statement that counts the whole list. */
export function countStatement<Row extends Numbered>(listing: Listing<Row>): Sql {
  return sql`select count(*)::int as count from ${listing.from} ${whereAll(listing.where)}`;
}

/** Makes a page of the rows that {@link pageStatement} found. */
export function toPage<Row extends Numbered>(
  loading: Loading,
  listing: Listing<Row>,
  args: PageArgs,
  found: readonly ObjectLiteral[],
  count: () => Promise<number>,
): Page<Row> {
  const { size, backward } = pageSize(args);
  const rows = hydrate(loading.database, listing.entity, found.slice(0, size));
  keepRows(loading, listing.entity, rows);
  if (backward) rows.reverse();
  const more = found.length > size;
  return {
    edges: rows.map((node) => ({
      node,
      cursor: writeCursor(
        listing.orderName,
        listing.order.map((column) => column.of(node)),
      ),
    })),
    hasNextPage: backward ? args.before != null : more,
    hasPreviousPage: backward ? more : args.after != null,
    count,
  };
}

function whereAll(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? sql`` : sql`where ${join([...conditions], ' and ')}`;
}

function postgresType(type: PlaceType | undefined): string {
  return type ?? 'text';
}
