import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Presets, SingleBar } from 'cli-progress';
import { Command } from 'commander';
import type { DataSource } from 'typeorm';
import { importFile } from '../importing/import-file.js';
import type { ImportOutcome } from '../importing/import-outcome.js';
import type { Problem } from '../reporting/problem.js';
import { withDatabase } from './with-database.js';

interface ImportOptions {
  readonly plan?: string;
  readonly dryRun?: boolean;
}

export function importCommand(): Command {
  return new Command('import')
    .description('read commitment pages (text), plans and departments (JSON), and trackers (CSV)')
    .argument('<file...>', 'files, taken in this order, each whole or not at all')
    .option('--plan <code>', 'the plan that a page or tracker belongs to, where its periods do not tell')
    .option('--dry-run', 'only say what would change')
    .action(importAll);
}

async function importAll(files: readonly string[], options: ImportOptions): Promise<void> {
  await withDatabase({ statementTimeout: 0 }, async ({ dataSource }) => {
    for (const file of files) {
      const accepted = await importOne(dataSource, file, options).catch((failure: Error) => {
        console.error(`${file}: ${failure.message}`);
        return false;
      });
      if (!accepted) process.exitCode = 1;
    }
  });
}

async function importOne(dataSource: DataSource, file: string, options: ImportOptions): Promise<boolean> {
  const { size } = await stat(file);
  const bar = new SingleBar(
    { format: `${basename(file)} {bar} {percentage}% | {duration_formatted}`, clearOnComplete: true },
    Presets.shades_classic,
  );
  // Only people at a terminal have use for a moving bar.
  const shown = process.stderr.isTTY === true;
  if (shown) bar.start(size, 0);
  try {
    const outcome = await importFile(dataSource, file, {
      plan: options.plan ?? null,
      dryRun: options.dryRun === true,
      onProgress: (bytes) => bar.update(Math.min(bytes, size)),
    });
    bar.stop();
    report(file, outcome, options.dryRun === true);
    return outcome.accepted;
  } finally {
    bar.stop();
  }
}

function report(file: string, outcome: ImportOutcome, dryRun: boolean): void {
  for (const problem of outcome.problems) console.error(described(file, problem));
  if (outcome.omitted > 0) console.error(`${file}: and ${outcome.omitted} problems more`);
  if (!outcome.accepted) {
    console.error(`${file}: refused, nothing was saved`);
    return;
  }
  const parts = [...outcome.tallies].flatMap(([things, tally]) => {
    const fates = (['created', 'amended', 'unchanged'] as const).filter((fate) => tally[fate] > 0);
    return fates.length === 0
      ? []
      : [`${things} ${fates.map((fate) => `${tally[fate]} ${fate}`).join(', ')}`];
  });
  const verb = dryRun ? 'would be imported' : 'imported';
  console.log(`${file}: ${verb} as ${outcome.format}: ${parts.join('; ') || 'nothing in it'}`);
}

function described(file: string, { severity, message, line, column, value }: Problem): string {
  const place = [file, ...(line === undefined ? [] : [line])].join(':');
  const what = column === undefined ? '' : ` ${column}:`;
  const given = value === undefined || value === '' ? '' : ` (given: "${value.replace(/\s+/g, ' ')}")`;
  return `${place}: ${severity}:${what} ${message}${given}`;
}
