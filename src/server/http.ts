import { fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import Negotiator from 'negotiator';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { GraphContext } from '../graph/context.js';
import { Loading } from '../graph/loading/loading.js';
import { createSchema } from '../graph/schema.js';
import { startApollo } from './apollo.js';
import { addGraphiqlAssets, sendGraphiql } from './graphiql/graphiql.js';
import { addHealth } from './health.js';
import { negotiateLanguage } from './negotiate-language.js';
import { type Refusal, refuse } from './refuse.js';

/** Bytes of a request's body at the most. */
export const largestBody = 256 * 1024;

/** How long a request may take to arrive, in ms. */
const arrivalTimeout = 15_000;

/** Puts the hub's endpoints on an HTTP server, which the caller makes listen. Closing it ends Apollo Server too. */
export async function createHttp(database: DataSource, log: Logger): Promise<FastifyInstance> {
  const apollo = await startApollo(createSchema(), log);
  const http = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: largestBody,
    requestTimeout: arrivalTimeout,
    // Waits for requests in flight; connections with none are closed at once.
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
  });
  http.addHook('onClose', () => apollo.stop());
  http.setErrorHandler(answerError);
  http.setNotFoundHandler((request, reply) =>
    refuse(reply, 'NOT_FOUND', `There is nothing at ${request.url.slice(0, 200)}; the graph is at /graphql.`),
  );

  const handle = fastifyApolloHandler(apollo, {
    context: async (request): Promise<GraphContext> => ({
      language: negotiateLanguage(request.headers['accept-language']),
      loading: new Loading(database.manager),
    }),
  });
  const graphql = (request: FastifyRequest, reply: FastifyReply) => {
    void reply.header('vary', 'Accept, Accept-Language');
    return handle.call(http, request, reply);
  };
  http.post('/graphql', graphql);
  http.get('/graphql', (request, reply) =>
    wantsPage(request) ? sendGraphiql(reply) : graphql(request, reply),
  );
  http.route({
    method: ['PUT', 'PATCH', 'DELETE'],
    url: '/graphql',
    handler: (_request, reply) =>
      refuse(reply.header('allow', 'GET, POST'), 'METHOD_NOT_ALLOWED', 'Use POST or GET for /graphql.'),
  });
  http.get('/', (_request, reply) => reply.redirect('/graphql'));
  addGraphiqlAssets(http);
  addHealth(http, database);
  return http;
}

/** Browsers that open the address want GraphiQL; a query in it is for the graph. */
function wantsPage(request: FastifyRequest): boolean {
  const accepted = new Negotiator(request.raw).mediaType([
    'application/json',
    'application/graphql-response+json',
    'text/html',
  ]);
  return accepted === 'text/html';
}

const refusalOf: Readonly<Record<string, Refusal>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'PAYLOAD_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'UNSUPPORTED_MEDIA_TYPE',
  // A Host header that is no host.
  ERR_INVALID_URL: 'BAD_REQUEST',
};

const messageOf: Partial<Record<Refusal, string>> = {
  PAYLOAD_TOO_LARGE: `The body of a request may have ${largestBody} bytes at the most.`,
  UNSUPPORTED_MEDIA_TYPE: 'Send the request as Content-Type: application/json.',
  INTERNAL_SERVER_ERROR: 'The hub failed to answer this.',
};

function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const isRequestFault = error.statusCode !== undefined && error.statusCode < 500;
  const code = refusalOf[error.code] ?? (isRequestFault ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR');
  if (code === 'INTERNAL_SERVER_ERROR') request.log.error({ err: error }, 'a request failed');
  return refuse(reply, code, messageOf[code] ?? error.message);
}
