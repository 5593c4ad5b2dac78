// Fails when schema/hub.graphql is not what the code prints, or when it would break a client of the released schema
// without a word about it in the change log.
import { readFile } from 'node:fs/promises';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';
import { printHubSchema } from '../dist/src/server/print-schema.js';

const [published, released, changelog] = await Promise.all(
  ['schema/hub.graphql', 'schema/released.graphql', 'CHANGELOG.md'].map((file) => readFile(file, 'utf8')),
);

if (published !== printHubSchema()) {
  console.error('schema/hub.graphql is out of date: run npm run schema and commit it');
  process.exitCode = 1;
}

const changes = await diff(buildSchema(released), buildSchema(published));
const breaking = changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking);
const unreleased = changelog.split(/^## /m).find((section) => section.startsWith('Unreleased')) ?? '';
const untold = breaking.filter(({ path }) => !unreleased.includes(`\`${path}\``));
for (const { message, path } of untold) {
  console.error(
    `${message}: this breaks clients; undo it, or name \`${path}\` under "Unreleased" in CHANGELOG.md`,
  );
  process.exitCode = 1;
}
if (!process.exitCode) {
  console.log(`schema: up to date, ${changes.length} changes since the release, ${breaking.length} breaking`);
}
