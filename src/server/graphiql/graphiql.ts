import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { projectRoot } from '../../project-root.js';

/** The files of the page, put here by `npm run build`. */
const assets = join(projectRoot, 'dist', 'graphiql');

const types: Readonly<Record<string, string>> = {
  'react.js': 'text/javascript; charset=utf-8',
  'react-dom.js': 'text/javascript; charset=utf-8',
  'graphiql.js': 'text/javascript; charset=utf-8',
  'start.js': 'text/javascript; charset=utf-8',
  'graphiql.css': 'text/css; charset=utf-8',
};

/** Everything from this host; the editor sets inline styles and holds its fonts and icons in data addresses. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Serves GraphiQL's own files below `/graphql/graphiql/`. */
export function addGraphiqlAssets(http: FastifyInstance): void {
  for (const [name, type] of Object.entries(types)) {
    http.get(`/graphql/graphiql/${name}`, async (_request, reply) =>
      reply
        .type(type)
        .header('cache-control', 'public, max-age=3600')
        .header('x-content-type-options', 'nosniff')
        .send(await readFile(join(assets, name))),
    );
  }
}

/** Answers a browser with GraphiQL, its examples ready in tabs. */
export function sendGraphiql(reply: FastifyReply): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', contentSecurityPolicy)
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'same-origin')
    .header('vary', 'Accept')
    .send(page());
}

/** The documents of `schema/operations`, in the order of their names. */
export function exampleOperations(): { readonly name: string; readonly query: string }[] {
  const folder = join(projectRoot, 'schema', 'operations');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => ({ name, query: readFileSync(join(folder, name), 'utf8') }));
}

function page(): string {
  const examples = JSON.stringify(exampleOperations().map(({ query }) => ({ query }))).replaceAll(
    '<',
    '\\u003c',
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Commitment hub: GraphiQL</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/graphql/graphiql/graphiql.css">
<style>html, body, #graphiql { height: 100%; margin: 0 }</style>
</head>
<body>
<div id="graphiql">Loading GraphiQL. It needs JavaScript; without it, send queries to this address by POST.</div>
<script type="application/json" id="examples">${examples}</script>
<script src="/graphql/graphiql/react.js"></script>
<script src="/graphql/graphiql/react-dom.js"></script>
<script src="/graphql/graphiql/graphiql.js"></script>
<script src="/graphql/graphiql/start.js"></script>
</body>
</html>
`;
}
