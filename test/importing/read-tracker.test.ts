import { existsSync, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { readRow } from '../../src/importing/tracker/read-row.js';
import { readTracker, type TrackerLine, type TrackerRow } from '../../src/importing/tracker/read-tracker.js';
import type { Problem } from '../../src/reporting/problem.js';

const columns = [
  'reporting_period',
  'commitments',
  'milestones',
  'indicators',
  'status',
  'progress_en',
  'progress_fr',
  'evidence_en',
  'evidence_fr',
  'challenges_en',
  'challenges_fr',
  'record_created',
  'record_modified',
  'user_modified',
  'owner_org',
  'owner_org_title',
] as const;
const optional = new Set(['record_created', 'record_modified', 'user_modified', 'owner_org_title']);
const required = columns.filter((column) => !optional.has(column));

type Column = (typeof columns)[number];
type Cells = Readonly<Record<Column, string>>;

const reported: Cells = {
  reporting_period: '2023-06',
  commitments: 'C05',
  milestones: 'C05.2',
  indicators: 'C05.2.01',
  status: 'SP',
  progress_en: 'Half of it, "at last"',
  progress_fr: 'La moitié, « enfin »',
  evidence_en: '',
  evidence_fr: '',
  challenges_en: '',
  challenges_fr: '',
  record_created: '2023-06-12 09:00:00',
  record_modified: '2023-06-30T14:05:33.120000',
  user_modified: 'someone',
  owner_org: 'tbs-sct',
  owner_org_title: 'Treasury Board of Canada Secretariat',
};

const row: TrackerRow = {
  line: 2,
  period: '2023-06',
  commitment: 'C05',
  milestone: 'C05.2',
  indicator: 'C05.2.01',
  completion: 'SUBSTANTIAL' as TrackerRow['completion'],
  results: { en: 'Half of it, "at last"', fr: 'La moitié, « enfin »' },
  evidence: null,
  challenges: null,
  publishedOn: '2023-06-30',
  department: 'tbs-sct',
};

const header = columns.join(',');

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function record(cells: Partial<Cells> = {}): string {
  const all = { ...reported, ...cells };
  return columns.map((column) => quoted(all[column])).join(',');
}

function file(...records: readonly string[]): string {
  return `${[header, ...records].join('\n')}\n`;
}

async function collected(source: Readable): Promise<readonly TrackerLine[]> {
  const lines: TrackerLine[] = [];
  for await (const line of readTracker(source)) {
    lines.push(line);
  }
  return lines;
}

/** The bytes as a stream whose chunks end where the cuts, taken as fractions of the length, say. */
function streamOf(bytes: Buffer, cuts: readonly number[]): Readable {
  const ends = [...cuts.map((cut) => Math.floor(cut * bytes.length)), bytes.length].sort((a, b) => a - b);
  return Readable.from(ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end)));
}

/** Reads the same content whole, byte by byte and cut at random: what comes out must not depend on it. */
async function read(content: string | Uint8Array): Promise<readonly TrackerLine[]> {
  const bytes = Buffer.from(content as string);
  const lines = await collected(Readable.from([bytes]));
  expect(await collected(Readable.from([...bytes].map((byte) => Buffer.of(byte))))).toEqual(lines);
  const randomly = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(randomly, async (cuts) => {
      expect(await collected(streamOf(bytes, cuts))).toEqual(lines);
    }),
    { numRuns: 5 },
  );
  return lines;
}

function rowsOf(lines: readonly TrackerLine[]): readonly TrackerRow[] {
  return lines.flatMap((line) => (line.kind === 'row' ? [line.row] : []));
}

function problemsOf(lines: readonly TrackerLine[]): readonly Problem[] {
  return lines.flatMap((line) => (line.kind === 'problem' ? [line.problem] : []));
}

async function rowWith(cells: Partial<Cells>): Promise<TrackerRow | undefined> {
  const lines = await read(file(record(cells)));
  expect(problemsOf(lines)).toEqual([]);
  return rowsOf(lines)[0];
}

/** The problems of a file of one row, which must be nothing but errors and no row, or warnings and a row. */
async function problemsWith(cells: Partial<Cells>): Promise<readonly Problem[]> {
  const lines = await read(file(record(cells)));
  const problems = problemsOf(lines);
  expect(rowsOf(lines)).toHaveLength(problems.some(({ severity }) => severity === 'error') ? 0 : 1);
  expect(problems.every(({ line }) => line === 2)).toBe(true);
  return problems;
}

const saying = (words: string) => expect.stringContaining(words) as string;

describe('a row of a tracker', () => {
  it('is read whole', async () => {
    expect(await read(file(record()))).toEqual([{ kind: 'row', row }]);
  });

  it('keeps nothing of who modified it or of the organization’s title', async () => {
    const lines = await read(file(record()));
    expect(JSON.stringify(lines)).not.toMatch(/someone|Treasury Board/);
  });

  it('keeps its codes literally, zero-padded or not', async () => {
    expect(await rowWith({ indicators: 'C05.2.1' })).toMatchObject({ indicator: 'C05.2.1' });
    expect(await rowWith({ indicators: ' C05.2.01\t' })).toMatchObject({ indicator: 'C05.2.01' });
  });

  it('has its texts trimmed and their line breaks made LF', async () => {
    const cells = { progress_en: ' one\r\ntwo\rthree\n\r\nfour \r\n', progress_fr: ' un ' };
    expect(await rowWith(cells)).toMatchObject({ results: { en: 'one\ntwo\nthree\n\nfour', fr: 'un' } });
  });

  it('leaves out the language of a blank text, and the text where both are blank', async () => {
    const cells = { progress_en: '  \r\n ', evidence_fr: 'https://example.org', challenges_en: 'NIL' };
    const read = await rowWith(cells);
    expect(read?.results).toStrictEqual({ fr: reported.progress_fr });
    expect(read?.evidence).toStrictEqual({ fr: 'https://example.org' });
    expect(read?.challenges).toStrictEqual({ en: 'NIL' });
    expect(await rowWith({ progress_en: '', progress_fr: ' ' })).toMatchObject({ results: null });
  });

  it.each([
    ['NOT_STARTED', ['NS', 'ns', 'Not started', 'NOT  STARTED', 'Non commencé', 'NON COMMENCE']],
    ['LIMITED', ['LP', 'Limited', 'limited progress', 'Progrès limité', 'Progre\u0300s limite\u0301']],
    ['SUBSTANTIAL', ['SP', 'Substantial', 'Substantial Progress', 'progrès important']],
    ['COMPLETE', ['C', 'c', 'Complete', 'Completed', 'Réalisé', 'RÉALISÉ']],
    [null, ['', '  ']],
  ])('has the completion %s for %j', async (completion, words) => {
    const lines = await read(file(...words.map((status) => record({ status }))));
    expect(problemsOf(lines)).toEqual([]);
    expect(rowsOf(lines).map((each) => each.completion)).toEqual(words.map(() => completion));
  });

  it.each([
    '2024-02-29',
    '2024/02/29',
    '2024-02-29 23:59',
    '2024-02-29T23:59:59',
    '2024-02-29T23:59:59.123456',
    '2024-02-29T23:59:59Z',
    '2024-02-29 23:59:59-05:00',
    '2024-02-29 23:59:59.5+00',
    '2024-02-29 23:59:59 UTC',
  ])('is published on the day of "%s", whatever the time zone', async (modified) => {
    expect(await rowWith({ record_modified: modified })).toMatchObject({ publishedOn: '2024-02-29' });
  });

  it('knows the leap years', async () => {
    expect(await rowWith({ record_modified: '2000-02-29' })).toMatchObject({ publishedOn: '2000-02-29' });
    expect(await rowWith({ record_modified: '2023-12-31' })).toMatchObject({ publishedOn: '2023-12-31' });
  });

  it('is published when it was created where no modification is given', async () => {
    expect(await rowWith({ record_modified: '' })).toMatchObject({ publishedOn: '2023-06-12' });
    expect(await rowWith({ record_modified: '', record_created: '' })).toMatchObject({ publishedOn: null });
  });

  it.each([
    'yesterday',
    '2023-02-29',
    '2023-13-01',
    '30/06/2023',
    '2023-06',
    '0000-01-01',
    '2023-06-30 25:00',
    '2023-06-30 12',
    '2023-06-30T12:00 EST',
    '2023-06-30Z',
    '2023-06-3012:00',
  ])('warns of the date "%s" and is published on no known day', async (modified) => {
    const lines = await read(file(record({ record_modified: modified })));
    expect(lines).toEqual([
      {
        kind: 'problem',
        problem: {
          severity: 'warning',
          message: saying('expected a day that exists'),
          line: 2,
          column: 'record_modified',
          value: modified,
        },
      },
      { kind: 'row', row: { ...row, publishedOn: null } },
    ]);
  });

  it('warns of a malformed date of creation beside a good one of modification', async () => {
    const lines = await read(file(record({ record_created: 'soon' })));
    expect(problemsOf(lines)).toMatchObject([{ severity: 'warning', column: 'record_created' }]);
    expect(rowsOf(lines)).toEqual([row]);
  });
});

describe('a row that is refused', () => {
  it.each<[Column, string, string]>([
    ['reporting_period', '2023-13', 'YYYY-MM'],
    ['reporting_period', '2023-00', 'YYYY-MM'],
    ['reporting_period', '2023-6', 'YYYY-MM'],
    ['reporting_period', '2023-06-01', 'YYYY-MM'],
    ['reporting_period', '', 'YYYY-MM'],
    ['commitments', 'C5', '"C05"'],
    ['commitments', 'c05', '"C05"'],
    ['commitments', '', '"C05"'],
    ['milestones', 'C05', '"C05.2"'],
    ['milestones', 'C05.123', '"C05.2"'],
    ['milestones', '', '"C05.2"'],
    ['indicators', 'C05.2', '"C05.2.01"'],
    ['indicators', 'C05.2.123', '"C05.2.01"'],
    ['indicators', 'C05.2.٣', '"C05.2.01"'],
    ['indicators', '', '"C05.2.01"'],
    ['status', 'Done', 'NS'],
    ['status', 'No evidence', 'NS'],
    ['owner_org', 'TBS-SCT', '"tbs-sct"'],
    ['owner_org', 'tbs--sct', '"tbs-sct"'],
    ['owner_org', 'x'.repeat(81), '"tbs-sct"'],
    ['owner_org', '', '"tbs-sct"'],
  ])('says what %s accepts instead of "%s"', async (column, value, accepted) => {
    const problems = await problemsWith({ [column]: value });
    expect(problems).toEqual([{ severity: 'error', message: saying(accepted), line: 2, column, value }]);
  });

  it('says that a cell must not be empty rather than that it is malformed', async () => {
    expect(await problemsWith({ indicators: ' ' })).toMatchObject([{ message: saying('must not be empty') }]);
  });

  it('tells all that is wrong with it, errors and warnings', async () => {
    const problems = await problemsWith({
      reporting_period: 'June',
      commitments: 'five',
      milestones: 'two',
      indicators: '',
      status: 'Maybe',
      progress_en: 'a\u0000b',
      evidence_fr: 'x'.repeat(20_001),
      record_created: 'then',
      record_modified: 'now',
      owner_org: 'Treasury Board',
    });
    expect(problems.map(({ column }) => column)).toEqual([
      'reporting_period',
      'commitments',
      'milestones',
      'indicators',
      'status',
      'progress_en',
      'evidence_fr',
      'record_created',
      'record_modified',
      'owner_org',
    ]);
  });

  it('does not keep the rows around it from being read', async () => {
    const lines = await read(file(record(), record({ status: '?' }), record()));
    expect(rowsOf(lines)).toEqual([row, { ...row, line: 4 }]);
    expect(problemsOf(lines)).toMatchObject([{ line: 3, column: 'status' }]);
  });

  it.each([
    ['C01', 'C01.1', 'C01.10.1', 'indicators', 'C01.10'],
    ['C01', 'C01.10', 'C01.1.1', 'indicators', 'C01.1'],
    ['C05', 'C05.02', 'C05.2.01', 'indicators', 'C05.2'],
    ['C01', 'C02.1', 'C02.1.1', 'milestones', 'C02'],
  ])(
    'names the parent that %s, %s, %s does not fit',
    async (commitment, milestone, indicator, column, parent) => {
      const cells = { commitments: commitment, milestones: milestone, indicators: indicator };
      const value = column === 'indicators' ? indicator : milestone;
      expect(await problemsWith(cells)).toEqual([
        { severity: 'error', message: saying(` ${parent};`), line: 2, column, value },
      ]);
    },
  );

  it('says nothing about belonging where the parent itself cannot be read', async () => {
    expect(await problemsWith({ milestones: 'C1' })).toMatchObject([{ column: 'milestones' }]);
  });

  it.each<Column>([
    'progress_en',
    'progress_fr',
    'evidence_en',
    'evidence_fr',
    'challenges_en',
    'challenges_fr',
  ])('has a text in %s that cannot be stored', async (column) => {
    const wrong = { severity: 'error', column };
    expect(await problemsWith({ [column]: 'x'.repeat(20_001) })).toMatchObject([
      { ...wrong, message: saying('at most 20000') },
    ]);
    expect(await problemsWith({ [column]: 'a\u0000b' })).toMatchObject([
      { ...wrong, message: saying('null character'), value: 'a\u0000b' },
    ]);
  });

  it('has its text measured without the blanks around it', async () => {
    const words = 'é'.repeat(20_000);
    expect((await rowWith({ progress_fr: ` ${words}\r\n` }))?.results?.fr).toBe(words);
  });

  it.each([
    ['half a character in a stream of strings', ['a\ud83d', 'b']],
    ['half a character at the end of a string', ['\ud83d\ud83d', '\udf0d']],
    ['half a character before bytes', ['a\ud83d', Buffer.from('b')]],
  ])('has %s', async (_, words) => {
    const [before = '', after = ''] = file(record({ progress_en: '@' })).split('@');
    const lines = await collected(Readable.from([before, ...words, after]));
    expect(lines).toMatchObject([
      { kind: 'problem', problem: { severity: 'error', line: 2, column: 'progress_en' } },
    ]);
  });

  it('has half a character where a stream of strings ends', async () => {
    const cells = required.map((column) => quoted(reported[column])).join(',');
    const lines = await collected(Readable.from([`${required.join(',')}\n`, `${cells}\ud83d`]));
    expect(lines).toMatchObject([{ problem: { severity: 'error', line: 2, column: 'owner_org' } }]);
  });

  it('names each cell that is not UTF-8, and reading goes on', async () => {
    const latin1 = Buffer.from(file(record({ progress_en: 'ça', progress_fr: 'déjà' })), 'latin1');
    const lines = await read(Buffer.concat([latin1, Buffer.from(`${record()}\n`)]));
    const fault = { severity: 'error', message: saying('UTF-8'), line: 2 };
    expect(problemsOf(lines)).toEqual([
      { ...fault, column: 'progress_en' },
      { ...fault, column: 'progress_fr' },
    ]);
    expect(rowsOf(lines)).toEqual([{ ...row, line: 3 }]);
  });

  it.each([
    ['an overlong encoding', [0xc0, 0xaf]],
    ['an encoded surrogate', [0xed, 0xa0, 0x80]],
    ['a character cut short', [0xe2, 0x82]],
    ['a code point above U+10FFFF', [0xf4, 0x90, 0x80, 0x80]],
  ])('holds %s', async (_, bytes) => {
    const [before = '', after = ''] = file(record({ progress_en: '@' })).split('@');
    const lines = await read(Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)]));
    expect(problemsOf(lines)).toMatchObject([{ line: 2, column: 'progress_en', message: saying('UTF-8') }]);
  });

  it('is not refused for bytes that are no UTF-8 where they are not kept', async () => {
    const [before = '', after = ''] = file(record({ user_modified: '@' })).split('@');
    const damaged = Buffer.concat([Buffer.from(before), Buffer.of(0xe9), Buffer.from(after)]);
    expect(await read(damaged)).toEqual([{ kind: 'row', row }]);
  });

  it('warns only where a date is not UTF-8', async () => {
    const [before = '', after = ''] = file(record({ record_modified: '@' })).split('@');
    const lines = await read(Buffer.concat([Buffer.from(before), Buffer.of(0xe9), Buffer.from(after)]));
    expect(problemsOf(lines)).toMatchObject([{ severity: 'warning', line: 2, column: 'record_modified' }]);
    expect(rowsOf(lines)).toEqual([{ ...row, publishedOn: null }]);
  });

  it.each([
    ['too few', record().replace(/,[^,]*$/, ''), columns.length - 1],
    ['too many', `${record()},x`, columns.length + 1],
    ['one', 'x', 1],
  ])('has %s cells', async (_, wrong, count) => {
    const lines = await read(file(record(), wrong, record()));
    expect(problemsOf(lines)).toEqual([
      { severity: 'error', message: saying(`${count}; expected ${columns.length}`), line: 3 },
    ]);
    expect(rowsOf(lines).map(({ line }) => line)).toEqual([2, 4]);
  });
});

describe('a row read without a file', () => {
  const recordOf = (cells: Partial<Cells>) => ({
    line: 7,
    nameOf: (column: Column) => column.toUpperCase(),
    cellOf: (column: Column) => ({ ...reported, ...cells })[column],
  });

  it('is the same row', () => {
    expect(readRow(recordOf({}))).toEqual([{ kind: 'row', row: { ...row, line: 7 } }]);
  });

  it('tells every reason against one text', () => {
    const progress = `${'x'.repeat(20_000)}\u0000\ud800x`;
    const place = { severity: 'error', line: 7, column: 'PROGRESS_EN' };
    expect(readRow(recordOf({ progress_en: progress }))).toMatchObject([
      { problem: { ...place, message: saying('20003 characters') } },
      { problem: { ...place, message: saying('null character') } },
      { problem: { ...place, message: saying('lone surrogate') } },
    ]);
  });
});

describe('the header of a tracker', () => {
  it('takes its columns in any order and case, with blanks around them', async () => {
    const order = [...columns].reverse();
    const content = [
      order.map((column) => ` ${column.toUpperCase()}\t`).join(','),
      order.map((column) => quoted(reported[column])).join(','),
    ].join('\n');
    expect(await read(content)).toEqual([{ kind: 'row', row }]);
  });

  it('gives problems the names it writes', async () => {
    const content = file(record({ status: '?' })).replace('status', ' Status ');
    expect(problemsOf(await read(content))).toMatchObject([{ column: 'Status' }]);
  });

  it('may start with a byte-order mark, before a quote as well', async () => {
    expect(await read(`\ufeff${file(record())}`)).toEqual([{ kind: 'row', row }]);
    const everyCellQuoted = `\ufeff${columns.map((column) => `"${column}"`).join(',')}\n${record()}`;
    expect(await read(everyCellQuoted)).toEqual([{ kind: 'row', row }]);
  });

  it('needs no dates, person or title', async () => {
    const content = [required.join(','), required.map((column) => quoted(reported[column])).join(',')].join(
      '\n',
    );
    expect(await read(content)).toEqual([{ kind: 'row', row: { ...row, publishedOn: null } }]);
  });

  it.each(required)('is refused without %s, and nothing else is read', async (column) => {
    const content = file(record(), 'a "broken" row').replace(column, 'something');
    const problems = problemsOf(await read(content));
    expect(problems).toMatchObject([
      { severity: 'error', line: 1, message: saying(`lacks ${column};`) },
      { severity: 'warning', line: 1, message: saying('something') },
    ]);
  });

  it('names every column it lacks at once', async () => {
    const problems = problemsOf(await read('status,progress_en\nSP,x\n'));
    expect(problems).toHaveLength(1);
    for (const column of required.slice(0, 4)) {
      expect(problems[0]?.message.split(';')[0]).toContain(column);
    }
  });

  it('is refused when it repeats columns, whatever their case, and nothing else is read', async () => {
    const content = `${header},Status,OWNER_ORG\n${record()},SP,x\n`;
    expect(await read(content)).toMatchObject([
      { problem: { severity: 'error', line: 1, message: saying('repeats status, owner_org;') } },
    ]);
  });

  it('is warned of columns that a tracker does not have, and their cells are not read', async () => {
    const content = `${header},notes,,notes\n${record()},x,\u0000,z\n`;
    const problem = {
      severity: 'warning',
      line: 1,
      message: saying('notes, column 18 (without a name), notes;'),
    };
    expect(await read(content)).toMatchObject([{ problem }, { kind: 'row', row }]);
  });

  it('is told in a message of bounded length', async () => {
    const content = `${header},${'x'.repeat(1000)},${Array.from({ length: 500 }, (_, n) => `n${n}`)}\n`;
    const [problem] = problemsOf(await read(content));
    expect(problem?.message).toContain('and 489 more');
    expect(problem?.message.length).toBeLessThan(1000);
  });

  it('may stand below blank lines', async () => {
    expect(await read(`\r\n \r\n${file(record())}`)).toEqual([{ kind: 'row', row: { ...row, line: 4 } }]);
  });
});

describe('the lines of a tracker', () => {
  it('may end in LF, CR LF or CR, even in one file, and the last in nothing', async () => {
    const lines = await read(`${header}\r\n${record()}\n${record()}\r${record()}\r\n${record()}`);
    expect(lines).toEqual([2, 3, 4, 5].map((line) => ({ kind: 'row', row: { ...row, line } })));
  });

  it('are counted as an editor counts them, in cells and blank lines as well', async () => {
    const broken = record({ progress_en: 'one\r\ntwo\n\nfour', user_modified: 'a\rb' });
    const lines = await read(file(broken, '', '   ', record(), broken, record({ status: '?' })));
    expect(rowsOf(lines).map(({ line }) => line)).toEqual([2, 9, 10]);
    expect(problemsOf(lines).map(({ line }) => line)).toEqual([15]);
  });
});

describe('a file that is no tracker', () => {
  const refused: readonly [string, string | Uint8Array, Partial<Problem>][] = [
    ['is empty', '', { message: saying('empty') }],
    ['has nothing but a byte-order mark', '\ufeff', { message: saying('empty') }],
    ['has nothing but blank lines', '\n\r\n  \n', { message: saying('empty') }],
    ['has semicolons', file(record()).replaceAll(',', ';'), { line: 1, message: saying('semicolons (;)') }],
    ['has tabs', file(record()).replaceAll(',', '\t'), { line: 1, message: saying('tabs') }],
    ['has bars', `\n${file(record()).replaceAll(',', '|')}`, { line: 2, message: saying('bars (|)') }],
    [
      'has semicolons between quotes',
      `\ufeff${columns.map((column) => `"${column}"`).join(';')}\n`,
      { line: 1, message: saying('semicolons (;)') },
    ],
    ['is UTF-16', Buffer.from(`\ufeff${file(record())}`, 'utf16le'), { line: 1, message: saying('UTF-8') }],
    ['is UTF-16 unmarked', Buffer.from(file(record()), 'utf16le'), { line: 1, message: saying('UTF-8') }],
    [
      'is a workbook',
      Buffer.from('504b03041400060008000000210041378', 'hex'),
      { line: 1, message: saying('workbook') },
    ],
    ['is an image', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), { line: 1 }],
    [
      'is a page of HTML',
      '<!DOCTYPE html>\n<html lang="en"></html>\n',
      { line: 1, message: saying('lacks') },
    ],
    ['opens a quote in its header', `"${file(record())}`, { line: 1, message: saying('quote') }],
  ];
  it.each(refused)('is refused when it %s', async (_, content, problem) => {
    const problems = problemsOf(await read(content)).filter(({ severity }) => severity === 'error');
    expect(problems).toMatchObject([{ severity: 'error', ...problem }]);
  });

  it('is only warned of when it has a header and no rows', async () => {
    expect(await read(`${header}\n\n`)).toEqual([
      { kind: 'problem', problem: { severity: 'warning', message: saying('no rows') } },
    ]);
    expect(await read(header)).toHaveLength(1);
  });
});

describe('a tracker that breaks off', () => {
  it.each([
    ['in a quote that the end of the file leaves open', '"and then', 'not closed'],
    ['where something follows a closing quote', '"and" then', 'follows a closing quote'],
    ['where a quote stands in a cell without quotes', 'and "then"', 'inside a cell without quotes'],
  ])('%s is read up to there', async (_, progress, message) => {
    const [before = '', after = ''] = record({ progress_en: '@' }).split('@');
    const lines = await read(
      file(
        record(),
        record(),
        `${before}${progress}${after.replaceAll('"', '')}`,
        record({ progress_en: '' }).replaceAll('"', ''),
      ),
    );
    expect(rowsOf(lines).map(({ line }) => line)).toEqual([2, 3]);
    expect(problemsOf(lines)).toEqual([
      { severity: 'error', message: saying(message), line: 4, column: 'progress_en' },
    ]);
  });

  it('in the middle of a row tells that cells are wanting', async () => {
    const lines = await read(file(record(), record()).slice(0, -60));
    expect(rowsOf(lines)).toEqual([row]);
    expect(problemsOf(lines)).toMatchObject([{ severity: 'error', line: 3 }]);
  });

  it.each([
    ['text', 'x'],
    ['commas', ','],
    ['line breaks inside a quote', '\n'],
    ['doubled quotes', '""'],
  ])('with a record of endless %s is read no further than that', async (_, filling) => {
    const taken = { bytes: 0 };
    const endless = Readable.from(
      (function* () {
        yield Buffer.from(`${file(record())}${filling === ',' ? '' : '"'}`);
        for (;;) {
          taken.bytes += 64 * 1024;
          yield Buffer.alloc(64 * 1024, filling);
        }
      })(),
    );
    const lines = await collected(endless);
    expect(rowsOf(lines)).toEqual([row]);
    expect(problemsOf(lines)).toMatchObject([
      { severity: 'error', line: 3, message: saying('1048576 bytes') },
    ]);
    expect(taken.bytes).toBeLessThan(4 * 1024 * 1024);
    expect(endless.destroyed).toBe(true);
  });

  it('with a record too long is read no further, even where the record ends', async () => {
    const longest = record({ user_modified: 'x'.repeat(1024 * 1024 - 1000) });
    const overlong = record({ user_modified: 'x'.repeat(1024 * 1024) });
    const lines = await collected(Readable.from([file(longest, overlong, record())]));
    expect(rowsOf(lines)).toEqual([row]);
    expect(problemsOf(lines)).toMatchObject([{ line: 3, message: saying('1048576 bytes') }]);
  });

  it('takes a record of six texts of the greatest length', async () => {
    const words = '"é€'.repeat(6666);
    const texts = Object.fromEntries(columns.slice(5, 11).map((column) => [column, words]));
    expect((await rowWith(texts))?.challenges).toEqual({ en: words, fr: words });
  });
});

describe('the stream of a tracker', () => {
  it('rejects the reading when it fails itself', async () => {
    const failing = Readable.from(
      (function* () {
        yield file(record());
        throw new Error('the disk is gone');
      })(),
    );
    await expect(collected(failing)).rejects.toThrow('the disk is gone');
  });

  it('rejects the reading when it gives neither bytes nor strings', async () => {
    await expect(collected(Readable.from([42]))).rejects.toThrow(TypeError);
  });

  it('may give strings, cut inside a character as well', async () => {
    const content = file(record({ progress_en: '🌍🌎🌏' }));
    const units = Array.from({ length: content.length }, (_, index) => content.charAt(index));
    expect(rowsOf(await collected(Readable.from(units)))[0]?.results?.en).toBe('🌍🌎🌏');
  });

  it('is destroyed when the reading stops early or the header is refused', async () => {
    const left = Readable.from(Array.from({ length: 100 }, () => file(record())));
    for await (const line of readTracker(left)) {
      expect(line.kind).toBe('row');
      break;
    }
    expect(left.destroyed).toBe(true);
    const refused = Readable.from(['a,b\n', 'c,d\n']);
    await collected(refused);
    expect(refused.destroyed).toBe(true);
  });

  it('is never far ahead of whoever takes the rows, of which 200,000 pass', async () => {
    const total = 200_000;
    const rowsInChunk = 20;
    const line = record({ progress_en: '', progress_fr: '', user_modified: '', owner_org_title: '' });
    const chunk = `${line}\n`.repeat(rowsInChunk);
    let given = 0;
    const source = Readable.from(
      (function* () {
        yield `${header}\n`;
        for (; given < total; given += rowsInChunk) {
          yield chunk;
        }
      })(),
    );
    let taken = 0;
    let furthest = 0;
    for await (const { kind } of readTracker(source)) {
      taken += kind === 'row' ? 1 : 0;
      furthest = Math.max(furthest, given - taken);
    }
    expect(taken).toBe(total);
    // A piece of 64 KiB in hand, one more being filled, and the 16 chunks that a stream of objects buffers.
    const rowsInPiece = Math.ceil((64 * 1024) / Buffer.byteLength(line));
    expect(furthest).toBeLessThan(2 * rowsInPiece + 20 * rowsInChunk);
  });
});

describe('whatever the bytes', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', '\r\n', ' ', ';', 'é', '\ufeff'), maxLength: 8 }),
  );
  const texts = fc.record({
    progress_en: cell,
    progress_fr: cell,
    evidence_en: cell,
    user_modified: cell,
    owner_org_title: cell,
  });
  const valid = Buffer.from(
    file(
      record(),
      record({ progress_en: 'one\r\n"two"', user_modified: 'a\nb' }),
      '',
      record({ status: 'Done', record_created: '?' }),
      record({ status: '', progress_fr: '' }),
    ),
  );

  /** Reads without throwing, and nothing comes out that the types or the checks do not allow. */
  async function readSafely(bytes: Buffer): Promise<readonly TrackerLine[]> {
    const lines = await collected(Readable.from([bytes]));
    expect(lines.length).toBeGreaterThan(0);
    for (const problem of problemsOf(lines)) {
      expect(problem.message).toMatch(/ expected .*\.$/s);
      expect(problem.line ?? 1).toBeGreaterThan(0);
    }
    let last = 0;
    for (const each of rowsOf(lines)) {
      expect(each.indicator).toMatch(/^C\d\d\.\d{1,2}\.\d{1,2}$/);
      expect(each.indicator.split('.').slice(0, 2).join('.')).toBe(each.milestone);
      expect(each.milestone.split('.')[0]).toBe(each.commitment);
      expect(each.line).toBeGreaterThan(last);
      last = each.line;
    }
    return lines;
  }

  it('reads back what was written, on the line where it stands', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(texts, { minLength: 1, maxLength: 5 }), async (cells) => {
        const records = cells.map((each) => record(each));
        const wordsOf = (text: string) => text.replace(/\r\n?/g, '\n').trim() || undefined;
        const lines = await read(file(...records));
        const rows = new Map(rowsOf(lines).map((each) => [each.line, each]));
        let line = 2;
        for (const [index, each] of cells.entries()) {
          const isStorable = ![each.progress_en, each.progress_fr, each.evidence_en]
            .join()
            .includes('\u0000');
          expect(rows.has(line)).toBe(isStorable);
          if (isStorable) {
            expect(rows.get(line)?.results?.en).toBe(wordsOf(each.progress_en));
            expect(rows.get(line)?.results?.fr).toBe(wordsOf(each.progress_fr));
            expect(rows.get(line)?.evidence?.en).toBe(wordsOf(each.evidence_en));
          }
          line += (records[index] ?? '').split(/\r\n|\r|\n/).length;
        }
      }),
      { numRuns: 50 },
    );
  });

  it('ends in rows and problems for arbitrary bytes, with or without a header', async () => {
    const noise = fc.uint8Array({ maxLength: 400 });
    await fc.assert(
      fc.asyncProperty(noise, fc.boolean(), async (bytes, hasHeader) => {
        await readSafely(Buffer.concat([Buffer.from(hasHeader ? `${header}\n` : ''), bytes]));
      }),
      { numRuns: 500 },
    );
  });

  it('reads the rows before a cut, wherever a file is cut', async () => {
    const whole = rowsOf(await readSafely(valid));
    expect(whole.map(({ line }) => line)).toEqual([2, 3, 8]);
    for (let length = 0; length < valid.length; length += 1) {
      const rows = rowsOf(await readSafely(valid.subarray(0, length)));
      expect(rows.slice(0, -1)).toEqual(whole.slice(0, Math.max(rows.length - 1, 0)));
    }
  });

  it('ends in rows and problems for a file that was tampered with', async () => {
    const change = fc.record({
      at: fc.nat(valid.length),
      removed: fc.nat(20),
      put: fc.oneof(
        fc.uint8Array({ maxLength: 4 }),
        fc.constantFrom('"', '""', ',', '\n', '\r', '\u0000').map((text) => Buffer.from(text)),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const tampered = changes.reduce(
          (bytes, { at, removed, put }) =>
            Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + removed)]),
          valid,
        );
        await readSafely(tampered);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the codes of the published plans', () => {
  const plans = ['plan-2018-2021', 'plan-2022-2024'].map((name) => `../shared/data/${name}.json`);
  interface Coded {
    readonly code: string;
  }
  interface Plan {
    readonly reportingPeriods: readonly string[];
    readonly commitments: readonly (Coded & {
      readonly milestones: readonly (Coded & { readonly indicators: readonly Coded[] })[];
    })[];
  }

  it.each(plans)('are all accepted: %s', async (path) => {
    if (!existsSync(path)) {
      console.info(`Left out: ${path} is not here.`);
      return;
    }
    const plan = JSON.parse(readFileSync(path, 'utf8')) as Plan;
    const records = plan.commitments.flatMap((commitment) =>
      commitment.milestones.flatMap((milestone) =>
        milestone.indicators.flatMap((indicator) =>
          plan.reportingPeriods.map((period) =>
            record({
              reporting_period: period,
              commitments: commitment.code,
              milestones: milestone.code,
              indicators: indicator.code,
            }),
          ),
        ),
      ),
    );
    const lines = await collected(Readable.from([file(...records)]));
    expect(problemsOf(lines)).toEqual([]);
    expect(rowsOf(lines)).toHaveLength(records.length);
  });
});
