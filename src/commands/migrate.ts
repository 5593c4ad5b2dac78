import { Command } from 'commander';
import { readConfig } from '../config.js';
import { migrate } from '../database/migrate.js';
import { openDatabase } from '../database/open-database.js';

export function migrateCommand(): Command {
  return new Command('migrate').description('bring the database’s tables up to date').action(async () => {
    const { dataSource, place, close } = await openDatabase(readConfig(process.env), { statementTimeout: 0 });
    try {
      const ran = await migrate(dataSource);
      console.log(ran.length === 0 ? `${place} is up to date` : `${place}: ran ${ran.join(', ')}`);
    } finally {
      await close();
    }
  });
}
