import { maxHeaderSize, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { KeysUnavailableError } from '../access/keys-unavailable.js';
import { errorCodes, RequestError } from '../errors.js';
import { bodyLimitOf, largestBodyWithToken } from './body-limit.js';
import { type Refusal, refusalBody, refusalType, refuse } from './refuse.js';

interface Explained {
  readonly refusal: Refusal;
  readonly message: string;
}

/** What Fastify and the Apollo integration throw before a request reaches GraphQL, as callers are told of it. */
const explanations: Readonly<Record<string, Explained>> = {
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
  if (error instanceof RequestError) return refuseCaller(error, reply);
  if (error instanceof KeysUnavailableError) {
    request.log.error({ err: error }, 'a token could not be checked');
    const message = 'The hub cannot check tokens at the moment; try again later, or ask without one.';
    return reply.code(error.statusCode).type(refusalType).send(refusalBody('INTERNAL_SERVER_ERROR', message));
  }
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return refuse(reply, 'PAYLOAD_TOO_LARGE', tooLarge(bodyLimitOf(request)));
  }
  const explained = explanations[error.code];
  if (explained !== undefined) return refuse(reply, explained.refusal, explained.message);
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return refuse(reply, 'BAD_REQUEST', error.message);
  }
  request.log.error({ err: error }, 'a request failed');
  return refuse(reply, 'INTERNAL_SERVER_ERROR', 'The hub failed to answer this.');
}

/** Answers whoever could not be told to be the one they say, with the challenge of RFC 6750. */
function refuseCaller(error: RequestError, reply: FastifyReply): FastifyReply {
  const challenged = reply.header('www-authenticate', 'Bearer error="invalid_token"');
  return refuse(challenged, 'UNAUTHENTICATED', error.message);
}

function tooLarge(limit: number): string {
  const more = limit < largestBodyWithToken ? `; with a token, ${largestBodyWithToken}` : '';
  return `The body of a request may have ${limit} bytes at the most${more}.`;
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
