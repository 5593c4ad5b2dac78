import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { transform } from '@swc/core';
import { parse, validate } from 'graphql';
import { projectRoot } from '../../src/project-root.js';
import { createSchema } from '../../src/server/schema.js';
import { accepted, importText } from '../importing/import-text.js';
import { TestHub, type TestToken } from '../setup/hub.js';
import { type Block, blocksOf, type Example, exampleOf, tokensOf } from './page-examples.js';

const run = promisify(execFile);
const schema = createSchema();
const blocks = blocksOf('reporting.md');

let hub: TestHub;
let folder: string;
/** By the name of the variable that the page keeps them in. */
const tokens = new Map<string, string>();

beforeAll(async () => {
  hub = await TestHub.start();
  folder = await mkdtemp(join(tmpdir(), 'hub-docs-'));
});
afterAll(async () => {
  await hub.stop();
  await rm(folder, { recursive: true });
});

/** Sends an example as the page says, and holds the answer against the page's. */
async function send({ query, variables, token, answer }: Example): Promise<void> {
  expect(validate(schema, parse(query))).toEqual([]);
  const headers = token === null ? {} : { authorization: `Bearer ${tokens.get(token)}` };
  const given = await hub.ask(query, variables, headers);
  // Where there is no token, an example that is refused would look like one that works.
  expect(given.errors).toBeUndefined();
  if (answer !== null) expect(given).toMatchObject(anyCursor(answer));
}

/** Cursors are opaque; another hub may well have other ones. */
function anyCursor(answer: object): object {
  return JSON.parse(JSON.stringify(answer), (name, value) =>
    name === 'cursor' && typeof value === 'string' ? expect.any(String) : value,
  );
}

/** Does what a block of commands says that is no request. */
async function obey(block: Block, former: Block | undefined): Promise<void> {
  for (const [name, words] of tokensOf(block)) tokens.set(name, await hub.token(tokenOf(words)));
  if (!/^npx hub import /m.test(block.text)) return;
  accepted(await importText(hub.database.dataSource, 'plan-to-try.json', former?.text ?? ''));
}

function tokenOf(words: string): TestToken {
  const said = (option: string) =>
    [...words.matchAll(new RegExp(`--${option} (\\S+)`, 'g'))].map(([, value = '']) => value);
  const [expiresIn] = said('expires');
  return {
    roles: said('role') as TestToken['roles'],
    departments: said('department'),
    ...(expiresIn !== undefined && { expiresIn }),
  };
}

/** Runs the page's program, without its types, as Node.js itself would run it. */
async function runProgram({ text }: Block): Promise<string> {
  const { code } = await transform(text, {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'es6' },
  });
  const file = join(folder, 'report.mjs');
  await writeFile(file, code);
  const { PATH } = process.env;
  const env = { PATH, HUB: `${hub.address}/graphql`, TOKEN: tokens.get('TOKEN') };
  const { stdout, stderr } = await run(process.execPath, [file], { env });
  expect(stderr).toBe('');
  return stdout;
}

describe('docs/reporting.md', () => {
  const steps = blocks.map((block, at) => [block.language, block.line, block, at] as const);

  it.each(steps)('is true in its %s block of line %i', async (language, _line, block, at) => {
    const example = exampleOf(block, blocks[at + 1]);
    if (example !== null) await send(example);
    else if (language === 'sh') await obey(block, blocks[at - 1]);
    else if (language === 'ts') expect(await runProgram(block)).toBe(blocks[at + 1]?.text);
    // Answers and files are looked at with the block that they belong to; drawings are not.
    else expect(['json', 'text']).toContain(language);
  });

  it('has examples of every mutation on reports', () => {
    const shown = blocks.map(({ text }) => text).join('\n');
    for (const mutation of [
      'saveReportDraft',
      'submitReport',
      'submitReports',
      'publishReport',
      'returnReport',
      'withdrawReport',
    ]) {
      expect(shown).toMatch(new RegExp(`\\b${mutation}\\(input:`));
    }
  });

  it('says truly that the first example can be sent again', async () => {
    const [first] = blocks.flatMap((block, at) => exampleOf(block, blocks[at + 1]) ?? []);
    if (first === undefined) throw new Error('the page has no example');
    const reporter = { authorization: `Bearer ${tokens.get('TOKEN')}` };
    const { report, changes, userErrors } = (await hub.query(first.query, first.variables, reporter))
      .submitReport;
    expect([report.version, report.state, userErrors]).toEqual([1, 'SUPERSEDED', []]);
    expect(changes).toHaveLength(2);
    const otherwise = { ...(first.variables as { input: object }).input, period: 'mid-term' };
    const { data } = await hub.ask(first.query, { input: otherwise }, reporter);
    expect(data.submitReport.userErrors).toMatchObject([{ code: 'CONFLICT', field: ['idempotencyKey'] }]);
  });

  it('draws the versions as they became', async () => {
    const rows = await hub.database.dataSource.query<
      { version: number; state: string; published: boolean }[]
    >(
      `select version, state, published_at is not null as published from status_report
      where code like 'try/1/%' order by version`,
    );
    expect(rows).toEqual([
      { version: 1, state: 'SUPERSEDED', published: false },
      { version: 2, state: 'SUPERSEDED', published: false },
      { version: 3, state: 'WITHDRAWN', published: true },
    ]);
  });

  it('has a program that fits its types, which Node.js can strip off', async () => {
    const program = blocks.find(({ language }) => language === 'ts')?.text ?? '';
    const file = join(folder, 'report.mts');
    await writeFile(file, program);
    const tsc = join(projectRoot, 'node_modules', 'typescript', 'bin', 'tsc');
    const options =
      '--noEmit --strict --erasableSyntaxOnly --noUncheckedIndexedAccess --noPropertyAccessFromIndexSignature ' +
      '--module nodenext --target es2023 --ignoreConfig --types node';
    const types = ['--typeRoots', join(projectRoot, 'node_modules', '@types')];
    const { stdout } = await run(process.execPath, [tsc, ...options.split(' '), ...types, file]).catch(
      (failure: { stdout: string }) => failure,
    );
    expect(stdout).toBe('');
  });
});
