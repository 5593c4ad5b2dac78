import type { FastifyReply } from 'fastify';

/** Codes of requests that are refused before they reach GraphQL, with their status. */
export const refusals = {
  BAD_REQUEST: 400,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  REQUEST_TIMEOUT: 408,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  HEADERS_TOO_LARGE: 431,
  INTERNAL_SERVER_ERROR: 500,
} as const;

export type Refusal = keyof typeof refusals;

/** The media type of a refusal. */
export const refusalType = 'application/json; charset=utf-8';

/** Answers in the form of a GraphQL error, so that GraphQL clients show the message. */
export function refuse(reply: FastifyReply, code: Refusal, message: string): FastifyReply {
  return reply.code(refusals[code]).type(refusalType).send(refusalBody(code, message));
}

/** The body of a refusal, for where there is no reply to send it with. */
export function refusalBody(code: Refusal, message: string): string {
  return JSON.stringify({ errors: [{ message, extensions: { code } }] });
}
