import { Command } from 'commander';
import { pino } from 'pino';
import { type Config, readConfig } from '../config.js';
import { migrate } from '../database/migrate.js';
import { type OpenDatabase, openDatabase } from '../database/open-database.js';
import { loadSampleOnce } from '../importing/sample.js';
import { createHttp } from '../server/http.js';

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
  const stop = stopSignal();
  const database = await openDatabase(config);
  try {
    await migrate(database.dataSource);
    await loadSampleOnce(database.dataSource);
    const http = await createHttp(database.dataSource, log);
    const address = await http.listen({ port: config.port, host: config.host }).catch(explain(config));
    if (!stop.aborted) welcome(address, database);
    await aborted(stop);
    log.info('stopping');
    const deadline = setTimeout(() => http.server.closeAllConnections(), drainTimeout);
    await http.close();
    clearTimeout(deadline);
  } finally {
    await database.close();
  }
}

/** Told to stop by the first SIGINT or SIGTERM; a second one ends the process at once. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (controller.signal.aborted) process.exit(1);
      controller.abort();
    });
  }
  return controller.signal;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
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

Try:  curl ${address}/graphql --json '{"query":"{ commitment(code: \\"ca-2016-2018/19\\") { title leads { name } deliverables { position completion } } }"}'

Data: ${place}
Stop: Ctrl-C
`);
}
