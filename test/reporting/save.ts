import { type DossierInput, dossier } from '../../src/reporting/dossier.js';
import { finishWriting } from '../../src/reporting/finish-writing.js';
import { saveDossier } from '../../src/reporting/save-dossier.js';
import { Writing } from '../../src/reporting/writing.js';
import type { TestDatabase } from '../setup/databases.js';

/** Saves facts in one transaction and insists that nothing was wrong. @returns what they came to. */
export async function save(database: TestDatabase, facts: DossierInput): Promise<Writing['outcome']> {
  return database.dataSource.transaction(async (transaction) => {
    const writing = new Writing(transaction);
    await saveDossier(writing, dossier.parse(facts));
    expect(writing.outcome.problems).toEqual([]);
    await finishWriting(writing);
    return writing.outcome;
  });
}

/** Saves facts, sees what is wrong with them, and takes them back. @returns the problems, as one line each. */
export async function problemsOf(database: TestDatabase, facts: DossierInput): Promise<readonly string[]> {
  const runner = database.dataSource.createQueryRunner();
  await runner.startTransaction();
  try {
    const writing = new Writing(runner.manager);
    await saveDossier(writing, dossier.parse(facts));
    return writing.outcome.problems.map(
      ({ severity, column, message }) => `${severity}: ${column}: ${message}`,
    );
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}
