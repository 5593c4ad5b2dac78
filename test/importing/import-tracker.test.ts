import { TestHub } from '../setup/hub.js';
import { dumpDatabase } from './dump-database.js';
import { accepted, importObject, importText, talliesOf } from './import-text.js';
import { type Cells, row, trackerPlan, trackerText } from './tracker-text.js';

let hub: TestHub;
beforeEach(async () => {
  hub = await TestHub.start();
  accepted(await importObject(hub.database.dataSource, trackerPlan()));
});
afterEach(() => hub.stop());

const importRows = (...rows: readonly Cells[]) =>
  importText(hub.database.dataSource, 'tracker.csv', trackerText(...rows));
const dump = () => dumpDatabase(hub.database.dataSource);

/** What the hub answers on a deliverable of commitment 1 or 2, by its code of the tracker. */
async function deliverable(sourceCode: string) {
  const { commitment } = await hub.query(
    `query ($code: String!) {
      commitment(code: $code) {
        deliverables {
          sourceCode completion results currentPeriod { key } currentReport { department { code } }
          reports {
            completion results challenges evidence { url text }
            french: results(language: FR)
            report { version publishedOn period { key } department { code } }
          }
        }
      }
    }`,
    { code: `xx-2022-2024/${sourceCode.slice(2, 3)}` },
  );
  return commitment.deliverables.find((one: { sourceCode: string }) => one.sourceCode === sourceCode);
}

describe('a row of a tracker', () => {
  it('is recorded with its level, texts, evidence and day, under whoever reported it', async () => {
    const outcome = accepted(
      await importRows(
        row('C01.1.1', {
          status: 'Progrès important',
          progress_en: 'Half of it.\nAnd more.',
          progress_fr: 'La moitié.\nEt plus.',
          evidence_en: 'See the site.',
          evidence_fr: 'Voir le site.',
          challenges_en: 'Time',
          challenges_fr: 'Le temps',
          record_created: '2022-06-01',
          record_modified: '2022-06-30 14:05:33',
          user_modified: 'A. Person',
          owner_org: 'cra-arc',
        }),
      ),
    );
    expect(outcome.format).toBe('tracker');
    expect(talliesOf(outcome)).toEqual({ reports: { created: 1 } });
    expect(await deliverable('C01.1.1')).toEqual({
      sourceCode: 'C01.1.1',
      completion: 'SUBSTANTIAL',
      results: 'Half of it.\nAnd more.',
      currentPeriod: { key: '2022-06' },
      currentReport: { department: { code: 'cra' } },
      reports: [
        {
          completion: 'SUBSTANTIAL',
          results: 'Half of it.\nAnd more.',
          french: 'La moitié.\nEt plus.',
          challenges: 'Time',
          evidence: [{ url: null, text: 'See the site.' }],
          report: {
            version: 1,
            publishedOn: '2022-06-30',
            period: { key: '2022-06' },
            department: { code: 'cra' },
          },
        },
      ],
    });
    expect(JSON.stringify(await dump())).not.toContain('A. Person');
  });

  it('keeps NIL as it was written', async () => {
    accepted(await importRows(row('C01.1.1', { status: 'NS', progress_en: 'NIL', progress_fr: 'NIL' })));
    expect(await deliverable('C01.1.1')).toMatchObject({ completion: 'NOT_STARTED', results: 'NIL' });
  });

  it('is held against its code literally: C01.1 is not C01.10, and C01.1.01 is not C01.1.1', async () => {
    accepted(
      await importRows(
        row('C01.1.1', { progress_en: 'of C01.1.1' }),
        row('C01.1.01', { progress_en: 'of C01.1.01' }),
        row('C01.10.1', { progress_en: 'of C01.10.1' }),
      ),
    );
    for (const code of ['C01.1.1', 'C01.1.01', 'C01.10.1']) {
      expect(await deliverable(code)).toMatchObject({
        results: `of ${code}`,
        reports: [{ results: `of ${code}` }],
      });
    }
    expect(await deliverable('C01.1.2')).toMatchObject({ completion: null, reports: [] });
  });

  it('is read behind a byte-order mark, in any order of columns and without the optional ones', async () => {
    const text =
      '\uFEFFowner_org,status,indicators,milestones,commitments,reporting_period,challenges_en,challenges_fr,' +
      'evidence_en,evidence_fr,progress_en,progress_fr\r\n' +
      'tbs-sct,C,C02.1.1,C02.1,C02,2022-03,,,,,Done,Fait\r\n';
    accepted(await importText(hub.database.dataSource, 'tracker.CSV', text));
    expect(await deliverable('C02.1.1')).toMatchObject({ completion: 'COMPLETE', results: 'Done' });
  });

  it('may stand beside one of another department on the same indicator and period', async () => {
    accepted(
      await importRows(
        row('C01.1.1', { status: 'C', owner_org: 'cra-arc' }),
        row('C01.1.1', { status: 'LP', owner_org: 'tbs-sct' }),
        row('C01.1.1', { status: 'NS', owner_org: 'pch' }),
      ),
    );
    const { completion, currentReport, reports } = await deliverable('C01.1.1');
    expect(completion).toBe('LIMITED');
    expect(currentReport.department.code).toBe('tbs');
    expect(
      reports.map(
        ({ completion, report }: { completion: string; report: { department: { code: string } } }) => [
          report.department.code,
          completion,
        ],
      ),
    ).toEqual(
      expect.arrayContaining([
        ['tbs', 'LIMITED'],
        ['cra', 'COMPLETE'],
        ['pch', 'NOT_STARTED'],
      ]),
    );
  });
});

describe('the reports that rows make', () => {
  it('are one for each commitment, period and department, wherever in the file their rows stand', async () => {
    const outcome = accepted(
      await importRows(
        row('C01.1.1', { record_modified: '2022-07-01' }),
        row('C02.1.1'),
        row('C01.1.1', { reporting_period: '2022-09' }),
        row('C01.10.1', { record_modified: '2022-07-15' }),
        row('C01.1.2', { owner_org: 'cra-arc' }),
        row('C01.1.2', { record_modified: '2022-06-20' }),
      ),
    );
    expect(talliesOf(outcome)).toEqual({ reports: { created: 4 } });
    const reports = await hub.database.dataSource.query(`
      select r.code, r.published_on::text as published,
        (select string_agg(d.source_code, ' ' order by e.id)
         from report_entry e join deliverable d on d.id = e.deliverable_id where e.report_id = r.id) as entries
      from status_report r where r.code like 'xx-%' order by r.code`);
    expect(reports).toEqual([
      { code: 'xx-2022-2024/1/2022-06/cra/1', published: null, entries: 'C01.1.2' },
      {
        code: 'xx-2022-2024/1/2022-06/tbs/1',
        published: '2022-07-15',
        entries: 'C01.1.1 C01.10.1 C01.1.2',
      },
      { code: 'xx-2022-2024/1/2022-09/tbs/1', published: null, entries: 'C01.1.1' },
      { code: 'xx-2022-2024/2/2022-06/tbs/1', published: null, entries: 'C02.1.1' },
    ]);
  });

  it('make the level of the latest period the current one, in whatever order they come', async () => {
    accepted(
      await importRows(
        row('C01.1.1', { reporting_period: '2022-09', status: 'SP' }),
        row('C01.1.1', { reporting_period: '2022-03', status: 'NS' }),
      ),
    );
    accepted(await importRows(row('C01.1.1', { reporting_period: '2022-06', status: 'LP' })));
    const { completion, currentPeriod, reports } = await deliverable('C01.1.1');
    expect({ completion, currentPeriod }).toEqual({
      completion: 'SUBSTANTIAL',
      currentPeriod: { key: '2022-09' },
    });
    expect(reports.map((entry: { completion: string }) => entry.completion)).toEqual([
      'SUBSTANTIAL',
      'LIMITED',
      'NOT_STARTED',
    ]);
  });

  it('become a new version that carries over the rest when one cell changes', async () => {
    const evidence = { evidence_en: 'A page', evidence_fr: 'Une page' };
    const first = row('C01.1.1', { ...evidence, record_modified: '2022-07-01' });
    accepted(await importRows(first, row('C01.10.1', { progress_en: 'Untouched' })));
    const changed = { progress_en: 'More of it', record_modified: '2022-08-01' };
    const outcome = accepted(await importRows({ ...first, ...changed }));
    expect(talliesOf(outcome)).toEqual({ reports: { amended: 1 } });

    const { reports } = await deliverable('C01.1.1');
    expect(reports).toEqual([
      {
        completion: 'LIMITED',
        results: 'More of it',
        french: 'Une partie',
        challenges: null,
        evidence: [{ url: null, text: 'A page' }],
        report: {
          version: 2,
          publishedOn: '2022-08-01',
          period: { key: '2022-06' },
          department: { code: 'tbs' },
        },
      },
    ]);
    expect((await deliverable('C01.10.1')).reports).toMatchObject([
      { results: 'Untouched', report: { version: 2 } },
    ]);
    const { node } = await hub.query(
      '{ node(id: "StatusReport:xx-2022-2024/1/2022-06/tbs/1") { ... on StatusReport { state entries { results } } } }',
    );
    expect(node).toEqual({
      state: 'SUPERSEDED',
      entries: expect.arrayContaining([{ results: 'Some of it' }, { results: 'Untouched' }]),
    });
  });

  it('lose nothing to blank cells', async () => {
    const words = {
      challenges_en: 'Time',
      challenges_fr: 'Le temps',
      evidence_en: 'A page',
      evidence_fr: 'Une page',
    };
    accepted(await importRows(row('C01.1.1', { ...words, record_modified: '2022-07-01' })));
    const before = await dump();
    expect(talliesOf(accepted(await importRows(row('C01.1.1'))))).toEqual({ reports: { unchanged: 1 } });
    expect(await dump()).toEqual(before);
  });
});

describe('an import of a tracker', () => {
  const rows = [
    row('C01.1.1'),
    row('C01.1.1', { owner_org: 'cra-arc' }),
    row('C02.1.1', { reporting_period: '2022-03' }),
  ];

  it('changes nothing the second time', async () => {
    accepted(await importRows(...rows));
    const before = await dump();
    const again = accepted(await importRows(...rows.toReversed()));
    expect(talliesOf(again)).toEqual({ reports: { unchanged: 3 } });
    expect(await dump()).toEqual(before);
  });

  it('that is only tried tells what the real one does, and saves nothing', async () => {
    accepted(await importRows(row('C01.1.1', { progress_en: 'Before' })));
    const before = await dump();
    const text = trackerText(...rows);
    const tried = accepted(await importText(hub.database.dataSource, 'tracker.csv', text, { dryRun: true }));
    expect(await dump()).toEqual(before);
    expect(talliesOf(tried)).toEqual({ reports: { created: 2, amended: 1 } });
    expect((await importRows(...rows)).tallies).toEqual(tried.tallies);
  });
});

describe('the plan of a tracker', () => {
  beforeEach(async () => {
    accepted(await importObject(hub.database.dataSource, trackerPlan('yy-2022-2024')));
  });
  const settled = (plan: string) =>
    importText(hub.database.dataSource, 'tracker.csv', trackerText(row()), { plan });

  it('must be named where several have tracker codes and the period of the first row', async () => {
    const refused = await importRows(row());
    expect(refused.problems).toEqual([
      {
        severity: 'error',
        line: 2,
        column: 'reporting_period',
        value: '2022-06',
        message:
          'Several plans have this reporting period (xx-2022-2024, yy-2022-2024); name one with --plan.',
      },
    ]);
    accepted(await settled('yy-2022-2024'));
    const reports = await hub.database.dataSource.query(
      `select code from status_report where code not like 'ca-%'`,
    );
    expect(reports).toEqual([{ code: 'yy-2022-2024/1/2022-06/tbs/1' }]);
  });

  it('must exist where it is named', async () => {
    expect((await settled('zz-2022-2024')).problems).toEqual([
      {
        severity: 'error',
        message: 'There is no plan "zz-2022-2024"; import it first, or name another one with --plan.',
      },
    ]);
  });

  it('must be known by the period of the first row', async () => {
    const refused = await importRows(row('C01.1.1', { reporting_period: '2031-06' }), row('C01.1.1'));
    expect(refused.problems).toEqual([
      {
        severity: 'error',
        line: 2,
        column: 'reporting_period',
        value: '2031-06',
        message: 'No plan with tracker codes has this reporting period; import the plan first.',
      },
    ]);
  });
});
