import { maxHeaderSize, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { errorCodes } from '../errors.js';
import { type Refusal, refusalBody, refusalType, refuse } from './refuse.js';

/** Bytes of a request's body at the most. */
export const largestBody = 256 * 1024;

interface Explained {
  readonly refusal: Refusal;
  readonly message: string;
}

/** What Fastify and the Apollo integration throw before a request reaches GraphQL, as callers are told of it. */
const explanations: Readonly<Record<string, Explained>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    refusal: 'PAYLOAD_TOO_LARGE',
    message: `The body of a request may have ${largestBody} bytes at the most.`,
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    refusal: 'UNSUPPORTED_MEDIA_TYPE',
    message: 'Send the request as Content-Type: application/json.',
  },
  FST_ERR_CTP_INVALID_JSON_BODY: {
    refusal: 'BAD_REQUEST',
    message: 'The body must be JSON, without keys called "__proto__" or "constructor".',
  },
  FST_ERR_CTP_EMPTY_JSON_BODY: {
    refusal: 'BAD_REQUEST',
    message: 'The body is empty; send JSON such as {"query":"{ __typename }"}.',
  },
  // The Apollo integration makes an address of the Host header and the path.
  ERR_INVALID_URL: {
    refusal: 'BAD_REQUEST',
    message: 'The Host header must be a host name or an IP address.',
  },
};

/** Answers a request that failed outside GraphQL: by its own fault, told as it is, or by one of the hub, kept back. */
export function answerFault(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const explained = explanations[error.code];
  if (explained !== undefined) return refuse(reply, explained.refusal, explained.message);
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return refuse(reply, 'BAD_REQUEST', error.message);
  }
  request.log.error({ err: error }, 'a request failed');
  return refuse(reply, 'INTERNAL_SERVER_ERROR', 'The hub failed to answer this.');
}

/** Faults of HTTP itself, by the codes of Node's parser; every other one is a bad request. */
const brokenRequests: Readonly<Record<string, Explained>> = {
  HPE_HEADER_OVERFLOW: {
    refusal: 'HEADERS_TOO_LARGE',
    message: `The headers and the address may have ${maxHeaderSize} bytes together; send long queries by POST.`,
  },
  ERR_HTTP_REQUEST_TIMEOUT: { refusal: 'REQUEST_TIMEOUT', message: 'The request took too long to arrive.' },
};

/** Answers what is no readable HTTP request, and so never becomes one, and ends the connection. */
export function answerBrokenRequest(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const { refusal, message } = brokenRequests[error.code ?? ''] ?? {
    refusal: 'BAD_REQUEST',
    message: 'This is not a request of HTTP/1.1.',
  };
  const { status } = errorCodes[refusal];
  const body = refusalBody(refusal, message);
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Type: ${refusalType}\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
