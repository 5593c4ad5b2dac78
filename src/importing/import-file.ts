import { basename, extname } from 'node:path';
import { type DataSource, QueryFailedError } from 'typeorm';
import { operator } from '../access/caller.js';
import { finishWriting } from '../reporting/finish-writing.js';
import { error, type Problem } from '../reporting/problem.js';
import { Writing } from '../reporting/writing.js';
import type { ImportOutcome, ImportSettings } from './import-outcome.js';
import { importJson } from './json/import-json.js';
import { type OpenFile, openFile } from './open-file.js';
import { importPage } from './page/import-page.js';
import { importTracker } from './tracker/import-tracker.js';

/** Advisory lock that makes imports into one database wait for each other. */
const importLock = 4_872_003;

/** Mebibytes of a file at the most that is not read as a stream; a plan of 100 commitments has less than one. */
const largestWhole = 10;

/** Rolls the transaction back and carries nothing. */
class RolledBack extends Error {}

/**
 * Imports one file in one transaction: all of it, or nothing when there is an error. Imports into one database
 * wait for each other.
 * @throws Error when the database fails.
 */
export async function importFile(
  dataSource: DataSource,
  path: string,
  settings: ImportSettings,
): Promise<ImportOutcome> {
  const opened = await openFile(path);
  if (!('file' in opened)) {
    return { format: 'unknown', accepted: false, tallies: new Map(), problems: [opened], omitted: 0 };
  }
  try {
    return await importOpened(dataSource, path, opened, settings);
  } finally {
    await opened.file.close();
  }
}

async function importOpened(
  dataSource: DataSource,
  path: string,
  opened: OpenFile,
  settings: ImportSettings,
): Promise<ImportOutcome> {
  let format = 'unknown';
  let writing: Writing | undefined;
  await dataSource
    .transaction(async (database) => {
      // Waiting for another import, or reading a slow or long file without anything to save, is no fault.
      await database.query('set local statement_timeout = 0');
      await database.query('set local idle_in_transaction_session_timeout = 0');
      await database.query('select pg_advisory_xact_lock($1)', [importLock]);
      const source = `As published in ${basename(path)}, which gives no reason.`;
      writing = new Writing(database, operator, settings.reason ?? source);
      try {
        format = await read(writing, path, opened, settings);
      } catch (failure) {
        noteRefusal(writing, failure);
      }
      if (writing.outcome.refused || settings.dryRun) throw new RolledBack();
      await finishWriting(writing);
    })
    .catch((failure: unknown) => {
      if (!(failure instanceof RolledBack)) throw failure;
    });
  if (writing === undefined) throw new Error('the database gave no transaction');
  const { refused, tallies, problems, omitted } = writing.outcome;
  return { format, accepted: !refused, tallies, problems: problems.toSorted(byLine), omitted };
}

function byLine(one: Problem, other: Problem): number {
  return (one.line ?? 0) - (other.line ?? 0);
}

async function read(
  writing: Writing,
  path: string,
  opened: OpenFile,
  settings: ImportSettings,
): Promise<string> {
  const ending = extname(path).toLowerCase();
  if (ending === '.csv') {
    const source = opened.file.createReadStream({ autoClose: false });
    await importTracker(writing, source, {
      plan: settings.plan,
      onProgress: () => settings.onProgress?.(source.bytesRead, opened.size),
    });
    return 'tracker';
  }
  const text = await wholeText(writing, opened);
  if (text === null) return 'unknown';
  if (ending === '.json' || /^\s*[[{]/.test(text)) return importJson(writing, text);
  await importPage(writing, text, settings);
  return 'commitment page';
}

async function wholeText(writing: Writing, { file, size }: OpenFile): Promise<string | null> {
  if (size > largestWhole * 1024 * 1024) {
    writing.outcome.note(
      error(`A page or JSON file may have ${largestWhole} MB at the most; this one has ${size} bytes.`),
    );
    return null;
  }
  const bytes = await file.readFile();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    writing.outcome.note(error('This file is not text in UTF-8; save it as text in UTF-8 and try again.'));
    return null;
  }
}

/** Classes of PostgreSQL's errors that the content of a file may cause: wrong data, contradictions, bounds. */
const causedByContent = ['22', '23', '54'];

/** What slips through all checks is still stopped by the database; say so instead of failing. */
function noteRefusal({ outcome }: Writing, failure: unknown): void {
  const { code = '', detail, message } = driverError(failure);
  if (!causedByContent.some((kind) => code.startsWith(kind))) throw failure;
  outcome.note(
    error(`This contradicts what the hub holds, or is more than it can hold: ${detail ?? message}`),
  );
}

function driverError(failure: unknown): { code?: string; detail?: string; message?: string } {
  return failure instanceof QueryFailedError ? failure.driverError : {};
}
