import { TestHub } from '../setup/hub.js';
import { dumpDatabase } from './dump-database.js';
import { accepted, importObject, importText, refusalOf } from './import-text.js';
import { type Cells, row, trackerPlan, trackerText } from './tracker-text.js';

let hub: TestHub;
let before: unknown;
const importRows = (...rows: readonly Cells[]) =>
  importText(hub.database.dataSource, 'tracker.csv', trackerText(...rows));
const dump = () => dumpDatabase(hub.database.dataSource);

beforeAll(async () => {
  hub = await TestHub.start();
  accepted(await importObject(hub.database.dataSource, trackerPlan()));
  accepted(await importRows(row('C01.1.1')));
  before = await dump();
});
afterEach(async () => {
  // Whatever was wrong, nothing of the file was saved.
  expect(await dump()).toEqual(before);
});
afterAll(() => hub.stop());

describe('a row is refused', () => {
  const periods = 'it has 2022-03, 2022-06, 2022-09.';
  const ofC01 = 'C01.1.01, C01.1.1, C01.1.2.';
  it.each([
    [
      'a period the plan has not',
      { reporting_period: '2022-12' },
      'reporting_period',
      `The plan xx-2022-2024 has no such reporting period; ${periods}`,
    ],
    [
      'an unknown commitment',
      row('C03.1.1'),
      'commitments',
      'The plan xx-2022-2024 has no such commitment; it has C01, C02.',
    ],
    [
      'an unknown milestone',
      row('C01.2.1'),
      'milestones',
      'C01 has no such milestone; it has C01.1, C01.10.',
    ],
    [
      'a milestone of another commitment',
      { milestones: 'C02.1', indicators: 'C02.1.1' },
      'milestones',
      "This belongs to the commitment C02; expected one of this row's commitment, C01.",
    ],
    ['an unknown indicator', row('C01.1.3'), 'indicators', `C01.1 has no such indicator; it has ${ofC01}`],
    [
      'an indicator whose zeros differ',
      row('C01.1.02'),
      'indicators',
      `C01.1 has no such indicator; it has ${ofC01}`,
    ],
    [
      'an indicator of another milestone',
      { indicators: 'C01.10.1' },
      'indicators',
      "This belongs to the milestone C01.10; expected one of this row's milestone, C01.1.",
    ],
    [
      'an unknown department',
      { owner_org: 'moon-lune' },
      'owner_org',
      'No department is known by this name; import it, or its alias, first.',
    ],
    ['a blank status', { status: '' }, 'status', 'This field must not be empty.'],
    ['progress in one language', { progress_fr: ' ' }, 'progress_fr', 'This field must not be empty.'],
    [
      'evidence in one language',
      { evidence_fr: 'Une page' },
      'evidence_en',
      'This field is required due to a response in a different field: the text is there in the other language.',
    ],
    [
      'challenges in one language',
      { challenges_en: 'Time' },
      'challenges_fr',
      'This field is required due to a response in a different field: the text is there in the other language.',
    ],
  ] satisfies [string, Cells, string, string][])('for %s', async (_what, cells, column, message) => {
    const sound = row('C02.1.1');
    const problems = refusalOf(await importRows(sound, row('C01.1.1', cells)));
    const value = (cells as Record<string, string>)[column]?.trim() ?? '';
    expect(problems).toEqual([{ severity: 'error', line: 3, column, value, message }]);
  });

  it('where an earlier line of the file reports the same, with both lines', async () => {
    const same = row('C01.1.1', { reporting_period: '2022-09' });
    const outcome = await importRows(
      same,
      row('C01.1.1', { reporting_period: '2022-09', owner_org: 'cra-arc' }),
      { ...same, progress_en: 'Two\nlines' },
      same,
    );
    const message = (first: number) =>
      `Line ${first} reports on this indicator already, for the same period and department.`;
    expect(refusalOf(outcome)).toEqual([
      { severity: 'error', line: 4, column: 'indicators', value: 'C01.1.1', message: message(2) },
      { severity: 'error', line: 6, column: 'indicators', value: 'C01.1.1', message: message(2) },
    ]);
  });
});

describe('the problems of a file', () => {
  it('are told all at once, in the order of the lines, each with its column and value', async () => {
    const outcome = await importRows(
      row('C01.1.2', { status: 'Done', owner_org: 'moon-lune' }),
      row('C01.1.1'),
      row('C09.1.1', { owner_org: 'moon-lune' }),
      row('C01.1.1'),
      row('C01.1.2', { progress_en: '', evidence_en: 'A page' }),
      row('C1.1.1', { reporting_period: '2022-6' }),
    );
    expect(refusalOf(outcome).map(({ line, column, value }) => [line, column, value])).toEqual([
      [2, 'status', 'Done'],
      [4, 'commitments', 'C09'],
      [4, 'owner_org', 'moon-lune'],
      [5, 'indicators', 'C01.1.1'],
      [6, 'progress_en', ''],
      [6, 'evidence_fr', ''],
      [7, 'reporting_period', '2022-6'],
      [7, 'commitments', 'C1'],
      [7, 'milestones', 'C1.1'],
      [7, 'indicators', 'C1.1.1'],
    ]);
  });

  it('are listed up to a thousand; further ones are counted', async () => {
    const wrong = Array.from({ length: 700 }, () => row('C01.1.1', { status: '', progress_en: '' }));
    const { accepted, problems, omitted } = await importRows(...wrong);
    expect({ accepted, listed: problems.length, omitted }).toEqual({
      accepted: false,
      listed: 1_000,
      omitted: 400,
    });
  });

  it('are counted also where the same row stands more than a thousand times', async () => {
    const same = Array.from({ length: 1_501 }, () => row('C01.1.1'));
    const { accepted, problems, omitted } = await importRows(...same);
    expect({ accepted, listed: problems.length, omitted }).toEqual({
      accepted: false,
      listed: 1_000,
      omitted: 500,
    });
    expect([problems[0]?.line, problems.at(-1)?.line]).toEqual([3, 1_002]);
  });

  it('of a file that is no tracker are told too', async () => {
    const cases: [string | Uint8Array, string][] = [
      ['', 'The file is empty; expected a header with the columns of a tracker, then rows.'],
      [Buffer.from('PK\u0003\u0004\u0000\u0000', 'latin1'), 'This is not text in UTF-8;'],
      ['a,b\n1,2\n', 'column'],
      ['"never closed', 'A quote (") in the record'],
    ];
    for (const [content, message] of cases) {
      const [first] = refusalOf(await importText(hub.database.dataSource, 'tracker.csv', content));
      expect(first?.message).toContain(message);
    }
  });
});
