// Puts what the GraphiQL page needs into dist/, so that a hub without development packages can serve it.
import { cp, mkdir } from 'node:fs/promises';

const files = {
  'node_modules/react/umd/react.production.min.js': 'react.js',
  'node_modules/react-dom/umd/react-dom.production.min.js': 'react-dom.js',
  'node_modules/graphiql/graphiql.min.js': 'graphiql.js',
  'node_modules/graphiql/graphiql.min.css': 'graphiql.css',
  'src/server/graphiql/start.js': 'start.js',
};

await mkdir('dist/graphiql', { recursive: true });
for (const [from, name] of Object.entries(files)) await cp(from, `dist/graphiql/${name}`);
