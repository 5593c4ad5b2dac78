import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { parse, validate } from 'graphql';
import { projectRoot } from '../../src/project-root.js';
import { createSchema } from '../../src/server/schema.js';
import { TestHub } from '../setup/hub.js';

/** What browsers send when somebody opens an address. */
const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8';

let hub: TestHub;

beforeAll(async () => {
  hub = await TestHub.start('migrated');
});

afterAll(() => hub.stop());

describe('GraphiQL', () => {
  it.each([
    ['Firefox and Safari', browser],
    ['Chromium', `${browser},application/signed-exchange;v=b3;q=0.7`],
    ['a reader of pages alone', 'text/html'],
    ['a browser that would take JSON too', 'text/html,application/json;q=0.9'],
  ])('is what %s gets', async (_who, accept) => {
    const response = await open(accept);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toMatch(/^<!doctype html>.*<title>[^<]+<\/title>.*<\/html>\s*$/s);
  });

  it.each([
    ['curl', '*/*'],
    ['a client', 'application/json'],
    ['a client of the newer media type', 'application/graphql-response+json, application/json;q=0.9'],
    ['a client that would take a page too', 'application/json, text/html;q=0.5'],
    ['a client that names its character set', 'application/json; charset=utf-8, text/html;q=0.5'],
  ])('is not what %s gets', async (_who, accept) => {
    const response = await open(accept, '?query={__typename}');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
  });

  it('is not what a client without an Accept header gets', async () => {
    // fetch would add one.
    const answer = request(`${hub.address}/graphql?query={__typename}`, {
      headers: { 'apollo-require-preflight': 'true' },
    });
    const [response] = await once(answer.end(), 'response');
    expect(await json(response)).toEqual({ data: { __typename: 'Query' } });
  });

  it('is where the address of the hub leads', async () => {
    const response = await fetch(hub.address, { headers: { accept: browser } });
    expect(response.url).toBe(`${hub.address}/graphql`);
    expect(response.headers.get('content-type')).toMatch('text/html');
  });

  it('fetches nothing but files of the hub, and all of these are there', async () => {
    const page = await (await open(browser)).text();
    const fetched = references(page);
    expect(fetched.length).toBeGreaterThanOrEqual(5);
    for (const address of fetched.filter((address) => !address.startsWith('data:'))) {
      const { origin, pathname } = new URL(address, `${hub.address}/graphql`);
      expect(origin).toBe(hub.address);
      const response = await fetch(`${origin}${pathname}`);
      expect({ pathname, status: response.status }).toEqual({ pathname, status: 200 });
      expect(response.headers.get('content-type')).toBe(
        pathname.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8',
      );
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      if (pathname.endsWith('.css')) expect(imports(await response.text())).toEqual([]);
    }
  });

  it('may not fetch, send or run anything else, by its policy', async () => {
    const policy = (await open(browser)).headers.get('content-security-policy') ?? '';
    const directives = Object.fromEntries(
      policy.split('; ').map((directive) => {
        const [name = '', ...sources] = directive.split(' ');
        return [name, sources];
      }),
    );
    expect(directives).toMatchObject({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'connect-src': ["'self'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-ancestors': ["'none'"],
    });
    const allowed = ["'none'", "'self'", 'data:'];
    for (const [name, sources] of Object.entries(directives)) {
      // The editor sets inline styles; scripts it needs none.
      const also = name === 'style-src' ? ["'unsafe-inline'"] : [];
      expect([...allowed, ...also]).toEqual(expect.arrayContaining(sources));
    }
  });

  it('has no script inline, which its policy would stop', async () => {
    const page = await (await open(browser)).text();
    for (const [, attributes = '', content] of page.matchAll(/<script\b([^>]*)>(.*?)<\/script>/gs)) {
      if (!attributes.includes('type="application/json"')) expect(content).toBe('');
    }
    expect(page).not.toMatch(/\son[a-z]+=|javascript:/i);
  });

  it('has the examples ready, and they are queries of this graph', async () => {
    const page = await (await open(browser)).text();
    const [, embedded = ''] =
      /<script type="application\/json" id="examples">(.*?)<\/script>/s.exec(page) ?? [];
    const folder = join(projectRoot, 'schema', 'operations');
    const examples: { readonly query: string }[] = JSON.parse(embedded);
    expect(examples.map(({ query }) => query)).toEqual(
      readdirSync(folder)
        .sort()
        .map((file) => readFileSync(join(folder, file), 'utf8')),
    );
    for (const { query } of examples) expect(validate(createSchema(), parse(query))).toEqual([]);
  });
});

function open(accept: string, parameters = ''): Promise<Response> {
  const headers = { accept, ...(parameters && { 'apollo-require-preflight': 'true' }) };
  return fetch(`${hub.address}/graphql${parameters}`, { headers });
}

/** All addresses that the elements of a page make a browser fetch. */
function references(page: string): string[] {
  const markup = page.replaceAll(/<script type="application\/json".*?<\/script>/gs, '');
  const attributes = markup.matchAll(/\s(?:src|href|srcset|action|data|poster|background)="([^"]*)"/g);
  return [...[...attributes].map(([, address = '']) => address), ...imports(markup)];
}

/** All addresses that styles make a browser fetch, other than those which hold what they name. */
function imports(styles: string): string[] {
  const urls = [...styles.matchAll(/url\(\s*["']?([^"')]*)/g)].map(([, address = '']) => address);
  const sheets = [...styles.matchAll(/@import\s+["']([^"']*)/g)].map(([, address = '']) => address);
  return [...urls, ...sheets].filter((address) => !address.startsWith('data:') && !address.startsWith('#'));
}
