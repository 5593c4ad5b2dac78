import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { measureQuery, usualListSize } from './query-size.js';
import { countRootFields } from './root-fields.js';

/**
 * Objects an answer may hold at the most. The largest example has 122 by this count, the query for the whole schema
 * 2,739, and a page of 100 commitments with everything that is reported on them 20,000.
 */
export const mostObjects = 50_000;

/** Levels of fields in a query at the most. The query by which GraphiQL reads the schema has 15. */
export const deepestQuery = 25;

/** Mutations of a request at the most; each is a transaction of its own. */
export const mostMutations = 10;

/** Refuses queries whose answers would take the hub's memory or time from everybody else, before they run. */
export const limitSize: ApolloServerPlugin<BaseContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operation, request }) => {
      // Without an operation of the name asked for, graphql-js refuses by itself.
      if (!operation) return;
      const fields = operation.operation === 'mutation' ? countRootFields(document, operation) : 0;
      if (fields > mostMutations) {
        throw refusal(
          `The request has ${fields} mutations; accepted: ${mostMutations} at the most. submitReports takes many reports at once.`,
        );
      }
      const { objects, depth } = measureQuery(schema, document, operation, request.variables ?? {});
      if (depth > deepestQuery) {
        throw refusal(`The query is ${depth} levels deep; accepted: ${deepestQuery} at the most.`);
      }
      if (objects > mostObjects) {
        const counted = `pages in full, other lists as ${usualListSize}`;
        throw refusal(
          `The answer could hold ${objects} objects (counting ${counted}); accepted: ${mostObjects} at the most. ` +
            'Ask for smaller pages, or for less on each thing.',
        );
      }
    },
  }),
};

function refusal(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'QUERY_TOO_LARGE', http: { status: 400 } } });
}
