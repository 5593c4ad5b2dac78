import type { FastifyReply } from 'fastify';
import { type ErrorCode, errorCodes } from '../errors.js';

/** Codes of requests that are refused before they reach GraphQL. */
export type Refusal = {
  [Code in ErrorCode]: (typeof errorCodes)[Code] extends { readonly status: number } ? Code : never;
}[ErrorCode];

/** The media type of a refusal. */
export const refusalType = 'application/json; charset=utf-8';

/** Answers in the form of a GraphQL error, so that GraphQL clients show the message. */
export function refuse(reply: FastifyReply, code: Refusal, message: string): FastifyReply {
  return reply.code(errorCodes[code].status).type(refusalType).send(refusalBody(code, message));
}

/** The body of a refusal, for where there is no reply to send it with. */
export function refusalBody(code: Refusal, message: string): string {
  return JSON.stringify({ errors: [{ message, extensions: { code } }] });
}
