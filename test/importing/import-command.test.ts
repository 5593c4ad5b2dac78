import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { cloneDatabase, emptyDatabase, type TestDatabase } from '../setup/databases.js';
import { dumpDatabase } from './dump-database.js';
import { accepted, importObject } from './import-text.js';
import { pageText } from './page-text.js';
import { row, trackerPlan, trackerText } from './tracker-text.js';

const hub = new URL('../../dist/src/main.js', import.meta.url).pathname;

let folder: string;
let database: TestDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-command-'));
  const files: Record<string, string | Uint8Array> = {
    'page.txt': pageText(),
    'waiting.txt': pageText({ results: '1. As Commitment 99 says.\n2. We wait.' }),
    'wrong.txt': pageText({ leads: 'Moon  Office', period: 'Mid-term (July 1, 2016 to June 30, 2019)' }),
    'sneaky.txt': pageText({ leads: 'Moon\u001b[2J\u202e Office' }),
    'departments.json': JSON.stringify({ departments: [{ code: 'moon', name: { en: 'Moon Office' } }] }),
    'broken.json': '{\n  "departments": [\n',
    'tracker.csv': trackerText(row()),
    'wrong.csv': trackerText(row('C01.1.1', { status: 'Done', owner_org: 'moon' })),
    'many.csv': trackerText(...Array.from({ length: 1_200 }, () => row('C01.1.1', { status: '' }))),
    'empty.txt': '',
    'empty.csv': '',
    'empty.json': '',
    'binary.json': Uint8Array.of(0, 255, 254, 7),
    'binary.csv': Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0),
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  await mkdir(join(folder, 'folder.csv'));
});
beforeEach(async () => {
  database = await cloneDatabase('sample');
});
afterEach(() => database.drop());
afterAll(() => rm(folder, { recursive: true }));

interface Ran {
  readonly code: number | null;
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
}

/** Runs `hub import` in the folder of the files, as people do, and waits for its end. */
async function run(args: readonly string[], url = database.url): Promise<Ran> {
  const child = spawn(process.execPath, [hub, 'import', ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], DATABASE_URL: url, HUB_DATA_DIR: join(folder, '.hub') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  const lines = (output: string) => output.split('\n').filter((line) => line !== '');
  return { code, stdout: lines(stdout), stderr: lines(stderr) };
}
const dump = () => dumpDatabase(database.dataSource);

describe('hub import', () => {
  it('says on standard output what it made and changed, and nothing on standard error', async () => {
    expect(await run(['departments.json', 'page.txt'])).toEqual({
      code: 0,
      stdout: [
        'departments.json: imported as hub data: departments 1 created',
        'page.txt: imported as commitment page: commitments 1 amended; deliverables 2 amended; ' +
          'actors 1 unchanged; reports 1 amended',
      ],
      stderr: [],
    });
  });

  it('says that nothing changed the second time', async () => {
    await run(['page.txt']);
    const before = await dump();
    expect(await run(['page.txt'])).toEqual({
      code: 0,
      stdout: [
        'page.txt: imported as commitment page, nothing changed: commitments 1 unchanged; ' +
          'deliverables 2 unchanged; actors 1 unchanged; reports 1 unchanged',
      ],
      stderr: [],
    });
    expect(await dump()).toEqual(before);
  });

  it('only says what would change with --dry-run', async () => {
    const before = await dump();
    const { code, stdout } = await run(['--dry-run', 'page.txt', 'departments.json']);
    expect(code).toBe(0);
    expect(stdout).toEqual([
      'page.txt: would be imported as commitment page: commitments 1 amended; deliverables 2 amended; ' +
        'actors 1 unchanged; reports 1 amended',
      'departments.json: would be imported as hub data: departments 1 created',
    ]);
    expect(await dump()).toEqual(before);
  });

  it('tells each problem as file, line, severity, column, message and value, and ends with 1', async () => {
    const before = await dump();
    expect(await run(['wrong.txt'])).toEqual({
      code: 1,
      stdout: [],
      stderr: [
        'wrong.txt:3: error: Lead implementing department(s): No department or partner organization is known ' +
          'by this name; import it, or its alias, first. (given: "Moon Office")',
        'wrong.txt:5: error: Reporting period: No plan has a reporting period with these dates; expected one of ' +
          'ca-2016-2018/mid-term (2016-07-01 to 2017-06-30), ca-2016-2018/end-of-term (2016-07-01 to 2018-06-30). ' +
          '(given: "2016-07-01 to 2019-06-30")',
        'wrong.txt: refused, nothing was saved',
      ],
    });
    expect(await dump()).toEqual(before);
  });

  it('tells a warning and does not refuse the file for it', async () => {
    const { code, stdout, stderr } = await run(['waiting.txt']);
    expect(stderr).toEqual([
      'waiting.txt:14: warning: Description of results: The hub does not know this commitment yet; ' +
        'the reference is linked when it arrives. (given: "ca-2016-2018/99")',
    ]);
    expect(stdout).toEqual([
      expect.stringMatching(/^waiting\.txt: imported .*awaited references 1 created$/),
    ]);
    expect(code).toBe(0);
  });

  it('takes the other files where one is refused, and ends with 1', async () => {
    const { code, stdout, stderr } = await run(['wrong.txt', 'page.txt', 'broken.json', 'departments.json']);
    expect(code).toBe(1);
    expect(stdout.map((line) => line.split(':')[0])).toEqual(['page.txt', 'departments.json']);
    expect(stderr.filter((line) => line.endsWith('refused, nothing was saved'))).toEqual([
      'wrong.txt: refused, nothing was saved',
      'broken.json: refused, nothing was saved',
    ]);
    expect(await database.dataSource.query(`select code from department where code = 'moon'`)).toHaveLength(
      1,
    );
  });

  it('takes the plan of a tracker from --plan', async () => {
    accepted(await importObject(database.dataSource, trackerPlan('xx-2022-2024')));
    accepted(await importObject(database.dataSource, trackerPlan('yy-2022-2024')));
    const unnamed = await run(['tracker.csv']);
    expect(unnamed.code).toBe(1);
    expect(unnamed.stderr[0]).toMatch(/^tracker\.csv:2: error: reporting_period: Several plans .* --plan\./);
    expect(await run(['--plan', 'yy-2022-2024', 'tracker.csv'])).toEqual({
      code: 0,
      stdout: ['tracker.csv: imported as tracker: reports 1 created'],
      stderr: [],
    });
    expect(await run(['tracker.csv', 'wrong.csv', '--plan', 'xx-2022-2024'])).toMatchObject({
      code: 1,
      stderr: [
        expect.stringMatching(/^wrong\.csv:2: error: status: .* \(given: "Done"\)$/),
        'wrong.csv: refused, nothing was saved',
      ],
    });
  });

  it('lists a thousand problems and counts the others', async () => {
    accepted(await importObject(database.dataSource, trackerPlan()));
    const { code, stderr } = await run(['many.csv']);
    expect(code).toBe(1);
    expect(stderr).toHaveLength(1_002);
    expect(stderr[0]).toBe('many.csv:2: error: status: This field must not be empty.');
    expect(stderr.slice(-2)).toEqual([
      'many.csv: and 200 more problems',
      'many.csv: refused, nothing was saved',
    ]);
  });

  it('refuses what is missing, empty, a folder or no text, and goes on', async () => {
    const expected: [file: string, message: string][] = [
      ['missing.csv', ': error: There is no such file.'],
      ['missing.json', ': error: There is no such file.'],
      ['page.txt/inside.txt', ': error: There is no such file.'],
      ['folder.csv', ': error: This is a folder; expected a file.'],
      ['.', ': error: This is a folder; expected a file.'],
      ['empty.txt', ':1: error: The page is empty.'],
      [
        'empty.csv',
        ': error: The file is empty; expected a header with the columns of a tracker, then rows.',
      ],
      ['binary.json', ': error: This file is not text in UTF-8; save it as text in UTF-8 and try again.'],
    ];
    const { code, stdout, stderr } = await run([...expected.map(([file]) => file), 'departments.json']);
    expect(stderr).toEqual(
      expected.flatMap(([file, message]) => [`${file}${message}`, `${file}: refused, nothing was saved`]),
    );
    expect(stdout).toEqual(['departments.json: imported as hub data: departments 1 created']);
    expect(code).toBe(1);
  });

  it('tells the line of what is no JSON and no table', async () => {
    const { code, stderr } = await run(['empty.json', 'binary.csv', 'broken.json']);
    expect(code).toBe(1);
    expect(stderr).toEqual([
      expect.stringMatching(/^empty\.json:1: error: \p{Lu}.*\.$/u),
      'empty.json: refused, nothing was saved',
      expect.stringMatching(/^binary\.csv:1: error: This is not text in UTF-8; .*\.$/),
      'binary.csv: refused, nothing was saved',
      expect.stringMatching(/^broken\.json:\d: error: \p{Lu}.*\.$/u),
      'broken.json: refused, nothing was saved',
    ]);
  });

  it('lets nothing in a file steer the terminal', async () => {
    const { stderr } = await run(['sneaky.txt']);
    expect(stderr[0]).toContain('(given: "Moon\ufffd[2J\ufffd Office")');
  });

  it('prepares an empty database first', async () => {
    const empty = await emptyDatabase();
    try {
      expect(await run(['departments.json'], empty.url)).toMatchObject({ code: 0, stderr: [] });
    } finally {
      await empty.drop();
    }
  });

  it('says in one line that there is no database, or no file', async () => {
    const unreachable = await run(['page.txt'], 'postgres://nobody:secret@127.0.0.1:1/none');
    expect(unreachable).toMatchObject({
      code: 1,
      stdout: [],
      stderr: [expect.stringMatching(/^hub: .*127\.0\.0\.1:1/)],
    });
    expect(unreachable.stderr.join()).not.toContain('secret');
    expect(await run([])).toMatchObject({
      code: 1,
      stderr: [expect.stringContaining("missing required argument 'file'")],
    });
  });
});
