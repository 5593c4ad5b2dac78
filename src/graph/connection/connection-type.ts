import { type ClassType, Field, Int, ObjectType } from 'type-graphql';
import type { Page } from './page.js';

@ObjectType({ description: 'Where a page lies within its list.' })
class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follows after `endCursor`.' })
  readonly hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether more lies before `startCursor`.' })
  readonly hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first edge; null on an empty page.' })
  readonly startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last edge; null on an empty page.' })
  readonly endCursor!: string | null;
}

/** Makes the Relay connection of a type: `NameConnection` with `NameEdge`. Make one per type, and share it. */
export function connectionType<Thing extends object>(name: string, node: ClassType<Thing>, things: string) {
  @ObjectType(`${name}Edge`, { description: `One of the ${things} of a page, with its cursor.` })
  class Edge {
    @Field(() => node, { description: 'The thing itself.' })
    readonly node!: Thing;

    @Field(() => String, { description: 'Opaque place in the list, for `after` and `before`.' })
    readonly cursor!: string;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${things}.` })
  class Connection {
    readonly #page: Page<Thing>;

    constructor(page: Page<Thing>) {
      this.#page = page;
    }

    @Field(() => [Edge], { description: `The ${things} of this page with their cursors.` })
    get edges(): readonly Edge[] {
      return this.#page.edges;
    }

    @Field(() => [node], { description: `The ${things} of this page; for those who need no cursors.` })
    get nodes(): readonly Thing[] {
      return this.#page.edges.map((edge) => edge.node);
    }

    @Field(() => PageInfo, { description: 'Where this page lies in the list.' })
    get pageInfo(): PageInfo {
      const { edges, hasNextPage, hasPreviousPage } = this.#page;
      return {
        hasNextPage,
        hasPreviousPage,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      };
    }

    @Field(() => Int, { description: `How many ${things} the whole list has. Counted only when asked for.` })
    totalCount(): Promise<number> {
      return this.#page.count();
    }
  }

  return Connection;
}
