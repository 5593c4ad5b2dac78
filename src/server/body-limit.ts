import { Transform } from 'node:stream';
import { errorCodes, type FastifyRequest, type preParsingHookHandler, type RequestPayload } from 'fastify';
import { callerOf } from './request-caller.js';

/** Bytes of a body at the most from nobody in particular. */
export const largestBody = 256 * 1024;

/** Bytes of a body at the most from whoever has a token: reports of a whole department at once. */
export const largestBodyWithToken = 20 * 1024 * 1024;

/** Bytes that the body of a request may have. */
export function bodyLimitOf(request: FastifyRequest): number {
  return callerOf(request).subject === null ? largestBody : largestBodyWithToken;
}

/**
 * Refuses a body over the caller's limit: at once when it says its length, else as soon as that much has arrived.
 * The route's own limit must be the larger one.
 */
export const limitBody: preParsingHookHandler = (request, reply, payload, done) => {
  const limit = bodyLimitOf(request);
  if (Number(request.headers['content-length']) > limit) {
    // The rest of the body would have to be read before the connection serves again.
    void reply.header('connection', 'close');
    done(tooLarge());
  } else {
    done(null, limit < largestBodyWithToken ? counted(payload, limit) : payload);
  }
};

function counted(payload: RequestPayload, limit: number): RequestPayload {
  let length = 0;
  const counter = new Transform({
    transform(part: Buffer, _encoding, next) {
      length += part.length;
      next(length > limit ? tooLarge() : null, part);
    },
  });
  payload.on('error', (error) => counter.destroy(error));
  return payload.pipe(counter);
}

function tooLarge(): Error {
  return new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE();
}
