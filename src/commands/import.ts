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
  readonly reason?: string;
  readonly dryRun?: boolean;
}

export function importCommand(): Command {
  return new Command('import')
    .description('read commitment pages (text), plans and departments (JSON), and trackers (CSV)')
    .argument('<file...>', 'files, taken in this order, each whole or not at all')
    .option('--plan <code>', 'the plan that a page or tracker belongs to, where its periods do not tell')
    .option('--reason <text>', 'why levels go down, where the files take any down and give no reason')
    .option('--dry-run', 'only say what would change')
    .action(importAll);
}

async function importAll(files: readonly string[], options: ImportOptions): Promise<void> {
  await withDatabase({ statementTimeout: 0 }, async ({ dataSource }) => {
    for (const file of files) {
      const accepted = await importOne(dataSource, file, options).catch((failure: Error) => {
        complain(`${file}: error: The database failed, and nothing was saved: ${failure.message}`);
        return false;
      });
      if (!accepted) process.exitCode = 1;
    }
  });
}

async function importOne(dataSource: DataSource, file: string, options: ImportOptions): Promise<boolean> {
  const bar = new SingleBar(
    { format: `${basename(file)} {bar} {percentage}% | {duration_formatted}`, clearOnComplete: true },
    Presets.shades_classic,
  );
  const show = (bytes: number, size: number) => {
    if (!bar.isActive) bar.start(size, 0);
    bar.update(Math.min(bytes, size));
  };
  try {
    const outcome = await importFile(dataSource, file, {
      plan: options.plan ?? null,
      reason: options.reason?.trim() || null,
      dryRun: options.dryRun === true,
      // Only people at a terminal have use for a moving bar.
      ...(process.stderr.isTTY && { onProgress: show }),
    });
    bar.stop();
    report(file, outcome, options.dryRun === true);
    return outcome.accepted;
  } finally {
    bar.stop();
  }
}

function report(file: string, outcome: ImportOutcome, dryRun: boolean): void {
  const { accepted, format, tallies, problems, omitted } = outcome;
  for (const problem of problems) complain(described(file, problem));
  if (omitted > 0) complain(`${file}: and ${omitted} more problem${omitted === 1 ? '' : 's'}`);
  if (!accepted) {
    complain(`${file}: refused, nothing was saved`);
    return;
  }
  const fates = ['created', 'amended', 'unchanged'] as const;
  const parts = [...tallies].flatMap(([things, tally]) => {
    const counts = fates.filter((fate) => tally[fate] > 0).map((fate) => `${tally[fate]} ${fate}`);
    return counts.length === 0 ? [] : [`${things} ${counts.join(', ')}`];
  });
  const isChange = [...tallies.values()].some(({ created, amended }) => created + amended > 0);
  const verb = dryRun ? 'would be imported' : 'imported';
  const what = isChange ? '' : dryRun ? ', nothing would change' : ', nothing changed';
  console.log(`${file}: ${verb} as ${format}${what}: ${parts.join('; ') || 'nothing in it'}`);
}

function described(file: string, { severity, message, line, column, value }: Problem): string {
  const place = [file, ...(line === undefined ? [] : [line])].join(':');
  const what = column === undefined ? '' : ` ${column}:`;
  const given = value === undefined || value === '' ? '' : ` (given: "${value}")`;
  return `${place}: ${severity}:${what} ${message}${given}`;
}

/** Writes one line on standard error. What a file holds must not steer the terminal. */
function complain(line: string): void {
  console.error(line.replace(/\s+/g, ' ').replace(/\p{Cc}|\p{Cf}/gu, '\ufffd'));
}
