import { once } from 'node:events';
import { connect } from 'node:net';
import { TestHub } from '../setup/hub.js';
import { expectNoInternals, expectRefusal, type Refused, refused } from './refusal.js';

let hub: TestHub;

beforeAll(async () => {
  hub = await TestHub.start('migrated');
});

afterAll(() => hub.stop());

/** What Apollo Server asks of a GET, so that no page of another site can make a browser send it. */
const withLeave = { 'apollo-require-preflight': 'true' };

const body = '{"query":"{ __typename }"}';

describe('a GET', () => {
  it.each([
    ['whose variables are no JSON', 'query={__typename}&variables={'],
    ['whose variables are a list', 'query={__typename}&variables=[]'],
    ['with two queries', 'query={__typename}&query={__typename}'],
    ['without a query', 'operationName=One'],
  ])('%s is answered 400, whatever it accepts', async (_what, parameters) => {
    for (const accept of ['application/json', 'application/graphql-response+json', '*/*']) {
      const answer = await send('GET', `/graphql?${parameters}`, { ...withLeave, accept });
      expectRefusal(answer, { status: 400, code: 'BAD_REQUEST' });
    }
  });

  it('with a document that is refused has the status of its media type', async () => {
    const code = 'GRAPHQL_VALIDATION_FAILED';
    const inJson = await send('GET', '/graphql?query={nothing}', {
      ...withLeave,
      accept: 'application/json',
    });
    expectRefusal(inJson, { status: 200, code });
    const accept = 'application/graphql-response+json';
    expectRefusal(await send('GET', '/graphql?query={nothing}', { ...withLeave, accept }), {
      status: 400,
      code,
    });
  });

  it('with a mutation is refused', async () => {
    const answer = await send(
      'GET',
      `/graphql?query=${encodeURIComponent('mutation { __typename }')}`,
      withLeave,
    );
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expectNoInternals(answer.body);
  });

  it('that a page of another site could send is refused', async () => {
    expectRefusal(await send('GET', '/graphql?query={__typename}'), { status: 400, code: 'BAD_REQUEST' });
  });

  it.each(['image/png', 'text/event-stream', ';;;', 'application/json;q=0'])(
    'that accepts only "%s" is answered 406 with JSON all the same',
    async (accept) => {
      const answer = await send('GET', '/graphql?query={__typename}', { ...withLeave, accept });
      expectRefusal(answer, { status: 406, code: 'BAD_REQUEST' });
    },
  );

  it('of an address that is too long is answered 431', async () => {
    const answer = await send('GET', `/graphql?query={${'x'.repeat(20_000)}}`, withLeave);
    expectRefusal(answer, { status: 431, code: 'HEADERS_TOO_LARGE' });
  });

  it.each(['/nothing', '/graphql/nothing', '//graphql', '/graphql/graphiql/../../package.json', '/GRAPHQL'])(
    'of %s, which is nothing, is answered 404',
    async (path) => {
      expectRefusal(await raw(`GET ${path} HTTP/1.1\r\nHost: hub\r\n`), { status: 404, code: 'NOT_FOUND' });
    },
  );

  it('of an address that cannot be decoded is answered 400', async () => {
    expectRefusal(await send('GET', '/%zz'), { status: 400, code: 'BAD_REQUEST' });
  });
});

describe('a method', () => {
  it.each(['PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND'])(
    '%s of the graph is answered 405, naming those that serve',
    async (method) => {
      const answer = await raw(`${method} /graphql HTTP/1.1\r\nHost: hub\r\n`);
      expectRefusal(answer, { status: 405, code: 'METHOD_NOT_ALLOWED' });
      expect(answer.allow).toBe('GET, POST');
    },
  );

  it('OPTIONS tells which serve', async () => {
    const response = await fetch(`${hub.address}/graphql`, { method: 'OPTIONS' });
    expect([response.status, response.headers.get('allow')]).toEqual([204, 'GET, POST']);
  });

  it('HEAD of the graph is answered 405 without a body', async () => {
    const response = await fetch(`${hub.address}/graphql`, { method: 'HEAD' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, POST']);
    expect(await response.text()).toBe('');
  });

  it('that HTTP does not know is answered 400', async () => {
    expectRefusal(await raw('NONSENSE /graphql HTTP/1.1\r\nHost: hub\r\n'), {
      status: 400,
      code: 'BAD_REQUEST',
    });
  });

  it('POST of an address that is nothing is answered 404', async () => {
    expectRefusal(await send('POST', '/nothing'), { status: 404, code: 'NOT_FOUND' });
  });
});

describe('broken HTTP', () => {
  const head = `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n`;

  it.each(['a b', '[', '%', '', 'a<b'])('with the Host header "%s" is answered 400', async (host) => {
    const answer = await raw(`POST /graphql HTTP/1.1\r\nHost: ${host}\r\n${head}`, body);
    expectRefusal(answer, { status: 400, code: 'BAD_REQUEST' });
  });

  it.each(['1.0', '1.1'])('of version %s without a Host header is answered 400', async (version) => {
    const answer = await raw(`POST /graphql HTTP/${version}\r\n${head}`, body);
    expectRefusal(answer, { status: 400, code: 'BAD_REQUEST' });
  });

  it('that is no HTTP is answered 400', async () => {
    expectRefusal(await raw('hello\r\n'), { status: 400, code: 'BAD_REQUEST' });
  });

  it('whose length is no number is answered 400', async () => {
    const answer = await raw('POST /graphql HTTP/1.1\r\nHost: hub\r\nContent-Length: many\r\n', body);
    expectRefusal(answer, { status: 400, code: 'BAD_REQUEST' });
  });

  it('with headers that are too large is answered 431', async () => {
    const answer = await raw(`GET /graphql HTTP/1.1\r\nHost: hub\r\nX-Large: ${'x'.repeat(20_000)}\r\n`);
    expectRefusal(answer, { status: 431, code: 'HEADERS_TOO_LARGE' });
  });

  it('does not keep others from being answered', async () => {
    expect(await hub.query('{ __typename }')).toEqual({ __typename: 'Query' });
  });
});

async function send(method: string, path: string, headers: Record<string, string> = {}): Promise<Refused> {
  return refused(await fetch(`${hub.address}${path}`, { method, headers }));
}

/** Sends bytes as they are, without a client that would mend them. @param head ends with its last header. */
async function raw(head: string, content = ''): Promise<Refused & { readonly allow: string | null }> {
  const { hostname, port } = new URL(hub.address);
  const socket = connect({ host: hostname, port: Number(port) });
  const parts: Buffer[] = [];
  socket.on('data', (part) => parts.push(part));
  socket.write(`${head}Connection: close\r\n\r\n${content}`);
  await once(socket, 'close');
  const [start = '', rest = ''] = Buffer.concat(parts).toString().split('\r\n\r\n');
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(start)?.[1] ?? null;
  const status = Number(/^HTTP\/1.1 (\d{3})/.exec(start)?.[1]);
  return { status, type: header('content-type'), body: rest, allow: header('allow') };
}
