import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';
import type { Authenticator } from '../access/authenticator.js';
import { anonymous, type Caller } from '../access/caller.js';

const callers = new WeakMap<FastifyRequest, Caller>();

/** Who sent a request. Nobody, unless {@link authenticateRequests} has found out otherwise. */
export function callerOf(request: FastifyRequest): Caller {
  return callers.get(request) ?? anonymous;
}

/** Makes the `onRequest` hook of routes that need to know who is asking, before any of the body is read. */
export function authenticateRequests(authenticator: Authenticator, database: EntityManager) {
  return async (request: FastifyRequest): Promise<void> => {
    callers.set(request, await authenticator.authenticate(request.headers.authorization, database));
  };
}

/** An `onSend` hook: what is answered to somebody is for nobody else, and no cache on the way may keep it. */
export async function keepFromCaches(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (request.headers.authorization !== undefined) void reply.header('cache-control', 'private, no-store');
}
