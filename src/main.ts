import { Command } from 'commander';
import { importCommand } from './commands/import.js';
import { migrateCommand } from './commands/migrate.js';
import { schemaCommand } from './commands/schema.js';
import { serveCommand } from './commands/serve.js';
import { tokenCommand } from './commands/token.js';

const hub = new Command('hub')
  .description('One GraphQL graph over open-government action plans.')
  .addCommand(serveCommand())
  .addCommand(migrateCommand())
  .addCommand(importCommand())
  .addCommand(tokenCommand())
  .addCommand(schemaCommand());

await hub.parseAsync().catch((error: unknown) => {
  // One line for people; the rest for those who look for a fault of the hub.
  console.error(`hub: ${error instanceof Error ? error.message : String(error)}`);
  if (process.env['LOG_LEVEL'] === 'debug') console.error(error);
  process.exitCode = 1;
});
