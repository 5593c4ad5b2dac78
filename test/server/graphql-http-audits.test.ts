import { type Audit, serverAudits } from 'graphql-http';
import { TestHub } from '../setup/hub.js';

/**
 * Audits of GETs without any header that a browser would ask leave for. Apollo Server refuses those to prevent
 * cross-site request forgery, which the specification leaves to servers (MAY); the same GETs with such a header
 * are answered, as another test shows.
 */
const refusedToPreventForgery: ReadonlySet<string> = new Set([
  'MAY accept application/x-www-form-urlencoded formatted GET requests',
  'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json',
  'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json',
]);

let hub: TestHub;
// The list of audits is needed to name the tests, before there is an address.
const audits: readonly Audit[] = serverAudits({ url: () => `${hub.address}/graphql` });

beforeAll(async () => {
  hub = await TestHub.start('migrated');
});

afterAll(() => hub.stop());

describe('the GraphQL over HTTP specification', () => {
  it.each(audits.filter(({ name }) => !refusedToPreventForgery.has(name)))('$name ($id)', async ({ fn }) => {
    const result = await fn();
    const reason = result.status === 'ok' ? null : `${result.reason} (status ${result.response.status})`;
    expect(reason).toBeNull();
  });

  it.each(audits.filter(({ name }) => refusedToPreventForgery.has(name)))(
    'refuses a GET without a header that needs leave: $name',
    async ({ fn }) => {
      const result = await fn();
      expect(result).toMatchObject({ status: 'notice', response: { status: 400 } });
    },
  );

  it('has no MUST and no SHOULD among what the hub refuses', () => {
    expect(audits.map(({ name }) => name)).toEqual(expect.arrayContaining([...refusedToPreventForgery]));
    expect([...refusedToPreventForgery].filter((name) => !name.startsWith('MAY '))).toEqual([]);
  });

  it.each(['application/json', 'application/graphql-response+json'])(
    'answers a GET with variables and the header that prevents forgery, as %s',
    async (accept) => {
      const query = 'query Type($name: String!) { __type(name: $name) { name } }';
      const parameters = new URLSearchParams({ query, variables: JSON.stringify({ name: 'Commitment' }) });
      const response = await fetch(`${hub.address}/graphql?${parameters}`, {
        headers: { accept, 'apollo-require-preflight': 'true' },
      });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe(`${accept}; charset=utf-8`);
      expect(await response.json()).toEqual({ data: { __type: { name: 'Commitment' } } });
    },
  );
});
