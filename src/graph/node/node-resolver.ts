import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { RequestError } from '../../errors.js';
import { Node } from '../../model/node.js';
import type { GraphContext } from '../context.js';
import { findNode } from './find-node.js';

/** Ids fetched in one go at the most. */
const mostIds = 100;

@Resolver()
export class NodeResolver {
  @Query(() => Node, { nullable: true, description: 'Whatever has this id; null: there is nothing of it.' })
  node(
    @Arg('id', () => ID, { description: 'Global id, such as `Commitment:ca-2016-2018/19`.' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<Node | null> {
    return findNode(context, id);
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: 'Whatever has these ids, in their order; null where there is nothing of it.',
  })
  nodes(
    @Arg('ids', () => [ID], { description: `Global ids, ${mostIds} at the most.` }) ids: string[],
    @Ctx() context: GraphContext,
  ): Promise<(Node | null)[]> {
    if (ids.length > mostIds) {
      throw new RequestError(
        'BAD_USER_INPUT',
        `"ids" may hold ${mostIds} ids at the most, not ${ids.length}.`,
      );
    }
    return Promise.all(ids.map((id) => findNode(context, id)));
  }
}
