import { Writable } from 'node:stream';
import { pino } from 'pino';
import { TestHub } from '../setup/hub.js';
import { askAs } from './ask-as.js';

let hub: TestHub;
let log = '';

beforeAll(async () => {
  const kept = new Writable({
    write(line: Buffer, _encoding, done) {
      log += line.toString();
      done();
    },
  });
  hub = await TestHub.start('migrated', { log: pino({ level: 'trace' }, kept) });
});

afterAll(() => hub.stop());

const query = '{ __typename }';

describe('an answer', () => {
  it('varies by who asks', async () => {
    const { headers } = await askAs(hub, null, { query });
    expect(headers.get('vary')?.split(', ')).toEqual(
      expect.arrayContaining(['Accept', 'Accept-Language', 'Authorization']),
    );
  });

  it('to a caller with a token is kept by no cache', async () => {
    const token = await hub.token({ roles: ['steward'] });
    for (const authorization of [`Bearer ${token}`, 'Bearer a.b.c', 'Basic eDp5']) {
      const { headers } = await askAs(hub, authorization, { query });
      expect(headers.get('cache-control')).toBe('private, no-store');
    }
  });
});

describe('the log', () => {
  it('has no token, whatever becomes of it', async () => {
    const good = await hub.token({ roles: ['steward'], departments: ['tbs'] });
    const bad = `${good.slice(0, -8)}AAAAAAAA`;
    for (const token of [good, bad]) {
      await askAs(hub, `Bearer ${token}`, { query });
      await askAs(hub, `Bearer ${token}`, { query: '{ nothing }' });
      await askAs(hub, `Bearer ${token}`, {});
    }
    await hub.database.dataSource.query('alter table department rename to departments_gone');
    expect((await askAs(hub, `Bearer ${good}`)).status).toBe(500);
    expect(log).toContain('a request failed');
    expect(log).not.toContain(good.slice(0, 20));
    expect(log).not.toContain(good.split('.')[1]?.slice(0, 20));
  });
});
