import { fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Authenticator } from '../access/authenticator.js';
import type { GraphContext } from '../graph/context.js';
import { Loading } from '../graph/loading/loading.js';
import { answerBrokenRequest, answerFault } from './answer-fault.js';
import { startApollo } from './apollo.js';
import { largestBody, largestBodyWithToken, limitBody } from './body-limit.js';
import { addGraphiqlAssets, sendGraphiql } from './graphiql/graphiql.js';
import { addHealth } from './health.js';
import { wantsPage } from './media-type.js';
import { negotiateLanguage } from './negotiate-language.js';
import { refuse } from './refuse.js';
import { authenticateRequests, callerOf, keepFromCaches } from './request-caller.js';
import { createSchema } from './schema.js';

/** How long a request may take to arrive, in ms. */
const arrivalTimeout = 15_000;

const methods = 'GET, POST';

/**
 * Puts the hub's endpoints on an HTTP server, which the caller makes listen. Closing it ends Apollo Server too.
 */
export async function createHttp(
  database: DataSource,
  log: Logger,
  authenticator: Authenticator,
): Promise<FastifyInstance> {
  const apollo = await startApollo(createSchema(), log);
  const http = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: largestBody,
    requestTimeout: arrivalTimeout,
    // Waits for requests in flight; connections with none are closed at once.
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    // Node's own answer to a request without a Host header has no body.
    http: { requireHostHeader: false },
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: answerFault,
    clientErrorHandler: answerBrokenRequest,
  });
  http.addHook('onClose', () => apollo.stop());
  http.setErrorHandler(answerFault);
  http.setNotFoundHandler(answerUnknown);
  http.removeContentTypeParser('text/plain');
  leaveNoneOpen(http);

  const handle = fastifyApolloHandler(apollo, {
    context: async (request): Promise<GraphContext> => ({
      caller: callerOf(request),
      language: negotiateLanguage(request.headers['accept-language']),
      loading: new Loading(database.manager),
    }),
  });
  const graphql = (request: FastifyRequest, reply: FastifyReply) => {
    void reply.header('vary', 'Accept, Accept-Language, Authorization');
    return handle.call(http, request, reply);
  };
  const asking = {
    onRequest: authenticateRequests(authenticator, database.manager),
    onSend: keepFromCaches,
  };
  http.post('/graphql', { ...asking, preParsing: limitBody, bodyLimit: largestBodyWithToken }, graphql);
  http.get('/graphql', { ...asking, exposeHeadRoute: false }, (request, reply) =>
    wantsPage(request.headers.accept) ? sendGraphiql(reply) : graphql(request, reply),
  );
  http.options('/graphql', (_request, reply) => reply.code(204).header('allow', methods).send());
  http.get('/', (_request, reply) => reply.redirect('/graphql'));
  addGraphiqlAssets(http);
  addHealth(http, database);
  return http;
}

/** Whatever no route takes: an address of nothing, or the graph's with a method it does not know. */
function answerUnknown(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const [path] = request.url.split('?');
  if (path === '/graphql') {
    return refuse(reply.header('allow', methods), 'METHOD_NOT_ALLOWED', 'Use GET or POST for /graphql.');
  }
  const shown = request.url.slice(0, 200);
  return refuse(reply, 'NOT_FOUND', `There is nothing at ${shown}; the graph is at /graphql.`);
}

/** Tells clients that are answered while the server closes not to keep their connections, which it would wait for. */
function leaveNoneOpen(http: FastifyInstance): void {
  let closing = false;
  http.addHook('preClose', async () => {
    closing = true;
  });
  http.addHook('onSend', async (_request, reply) => {
    if (closing) void reply.header('connection', 'close');
  });
}
