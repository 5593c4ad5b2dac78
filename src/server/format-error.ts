import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';

/** Codes of faults in the request, given by the hub or by Apollo Server; their messages were written for callers. */
const told: ReadonlySet<unknown> = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'INVALID_CURSOR',
  'OPERATION_RESOLUTION_FAILURE',
  'PAGE_SIZE_OUT_OF_RANGE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/**
 * Makes what callers see of errors. A fault of the request is told as it is. Anything else is a fault of the hub:
 * the log gets all of it, the caller only an id to find it by.
 */
export function formatErrors(log: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { message, locations, path, extensions } = formatted;
    const place = { ...(locations && { locations }), ...(path && { path }) };
    if (told.has(extensions?.['code'])) {
      return { message, ...place, extensions: { code: extensions?.['code'] } };
    }
    const id = randomUUID();
    const cause = error instanceof GraphQLError ? unwrapResolverError(error) : error;
    log.error({ err: cause, errorId: id, path }, 'a request failed');
    return {
      message: `The hub failed to answer this; the fault is recorded as ${id}.`,
      ...place,
      extensions: { code: 'INTERNAL_SERVER_ERROR', id },
    };
  };
}
