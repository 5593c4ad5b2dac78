// Writes the tables of docs/errors.md from the one table of error codes in src/errors.ts; with --check it only fails
// when the page is out of date.
import { readFile, writeFile } from 'node:fs/promises';
import { errorCodes, inputErrorCodes } from '../dist/src/errors.js';

const page = 'docs/errors.md';

const tables = {
  'error codes': table(
    ['code', 'meaning', 'status'],
    Object.entries(errorCodes).map(([code, { meaning, status }]) => [`\`${code}\``, meaning, status ?? '']),
  ),
  'input error codes': table(
    ['code', 'meaning'],
    Object.entries(inputErrorCodes).map(([code, meaning]) => [`\`${code}\``, meaning]),
  ),
};

function table(head, rows) {
  const line = (cells) => `|${cells.map((cell) => (cell === '' ? ' ' : ` ${cell} `)).join('|')}|`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const former = await readFile(page, 'utf8');
let current = former;
for (const [name, rows] of Object.entries(tables)) {
  const [start, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const [before, rest] = current.split(start);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`${page} has no place for the ${name}: "${start}" to "${end}"`);
  current = `${before}${start}\n\n${rows}\n\n${end}${after}`;
}

if (!process.argv.includes('--check')) {
  await writeFile(page, current);
} else if (current === former) {
  console.log(`${page}: up to date`);
} else {
  console.error(
    `${page} is out of date: run npm run build && node scripts/write-error-codes.js, and commit it`,
  );
  process.exitCode = 1;
}
