import { Agent, request } from 'node:http';
import { json } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { DataFolder } from './data-folder.js';
import { ServingHub } from './serving-hub.js';

let folder: DataFolder;
let hub: ServingHub;
let holder: pg.Client;
let observer: pg.Client;

beforeEach(async () => {
  folder = await DataFolder.make();
  hub = await ServingHub.start({ env: { HUB_DATA_DIR: folder.path } });
  // What goes on is only seen anew outside a transaction.
  [holder, observer] = [await folder.connect(), await folder.connect()];
  await holder.query('begin; lock table commitment in access exclusive mode');
});

afterEach(async () => {
  await Promise.all([holder.end(), observer.end()]);
  await folder.remove();
});

/** Answered by one statement, which waits for the table. */
const query = '{ commitment(code: "ca-2016-2018/1") { number } }';

describe('a hub that is told to stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'at %s answers what is in flight, takes nothing new, and stops then',
    async (signal) => {
      const asked = [ask(), ask(), ask()];
      await heldStatements(3);
      hub.process.signal(signal);
      // Ctrl-C reaches the hub from the terminal and again from npm; that is not impatience.
      await wait(200);
      hub.process.signal(signal);
      await hub.process.written(/"msg":"stopping"/);
      await expect(fetch(`${hub.address}/health/live`)).rejects.toThrow('fetch failed');
      expect(hub.process.runs).toBe(true);
      await holder.query('commit');
      for (const answer of await Promise.all(asked)) {
        expect(answer.body).toEqual({ data: { commitment: { number: 1 } } });
        // The server would wait for a connection that is kept.
        expect(answer.connection).toBe('close');
      }
      expect(await hub.process.ended).toMatchObject({ code: 0, signal: null });
      expect(await folder.processes()).toEqual([]);
    },
  );

  it('drops what is in flight when it is told again a while later, and stops its database all the same', async () => {
    const asked = ask().catch((error: Error) => error);
    await heldStatements(1);
    hub.process.signal('SIGINT');
    await hub.process.written(/"msg":"stopping"/);
    // A second Ctrl-C within a second counts as the first.
    await wait(1_100);
    hub.process.signal('SIGINT');
    await hub.process.written(/"msg":"told again to stop: dropping the requests in flight"/);
    expect(await asked).toMatchObject({ code: 'ECONNRESET' });
    await holder.query('commit');
    expect(await hub.process.ended).toMatchObject({ code: 0, signal: null });
    expect(await folder.processes()).toEqual([]);
  });
});

/** Waits until so many statements of the hub wait for the lock. */
async function heldStatements(count: number): Promise<void> {
  const waiting = `select from pg_stat_activity where wait_event_type = 'Lock' and application_name = 'commitment-hub'`;
  while ((await observer.query(waiting)).rowCount !== count) await wait(20);
}

/** Asks by a client that keeps its connections. */
function ask(): Promise<{ readonly body: unknown; readonly connection: string | undefined }> {
  return new Promise((resolve, reject) => {
    const sent = request(`${hub.address}/graphql`, {
      method: 'POST',
      agent: new Agent({ keepAlive: true }),
      headers: { 'content-type': 'application/json' },
    });
    sent.on('error', reject);
    sent.on('response', async (response) => {
      resolve({ body: await json(response), connection: response.headers.connection });
    });
    sent.end(JSON.stringify({ query }));
  });
}
