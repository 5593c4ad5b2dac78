import { jest } from '@jest/globals';
import pg from 'pg';
import { createDataSource } from '../../src/database/data-source.js';
import { SequentialClient } from '../../src/database/sequential-client.js';

let sent: jest.SpiedFunction<typeof pg.Client.prototype.query>;
let client: SequentialClient;

beforeEach(async () => {
  sent = jest.spyOn(pg.Client.prototype, 'query');
  client = new SequentialClient(process.env['TEST_POSTGRES_URL']);
  await client.connect();
});

afterEach(async () => {
  await client.end();
  sent.mockRestore();
});

describe('a connection', () => {
  it('is given the next statement only when the last one is answered', async () => {
    const answers = [1, 2, 3].map((number) =>
      client.query('select $1::int as number, pg_sleep(0.05)', [number]),
    );
    for (const [at, answer] of answers.entries()) {
      const { rows } = await answer;
      expect(rows[0]).toMatchObject({ number: at + 1 });
      expect(sent.mock.calls.length).toBeLessThanOrEqual(at + 2);
    }
    expect(sent).toHaveBeenCalledTimes(3);
  });

  it('goes on after a statement that failed', async () => {
    const [failed, next] = [client.query('select 1 / 0'), client.query('select 2 as number')];
    await expect(failed).rejects.toThrow('division by zero');
    expect((await next).rows).toEqual([{ number: 2 }]);
  });

  it('takes a statement with a callback as pg does', async () => {
    const rows = await new Promise((resolve, reject) =>
      client.query('select 3 as number', (error: Error | null, result) =>
        error ? reject(error) : resolve(result.rows),
      ),
    );
    expect(rows).toEqual([{ number: 3 }]);
  });

  it('is what a transaction of the hub shares among its loaders', async () => {
    const dataSource = await createDataSource({ url: process.env['TEST_POSTGRES_URL'] ?? '' }).initialize();
    sent.mockClear();
    await dataSource.transaction(async (database) => {
      const numbers = [1, 2, 3, 4];
      const answers = numbers.map((number) =>
        database.query<{ number: number }[]>('select $1::int as number', [number]),
      );
      // All are asked for, and one is with the server, beside "start transaction".
      await new Promise(setImmediate);
      expect(sent.mock.calls.length).toBeLessThan(1 + numbers.length);
      expect((await Promise.all(answers)).map(([row]) => row?.number)).toEqual(numbers);
    });
    await dataSource.destroy();
  });
});
