#!/usr/bin/env node
// `npx hub`: npm links only files that are there when it installs, which the built ones are not.
import { existsSync } from 'node:fs';

const built = new URL('../dist/src/main.js', import.meta.url);
if (existsSync(built)) {
  await import(built.href);
} else {
  console.error('hub: not built yet; run npm run build');
  process.exitCode = 1;
}
