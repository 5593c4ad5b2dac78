import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { type DataSource, QueryFailedError } from 'typeorm';
import { error } from '../reporting/problem.js';
import { Writing } from '../reporting/writing.js';
import type { ImportOutcome, ImportSettings } from './import-outcome.js';
import { importJson } from './json/import-json.js';
import { importPage } from './page/import-page.js';
import { importTracker } from './tracker/import-tracker.js';

/** Advisory lock that makes imports into one database wait for each other. */
const importLock = 4_872_003;

/** Bytes of a file at the most that is not read as a stream; a plan of 100 commitments has under 1 MB. */
const largestWhole = 20 * 1024 * 1024;

/** Rolls the transaction back and carries nothing. */
class RolledBack extends Error {}

/**
 * Imports one file in one transaction: all of it, or nothing when there is an error.
 * @throws Error when the file cannot be read.
 */
export async function importFile(
  dataSource: DataSource,
  path: string,
  settings: ImportSettings,
): Promise<ImportOutcome> {
  let format = '';
  let writing: Writing | undefined;
  await dataSource
    .transaction(async (database) => {
      await database.query('select pg_advisory_xact_lock($1)', [importLock]);
      writing = new Writing(database);
      try {
        format = await read(writing, path, settings);
      } catch (failure) {
        noteRefusal(writing, failure);
      }
      if (writing.outcome.refused || settings.dryRun) throw new RolledBack();
    })
    .catch((failure: unknown) => {
      if (!(failure instanceof RolledBack)) throw failure;
    });
  if (writing === undefined) throw new Error('the database gave no transaction');
  const { refused, tallies, problems, omitted } = writing.outcome;
  return { format, accepted: !refused, tallies, problems, omitted };
}

async function read(writing: Writing, path: string, settings: ImportSettings): Promise<string> {
  if (extname(path).toLowerCase() === '.csv') {
    await importTracker(writing, createReadStream(path), settings);
    return 'tracker';
  }
  const text = await wholeText(writing, path);
  if (text === null) return 'unknown';
  const isJson = extname(path).toLowerCase() === '.json' || /^\uFEFF?\s*[[{]/.test(text);
  if (isJson) return importJson(writing, text);
  await importPage(writing, text, settings);
  return 'commitment page';
}

async function wholeText(writing: Writing, path: string): Promise<string | null> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size > largestWhole) {
      writing.outcome.note(
        error(`A page or JSON file may have ${largestWhole} bytes at the most; this one has ${size}`),
      );
      return null;
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.readFile());
  } catch (failure) {
    if (!(failure instanceof TypeError)) throw failure;
    writing.outcome.note(error('The file is not text in UTF-8'));
    return null;
  } finally {
    await file.close();
  }
}

/** What slips through all checks is still stopped by the database's constraints; say so instead of failing. */
function noteRefusal({ outcome }: Writing, failure: unknown): void {
  const { code, detail, constraint } = driverError(failure);
  if (code === undefined || !code.startsWith('23')) throw failure;
  outcome.note(
    error(`This contradicts what the hub knows (${constraint}): ${detail ?? 'a constraint is broken'}`),
  );
}

function driverError(failure: unknown): { code?: string; detail?: string; constraint?: string } {
  return failure instanceof QueryFailedError ? failure.driverError : {};
}
