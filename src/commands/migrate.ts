import { Command } from 'commander';
import { migrate } from '../database/migrate.js';
import { withOpenDatabase } from './with-database.js';

export function migrateCommand(): Command {
  return new Command('migrate').description('bring the database’s tables up to date').action(async () => {
    await withOpenDatabase({ statementTimeout: 0 }, async ({ dataSource, place }) => {
      const ran = await migrate(dataSource);
      console.log(ran.length === 0 ? `${place} is up to date` : `${place}: ran ${ran.join(', ')}`);
    });
  });
}
