import type { FastifyReply } from 'fastify';

/** Codes of requests that are refused before they reach GraphQL, with their status. */
export const refusals = {
  BAD_REQUEST: 400,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  INTERNAL_SERVER_ERROR: 500,
  SHUTTING_DOWN: 503,
} as const;

export type Refusal = keyof typeof refusals;

/** Answers in the form of a GraphQL error, so that GraphQL clients show the message. */
export function refuse(reply: FastifyReply, code: Refusal, message: string): FastifyReply {
  return reply
    .code(refusals[code])
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ errors: [{ message, extensions: { code } }] }));
}
