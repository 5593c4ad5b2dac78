import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';

/** `/health/live`: the process runs. `/health/ready`: it can also answer, so it has its database. */
export function addHealth(http: FastifyInstance, database: DataSource): void {
  http.get('/health/live', async () => ({ status: 'live' }));
  http.get('/health/ready', async (_request, reply) => {
    try {
      await database.query('select 1');
      return { status: 'ready', database: 'reachable' };
    } catch {
      return reply.code(503).send({ status: 'not ready', database: 'not reachable' });
    }
  });
}
