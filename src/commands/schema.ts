import { Command } from 'commander';
import { printHubSchema } from '../server/print-schema.js';

export function schemaCommand(): Command {
  return new Command('schema').description('print the graph’s schema').action(() => {
    process.stdout.write(printHubSchema());
  });
}
