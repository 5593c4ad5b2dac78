import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';

/** How long the database may take to answer before it counts as gone, in ms. */
const patience = 3_000;

/** `/health/live`: the process runs. `/health/ready`: it can also answer, so it has its database. */
export function addHealth(http: FastifyInstance, database: DataSource): void {
  http.get('/health/live', async () => ({ status: 'live' }));
  http.get('/health/ready', async (_request, reply) => {
    if (await answers(database)) return { status: 'ready', database: 'reachable' };
    return reply.code(503).send({ status: 'not ready', database: 'not reachable' });
  });
}

/** A database behind a broken network neither answers nor refuses, so it is not waited for. */
async function answers(database: DataSource): Promise<boolean> {
  const timer = new AbortController();
  try {
    return await Promise.race([
      database.query('select 1').then(() => true),
      wait(patience, false, { signal: timer.signal }),
    ]);
  } catch {
    return false;
  } finally {
    timer.abort();
  }
}
