import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { GraphContext } from '../graph/context.js';
import { formatErrors } from './format-error.js';
import { legacyStatus } from './legacy-status.js';
import { limitSize } from './limit-size.js';
import { storableText } from './storable-text.js';

/** Tokens a document may have; parsing stops there. The hub's own largest example has under 300. */
const mostTokens = 4_000;

/** Puts the schema behind Apollo Server and starts it. */
export async function startApollo(schema: GraphQLSchema, log: Logger): Promise<ApolloServer<GraphContext>> {
  const apollo = new ApolloServer<GraphContext>({
    schema,
    introspection: true,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    formatError: formatErrors(log),
    parseOptions: { maxTokens: mostTokens },
    // The hub has its own page and its own signal handling.
    plugins: [storableText, limitSize, legacyStatus, ApolloServerPluginLandingPageDisabled()],
    stopOnTerminationSignals: false,
    logger: log,
  });
  await apollo.start();
  return apollo;
}
