import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, getMetadataStorage, type NonEmptyArray } from 'type-graphql';
import { type ResolverClass, readingResolvers } from '../graph/reading-resolvers.js';
import { writingResolvers } from '../reporting/writing-resolvers.js';

/** Builds the hub's schema. Arguments are checked by their scalars and by the lists and rules they go to. */
export function createSchema(): GraphQLSchema {
  // Decorators of parameters run from the last to the first; clients should see arguments as they are written.
  getMetadataStorage().params.sort((one, other) => one.index - other.index);
  const resolvers = [...readingResolvers, ...writingResolvers] as unknown as NonEmptyArray<ResolverClass>;
  const schema = buildSchemaSync({ resolvers, validate: false });
  // TypeGraphQL makes the root types itself and has no place to describe them.
  const query = schema.getQueryType();
  if (query) query.description = 'Everything that can be read. Nobody needs to say who is asking.';
  const mutation = schema.getMutationType();
  if (mutation) {
    mutation.description =
      'Everything that can be written. Needs a token; each takes one `input`, tells all that is wrong with it at once ' +
      'in `userErrors`, and then saves nothing.';
  }
  return schema;
}
