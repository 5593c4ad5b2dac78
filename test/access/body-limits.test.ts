import { once } from 'node:events';
import { connect } from 'node:net';
import { expectRefusal, refused } from '../server/refusal.js';
import { TestHub } from '../setup/hub.js';

const small = 256 * 1024;
const large = 20 * 1024 * 1024;

let hub: TestHub;
let token: string;

beforeAll(async () => {
  hub = await TestHub.start('migrated');
  token = await hub.token({ roles: ['steward'] });
});

afterAll(() => hub.stop());

/** A query in a body of just so many bytes. */
function body(length: number): string {
  const query = '{"query":"{ __typename }"}';
  return query + ' '.repeat(length - query.length);
}

interface Sent {
  readonly token?: string;
  /** Whether to leave the length unsaid and send the body in parts. */
  readonly inParts?: boolean;
}

function send(text: string, { token: sent, inParts = false }: Sent = {}): Promise<Response> {
  const headers = {
    'content-type': 'application/json',
    ...(sent !== undefined && { authorization: `Bearer ${sent}` }),
  };
  const part = 64 * 1024;
  let at = 0;
  const stream = () =>
    new ReadableStream<Uint8Array>({
      pull(controller) {
        if (at >= text.length) controller.close();
        else controller.enqueue(Buffer.from(text.slice(at, at + part)));
        at += part;
      },
    });
  const content = inParts ? { body: stream(), duplex: 'half' as const } : { body: text };
  return fetch(`${hub.address}/graphql`, { method: 'POST', headers, ...content });
}

/** Sends the beginning of a request and waits for an answer to just that. */
async function begin(...headers: readonly string[]): Promise<string> {
  const { hostname, port } = new URL(hub.address);
  const socket = connect({ host: hostname, port: Number(port) });
  const head = ['POST /graphql HTTP/1.1', 'Host: hub', 'Content-Type: application/json', ...headers];
  socket.write(`${head.join('\r\n')}\r\n\r\n{"query":`);
  const [answer] = await once(socket, 'data');
  socket.destroy();
  return String(answer);
}

describe.each([
  ['that says its length', false],
  ['in parts of unknown number', true],
])('a body %s', (_what, inParts) => {
  it('may have 256 KiB from anybody', async () => {
    const response = await send(body(small), { inParts });
    expect([response.status, await response.json()]).toEqual([200, { data: { __typename: 'Query' } }]);
  });

  it('may not have a byte more from nobody in particular, who learns how much may be', async () => {
    const answer = await refused(await send(body(small + 1), { inParts }));
    expectRefusal(answer, { status: 413, code: 'PAYLOAD_TOO_LARGE' });
    expect(answer.body).toContain(`may have ${small} bytes at the most; with a token, ${large}.`);
  });

  it('may have 20 MiB with a token', async () => {
    const response = await send(body(large), { token, inParts });
    expect([response.status, await response.json()]).toEqual([200, { data: { __typename: 'Query' } }]);
  });

  it('may not have a byte more with a token', async () => {
    const answer = await refused(await send(body(large + 1), { token, inParts }));
    expectRefusal(answer, { status: 413, code: 'PAYLOAD_TOO_LARGE' });
    expect(answer.body).toContain(`may have ${large} bytes at the most."`);
  });
});

describe('the answer to a body that is too large', () => {
  it('does not wait for the body', async () => {
    const closed = /^HTTP\/1\.1 413 .*connection: close/is;
    expect(await begin(`Content-Length: ${small + 1}`)).toMatch(closed);
    const authorization = `Authorization: Bearer ${token}`;
    expect(await begin(authorization, `Content-Length: ${large + 1}`)).toMatch(closed);
  });
});

describe('the answer to a token that is refused', () => {
  it('does not wait for the body', async () => {
    const answer = await begin('Authorization: Bearer a.b.c', `Content-Length: ${large * 100}`);
    expect(answer).toMatch(/^HTTP\/1\.1 401 /);
  });
});

describe('a body that breaks off', () => {
  it('leaves the hub answering', async () => {
    const { hostname, port } = new URL(hub.address);
    const socket = connect({ host: hostname, port: Number(port) });
    const head = 'POST /graphql HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\n';
    socket.write(`${head}Content-Length: 1000\r\n\r\n{"query":`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
    await once(socket, 'close');
    expect(await hub.query('{ __typename }')).toEqual({ __typename: 'Query' });
  });
});
