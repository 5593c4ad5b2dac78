import { Command } from 'commander';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { createAuthenticator } from '../access/authenticator.js';
import { type Config, readConfig } from '../config.js';
import { migrate } from '../database/migrate.js';
import { type OpenDatabase, openDatabase } from '../database/open-database.js';
import { loadSampleOnce } from '../importing/sample.js';
import { createHttp } from '../server/http.js';
import { listenForStop } from './stop-signal.js';

/** How long requests in flight may take once the hub is told to stop, in ms. */
const drainTimeout = 10_000;

/** The hub cannot start for a reason outside it; the message is one line. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

export function serveCommand(): Command {
  return new Command('serve').description('serve the graph until Ctrl-C or SIGTERM').action(serve);
}

async function serve(): Promise<void> {
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel }, pino.destination({ fd: 2, sync: true }));
  const { asked, urged } = listenForStop();
  const database = await openDatabase(config);
  try {
    if (asked.aborted) return;
    await migrate(database.dataSource);
    await loadSampleOnce(database.dataSource);
    if (asked.aborted) return;
    const authenticator = await createAuthenticator(config, log);
    const http = await createHttp(database.dataSource, log, authenticator);
    const address = await http.listen({ port: config.port, host: config.host }).catch(explain(config));
    welcome(address, database);
    await aborted(asked);
    log.info('stopping');
    await drain(http, urged);
  } finally {
    await database.close();
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Takes no more requests and waits for those in flight, but not for ever, and not when told again. */
async function drain(http: FastifyInstance, urged: AbortSignal): Promise<void> {
  const drop = (why: string) => {
    http.log.warn(`${why}: dropping the requests in flight`);
    http.server.closeAllConnections();
  };
  const deadline = setTimeout(drop, drainTimeout, 'waited long enough');
  urged.addEventListener('abort', () => drop('told again to stop'));
  await http.close();
  clearTimeout(deadline);
}

function explain({ port, host }: Config) {
  return (error: NodeJS.ErrnoException): never => {
    if (error.code === 'EADDRINUSE') {
      throw new StartError(`port ${port} of ${host} is taken; stop what uses it, or set PORT to another one`);
    }
    throw new StartError(`cannot listen on port ${port} of ${host}: ${error.message}`);
  };
}

function welcome(address: string, { place }: OpenDatabase): void {
  console.log(`
The commitment hub is ready at ${address}/graphql (open it in a browser for GraphiQL).

Try:  curl ${address}/graphql -H 'content-type: application/json' -d '{"query":"{ commitment(code: \\"ca-2016-2018/19\\") { title leads { name } deliverables { position completion } } }"}'

Data: ${place}
Stop: Ctrl-C
`);
}
