import type { TestHub } from '../setup/hub.js';

/** The arguments of one page. */
export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** A connection as {@link askPage} selects it. */
export interface PageFound {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** A list of the graph: the field, inside what, and with which arguments beside those of the page. */
export interface PagedList {
  readonly field: string;
  /** Such as `plan(code: "ca-2016-2018")`; absent: the list stands at the top. */
  readonly inside?: string;
  readonly args?: string;
  /** What identifies a node of it; default `id`. */
  readonly node?: string;
  /** Whether it goes forward only. */
  readonly forwardOnly?: boolean;
}

/** The document that asks for a page of a list. */
export function pageDocument({
  field,
  inside,
  args = '',
  node = 'id',
  forwardOnly = false,
}: PagedList): string {
  const page = forwardOnly
    ? 'first: $first, after: $after'
    : 'first: $first, after: $after, last: $last, before: $before';
  const variables = forwardOnly
    ? '$first: Int, $after: String'
    : '$first: Int, $after: String, $last: Int, $before: String';
  const list = `list: ${field}(${args} ${page}) {
    totalCount
    edges { cursor node { ${node} } }
    nodes { ${node} }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }`;
  return `query (${variables}) { ${inside === undefined ? list : `parent: ${inside} { ${list} }`} }`;
}

/** Asks for a page of a list. */
export async function askPage(
  hub: TestHub,
  list: PagedList,
  page: PageArguments,
  headers: Record<string, string> = {},
): Promise<PageFound> {
  const data = await hub.query(pageDocument(list), page, headers);
  return data.list ?? data.parent.list;
}

/** Pages walked at the most: a list that never ends must fail, not hang. */
const mostPages = 200;

/** All pages of a list, one after the other: forward from its start, or backward from its end. */
export async function everyPage(
  hub: TestHub,
  list: PagedList,
  size: number,
  way: 'forward' | 'backward',
): Promise<readonly PageFound[]> {
  const pages: PageFound[] = [];
  let more = true;
  while (more) {
    const { startCursor, endCursor } = pages.at(-1)?.pageInfo ?? { startCursor: null, endCursor: null };
    const found = await askPage(
      hub,
      list,
      way === 'forward' ? { first: size, after: endCursor } : { last: size, before: startCursor },
    );
    pages.push(found);
    if (pages.length > mostPages) throw new Error(`the list ${list.field} does not end`);
    more = way === 'forward' ? found.pageInfo.hasNextPage : found.pageInfo.hasPreviousPage;
  }
  return pages;
}

/** What stands on a page. */
export function nodesOf({ edges }: PageFound): string[] {
  return edges.map(({ node }) => JSON.stringify(node));
}
