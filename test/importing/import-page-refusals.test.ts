import { TestHub } from '../setup/hub.js';
import { accepted, importObject, importText, refusalOf } from './import-text.js';
import { pageText } from './page-text.js';

let hub: TestHub;
beforeEach(async () => {
  hub = await TestHub.start();
});
afterEach(() => hub.stop());

const importPage = (text: string, settings: { plan?: string } = {}) =>
  importText(hub.database.dataSource, 'page.txt', text, settings);

describe('the plan of a page', () => {
  const twin = {
    plans: [
      {
        code: 'xx-2016-2018',
        title: { en: 'Another government' },
        start: '2016-07-01',
        end: '2018-06-30',
        rules: '2016',
        periods: [
          { key: 'first', label: { en: 'First year' }, start: '2016-07-01', end: '2017-06-30' },
          { key: 'third', label: { en: 'Third year' }, start: '2018-07-01', end: '2019-06-30' },
        ],
      },
    ],
  };

  it('is the one whose reporting period has the dates', async () => {
    accepted(await importObject(hub.database.dataSource, twin));
    accepted(await importPage(pageText({ period: 'Year 3 (1 July 2018 to 30 June 2019)' })));
    const { commitment } = await hub.query(
      '{ commitment(code: "xx-2016-2018/19") { reports { period { key } } } }',
    );
    expect(commitment).toEqual({ reports: [{ period: { key: 'third' } }] });
  });

  it('must be named where several have such a period', async () => {
    accepted(await importObject(hub.database.dataSource, twin));
    expect(refusalOf(await importPage(pageText()))).toEqual([
      {
        severity: 'error',
        line: 5,
        column: 'Reporting period',
        value: '2016-07-01 to 2017-06-30',
        message:
          'Several reporting periods have these dates: ca-2016-2018/mid-term (2016-07-01 to 2017-06-30), ' +
          'xx-2016-2018/first (2016-07-01 to 2017-06-30); name the plan with --plan.',
      },
    ]);
    accepted(await importPage(pageText(), { plan: 'xx-2016-2018' }));
    const { plan } = await hub.query(
      '{ plan(code: "xx-2016-2018") { commitments(first: 5) { nodes { number } } } }',
    );
    expect(plan.commitments.nodes).toEqual([{ number: 19 }]);
  });

  it('must have a period with the dates', async () => {
    const text = pageText({ period: 'Mid-term (July 1, 2016 to June 30, 2019)' });
    const place = { line: 5, column: 'Reporting period', value: '2016-07-01 to 2019-06-30' };
    const known =
      'expected one of ca-2016-2018/mid-term (2016-07-01 to 2017-06-30), ' +
      'ca-2016-2018/end-of-term (2016-07-01 to 2018-06-30).';
    expect(refusalOf(await importPage(text))).toEqual([
      { severity: 'error', ...place, message: `No plan has a reporting period with these dates; ${known}` },
    ]);
    expect(refusalOf(await importPage(text, { plan: 'ca-2016-2018' }))).toEqual([
      {
        severity: 'error',
        ...place,
        message: `The plan ca-2016-2018 has no reporting period with these dates; ${known}`,
      },
    ]);
  });

  it('must exist where it is named', async () => {
    expect(refusalOf(await importPage(pageText(), { plan: 'ca-1867' }))).toEqual([
      {
        severity: 'error',
        message: 'There is no plan "ca-1867"; import it first, or name another one with --plan.',
      },
    ]);
  });
});

describe('what a page says that the hub cannot take', () => {
  it('is told with its line: every unknown lead', async () => {
    const leads = 'Treasury Board Secretariat, Moon Office\nCRA and Sun Office';
    const column = 'Lead implementing department(s)';
    const message =
      'No department or partner organization is known by this name; import it, or its alias, first.';
    expect(refusalOf(await importPage(pageText({ leads })))).toEqual([
      { severity: 'error', line: 3, column, value: 'Moon Office', message },
      { severity: 'error', line: 4, column, value: 'Sun Office', message },
    ]);
  });

  it('is told with its line: leads of which none is a department', async () => {
    expect(refusalOf(await importPage(pageText({ leads: 'Open Data Exchange' })))).toEqual([
      {
        severity: 'error',
        line: 3,
        column: 'Lead implementing department(s)',
        value: 'Open Data Exchange',
        message: 'One of the leads must be a department, since only departments report.',
      },
    ]);
  });

  it('is told with its line: texts and numbers beyond their bounds, all at once', async () => {
    const long = 'word '.repeat(4_001).trim();
    const text = pageText({
      title: `${'Very '.repeat(100)}long - Commitment 19`,
      description: long,
      results: `1. We talked.\n2. ${long}`,
    });
    const errors = refusalOf(await importPage(text));
    expect(errors.map(({ line, column, message }) => [line, column, message])).toEqual([
      [1, 'title', '"title" must have at most 500 characters.'],
      [8, 'What is the commitment?', '"What is the commitment?" must have at most 20000 characters.'],
      [15, 'Description of results', '"Description of results" must have at most 20000 characters.'],
    ]);
  });

  it('is told with its line: more deliverables than there are positions', async () => {
    const deliverables = '• Talk.\n'.repeat(10_000);
    const errors = refusalOf(await importPage(pageText({ deliverables })));
    expect(errors.map(({ line, message }) => [line, message])).toEqual([
      [10_009, 'The position of a deliverable must be at most 9999.'],
    ]);
  });

  it('is told of a page that is empty or no text at all', async () => {
    expect(refusalOf(await importPage(''))).toEqual([
      { severity: 'error', line: 1, message: 'The page is empty.' },
    ]);
    const latin1 = Buffer.from('Engagé - Commitment 19', 'latin1');
    expect(refusalOf(await importText(hub.database.dataSource, 'page.txt', latin1))).toEqual([
      {
        severity: 'error',
        message: 'This file is not text in UTF-8; save it as text in UTF-8 and try again.',
      },
    ]);
    expect(refusalOf(await importPage('a'.repeat(10 * 1024 * 1024 + 1)))).toEqual([
      {
        severity: 'error',
        message: 'A page or JSON file may have 10 MB at the most; this one has 10485761 bytes.',
      },
    ]);
  });
});
