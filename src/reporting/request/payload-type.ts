import { type ClassType, Ctx, Field, InterfaceType, ObjectType } from 'type-graphql';
import { feedCursor } from '../../changes/feed-cursor.js';
import type { GraphContext } from '../../graph/context.js';
import { byKey } from '../../graph/loading/rows.js';
import { Change } from '../../model/change.js';
import { UserError } from './user-error.js';
import type { Written } from './write.js';

@InterfaceType({ description: 'What the answers of all mutations have in common.' })
export abstract class MutationPayload {
  readonly #written: Written<unknown>;

  constructor(written: Written<unknown>) {
    this.#written = written;
  }

  @Field(() => [Change], {
    description:
      'What this appended to the feed, in order; empty: nothing changed, or nothing is published yet.',
  })
  async changes(@Ctx() { loading }: GraphContext): Promise<Change[]> {
    const changes = await loading.many(byKey(Change), this.#written.positions);
    return changes.filter((change) => change !== null);
  }

  @Field(() => String, {
    nullable: true,
    description: 'The position in the feed of its last change; null: it has none.',
  })
  get cursor(): string | null {
    const last = this.#written.positions.at(-1);
    return last === undefined ? null : feedCursor(last);
  }

  @Field(() => [UserError], {
    description: 'All that is wrong with the input. When there is any, nothing was saved.',
  })
  get userErrors(): readonly UserError[] {
    return this.#written.userErrors;
  }
}

/** Makes the payload type of a mutation that writes one thing, which stands in a field of its own. */
export function payloadType<Thing extends { readonly key: number }>(
  mutation: string,
  field: string,
  type: () => ClassType<Thing>,
  what: string,
) {
  @ObjectType(`${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Payload`, {
    implements: MutationPayload,
    description: `What \`${mutation}\` came to.`,
  })
  class ThingPayload extends MutationPayload {
    readonly #key: number | null;

    constructor(written: Written<number>) {
      super(written);
      this.#key = written.result;
    }

    @Field(type, { name: field, nullable: true, description: `${what}; null: nothing was saved.` })
    async thing(@Ctx() { loading }: GraphContext): Promise<Thing | null> {
      return this.#key === null ? null : loading.one(byKey(type() as new () => Thing), this.#key);
    }
  }

  return ThingPayload;
}
