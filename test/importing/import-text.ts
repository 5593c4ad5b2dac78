import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { importFile } from '../../src/importing/import-file.js';
import type { ImportOutcome, ImportSettings } from '../../src/importing/import-outcome.js';
import type { Tally } from '../../src/reporting/outcome.js';
import type { Problem } from '../../src/reporting/problem.js';

/** Imports a file of this name and content. */
export async function importText(
  dataSource: DataSource,
  name: string,
  content: string | Uint8Array,
  settings: Partial<ImportSettings> = {},
): Promise<ImportOutcome> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-import-'));
  try {
    await writeFile(join(folder, name), content);
    return await importFile(dataSource, join(folder, name), { plan: null, dryRun: false, ...settings });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Imports a JSON file of any shape. */
export function importObject(
  dataSource: DataSource,
  content: object,
  settings: Partial<ImportSettings> = {},
): Promise<ImportOutcome> {
  return importText(dataSource, 'facts.json', JSON.stringify(content, null, 2), settings);
}

/** Imports and insists that nothing was wrong, not even a little. */
export function accepted(outcome: ImportOutcome): ImportOutcome {
  expect(outcome.problems).toEqual([]);
  expect(outcome.accepted).toBe(true);
  return outcome;
}

/** What happened to things of each sort, without what happened to none. */
export function talliesOf({ tallies }: ImportOutcome): Record<string, Partial<Tally>> {
  return Object.fromEntries(
    [...tallies].flatMap(([things, tally]) => {
      const some = Object.entries(tally).filter(([, count]) => count > 0);
      return some.length === 0 ? [] : [[things, Object.fromEntries(some)]];
    }),
  );
}

/** The errors that refused a file, as the command tells them: in English, without codes for programs. */
export function refusalOf(outcome: ImportOutcome): readonly Problem[] {
  expect(outcome.accepted).toBe(false);
  return outcome.problems
    .filter(({ severity }) => severity === 'error')
    .map(({ code: _code, french: _french, ...told }) => told);
}
