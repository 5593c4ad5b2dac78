import { GraphQLError } from 'graphql';

/**
 * Every `extensions.code` that an error of the hub can have, and what it means: those that the hub gives itself and
 * those of the libraries it is made of. With a `status` it is given before a request reaches GraphQL, as the body of
 * an answer with this status.
 */
export const errorCodes = {
  UNAUTHENTICATED: {
    meaning:
      'nobody is asking: there is no token, or it is expired, foreign or malformed; the message says which',
    status: 401,
  },
  FORBIDDEN: { meaning: 'whoever asks may not do this; the message says who may' },
  BUSY: {
    meaning:
      'others are writing to the same commitments, or too many write at once; try again, with the same key',
  },
  BAD_USER_INPUT: { meaning: 'an argument or variable has a value that is not accepted' },
  INVALID_CURSOR: { meaning: 'a cursor is malformed, or belongs to another list or order' },
  PAGE_SIZE_OUT_OF_RANGE: { meaning: '`first` or `last` is not from 0 to 100, or both are given' },
  QUERY_TOO_LARGE: {
    meaning: 'the answer could hold more than 50,000 objects, or the query is more than 25 levels deep',
  },
  GRAPHQL_PARSE_FAILED: { meaning: 'the document is not GraphQL, or has more than 4,000 tokens' },
  GRAPHQL_VALIDATION_FAILED: { meaning: 'the document does not fit the schema' },
  OPERATION_RESOLUTION_FAILURE: {
    meaning: '`operationName` names no operation of the document, or is needed',
  },
  PERSISTED_QUERY_NOT_FOUND: { meaning: 'the query of this hash is not known; send it whole' },
  PERSISTED_QUERY_NOT_SUPPORTED: { meaning: 'queries cannot be sent as hashes; send them whole' },
  BAD_REQUEST: { meaning: 'the request itself is malformed', status: 400 },
  NOT_FOUND: { meaning: 'there is nothing at this address', status: 404 },
  METHOD_NOT_ALLOWED: { meaning: 'the address does not take this method', status: 405 },
  REQUEST_TIMEOUT: { meaning: 'the request arrives too slowly', status: 408 },
  PAYLOAD_TOO_LARGE: { meaning: 'the body is larger than is accepted from this caller', status: 413 },
  UNSUPPORTED_MEDIA_TYPE: { meaning: 'the body is not `application/json`', status: 415 },
  HEADERS_TOO_LARGE: { meaning: 'the headers and the address are too large', status: 431 },
  INTERNAL_SERVER_ERROR: {
    meaning: 'a fault of the hub; `extensions.id` finds it in the hub’s log',
    status: 500,
  },
} as const satisfies Readonly<Record<string, ErrorMeaning>>;

interface ErrorMeaning {
  /** Half a sentence, as tables show it. */
  readonly meaning: string;
  readonly status?: number;
}

export type ErrorCode = keyof typeof errorCodes;

/**
 * Every `code` that an entry of a mutation's `userErrors` can have, and what it means. With any of them nothing was
 * saved.
 */
export const inputErrorCodes = {
  REQUIRED: 'a value is missing or empty',
  INVALID: 'a value has not the form that is accepted',
  TOO_LONG: 'a text has more characters than are accepted',
  TOO_MANY: 'a list has more items than are accepted',
  UNKNOWN: 'a code names nothing that the hub knows, or nothing that the caller may see',
  DUPLICATE: 'the same thing stands in the input twice, or is in the hub already',
  MISPLACED: 'a thing is named together with another one that it does not belong to',
  NOT_INVOLVED: 'the department neither leads nor supports the commitment or the deliverable',
  PERIOD_CLOSED: 'the reporting period takes no more reports',
  REASON_REQUIRED: 'a level goes down, so that a reason has to be given',
  WRONG_STATE: 'the thing is in a state in which this cannot be done',
  CONFLICT:
    'the version named is not the current one, which `currentVersion` tells, or a key for retries was used for something else',
} as const satisfies Readonly<Record<string, string>>;

export type InputErrorCode = keyof typeof inputErrorCodes;

/** A fault of the request, told to the caller with a stable code. */
export class RequestError extends GraphQLError {
  constructor(code: ErrorCode, message: string) {
    super(message, { extensions: { code } });
  }
}

/** A value as messages repeat it: quoted, and cut to 80 characters. */
export function quoted(value: unknown): string {
  const text = String(value);
  return `"${text.length > 80 ? `${text.slice(0, 80).toWellFormed()}…` : text}"`;
}
