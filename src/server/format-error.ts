import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { errorCodes } from '../errors.js';

/** Every code but that of the hub's own faults is told: those messages were written for callers. */
function isTold(code: unknown): boolean {
  return typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR' && Object.hasOwn(errorCodes, code);
}

/** Messages of others that say nothing to callers, and what they mean. */
const clearer: Readonly<Record<string, string>> = {
  // V8's, when graphql-js parses brackets within brackets.
  'Maximum call stack size exceeded': 'Syntax Error: The document is nested too deeply.',
  // graphql-js's, when it has compared fields of the same name too often.
  'Validation aborted.': 'The document names the same fields too often to be checked; name each once.',
};

/** What graphql-js says when it gives up on the variables of a request. */
const tooManyFaults = 'Too many errors processing variables, error limit reached. Execution aborted.';

/** Characters of a message at the most; graphql-js repeats the values it refuses. */
const longestMessage = 500;

/**
 * Makes what callers see of errors. A fault of the request is told as it is. Anything else is a fault of the hub:
 * the log gets all of it, the caller only an id to find it by.
 */
export function formatErrors(log: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { locations, path } = formatted;
    const place = { ...(locations && { locations }), ...(path && { path }) };
    const code = errorCode(error);
    if (isTold(code)) return { message: shown(formatted.message), ...place, extensions: { code } };
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

/** The code of an error, also for those that come without one. */
export function errorCode(error: unknown): unknown {
  if (!(error instanceof GraphQLError)) return undefined;
  const { code, http } = error.extensions as { code?: unknown; http?: { readonly status?: number } };
  if (code !== undefined) return code;
  // Apollo Server refuses persisted queries with a status alone, and graphql-js has no codes of its own.
  if (http?.status !== undefined && http.status < 500) return 'BAD_REQUEST';
  return error.message === tooManyFaults ? 'BAD_USER_INPUT' : undefined;
}

function shown(message: string): string {
  const clear = clearer[message] ?? message;
  return clear.length > longestMessage ? `${clear.slice(0, longestMessage)}…` : clear;
}
