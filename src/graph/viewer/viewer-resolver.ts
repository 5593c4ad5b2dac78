import { Ctx, Query, Resolver } from 'type-graphql';
import type { GraphContext } from '../context.js';
import { Viewer } from './viewer.js';

@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer, {
    nullable: true,
    description:
      'Who is asking. Null: nobody, since the request has no token. A token that is not accepted is refused ' +
      'with status 401 instead.',
  })
  viewer(@Ctx() { caller }: GraphContext): Viewer | null {
    return caller.subject === null ? null : new Viewer(caller, caller.subject);
  }
}
