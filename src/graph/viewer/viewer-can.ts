import { type ClassType, Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import type { Action } from '../../access/policy.js';
import type { GraphContext } from '../context.js';

/** Whether the viewer may do something with a thing as it is now. */
export interface Permission<Thing> {
  readonly description: string;
  readonly holds: (action: Action, thing: Thing, context: GraphContext) => boolean | Promise<boolean>;
}

/** What can be done with a thing, by the mutation that does it. */
export type Permissions<Thing> = Readonly<Partial<Record<Action, Permission<Thing>>>>;

/**
 * Gives a type the field `viewerCan`: the type `NamePermissions` with a boolean for each mutation. Each is worked out
 * only when it is asked for.
 * @returns the resolvers of the field.
 */
export function viewerCan<Thing extends object>(type: ClassType<Thing>, permissions: Permissions<Thing>) {
  @ObjectType(`${type.name}Permissions`, {
    description:
      'What the viewer may do with it as it is now, each named after its mutation; without a token, nothing. The ' +
      'mutation checks again, and what its input says too.',
  })
  class ThingPermissions {
    readonly #thing: Thing;

    constructor(thing: Thing) {
      this.#thing = thing;
    }

    holds({ holds }: Permission<Thing>, action: Action, context: GraphContext): boolean | Promise<boolean> {
      return holds(action, this.#thing, context);
    }
  }

  for (const [name, permission] of Object.entries(permissions)) {
    const action = name as Action;
    const { prototype } = ThingPermissions;
    const method = {
      value(this: ThingPermissions, context: GraphContext) {
        return this.holds(permission, action, context);
      },
    };
    Object.defineProperty(prototype, action, method);
    Ctx()(prototype, action, 0);
    Field(() => Boolean, { description: permission.description })(prototype, action, method);
  }

  @Resolver(() => type)
  class ViewerCanResolver {
    @FieldResolver(() => ThingPermissions, {
      description: 'What the viewer may do with it as it is now, so that a front end can leave out the rest.',
    })
    viewerCan(@Root() thing: Thing): ThingPermissions {
      return new ThingPermissions(thing);
    }
  }

  return ViewerCanResolver;
}
