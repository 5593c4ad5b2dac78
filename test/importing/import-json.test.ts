import type { DossierInput } from '../../src/reporting/dossier.js';
import { TestHub } from '../setup/hub.js';
import { dumpDatabase } from './dump-database.js';
import { accepted, importObject, importText, talliesOf } from './import-text.js';
import { trackerPlan } from './tracker-text.js';

const publishedDepartments = {
  departments: [
    {
      key: 'MO',
      gcOrgId: 4001,
      name: { en: 'Moon Office', fr: 'Bureau de la lune' },
      abbr: { en: 'MO', fr: 'BL' },
      openGovSlug: 'mo-bl',
      aliases: ['Office of the Moon'],
    },
    {
      key: 'Tides',
      gcOrgId: 4002,
      name: { en: 'Tide Service', fr: 'Service des marées' },
      abbr: { en: '', fr: '' },
    },
  ],
};

const publishedPlan = {
  plan: {
    code: 'xx-2016-2018',
    title: { en: 'A plan of the moon' },
    start: '2016-07-01',
    end: '2018-06-30',
    priorityAreas: ['Light'],
    reportingPeriods: [
      { key: 'mid-term', label: { en: 'Mid-term' }, start: '2016-08-01', end: '2017-06-30' },
      { key: 'end-of-term', label: { en: 'End of term' }, start: '2016-08-01', end: '2018-06-30' },
    ],
  },
  commitments: [
    {
      number: 1,
      ogpCode: 'XX0001',
      title: { en: 'Light the moon' },
      leadDepartments: ['MO'],
      leadOrganizations: ['Lamp Guild'],
      endOfTermDeliverables: { '1.1': 'COMPLETE', '1.2': null },
      irm: { earlyResults: 'MAJOR', ambition: 'HIGH', verifiable: true },
    },
    { number: 2, ogpCode: 'XX0002', title: { en: 'Count the tides' }, leadDepartments: ['Tides', 'MO'] },
  ],
  crossReferences: [{ from: 1, fromPeriod: 'mid-term', to: 2, quote: 'See Commitment 2' }],
};

const hubData: DossierInput = {
  partners: [
    {
      code: 'star-club',
      name: { en: 'Star Club', fr: 'Club des étoiles' },
      kind: 'CIVIL_SOCIETY',
      identifiers: [{ scheme: 'ROR', value: '01aff2v68' }],
    },
  ],
};

let hub: TestHub;
beforeEach(async () => {
  hub = await TestHub.start('migrated');
});
afterEach(() => hub.stop());

const importOne = (content: object) => importObject(hub.database.dataSource, content);
const dump = () => dumpDatabase(hub.database.dataSource);
const importAll = async (...contents: readonly object[]) => {
  for (const content of contents) accepted(await importOne(content));
};

describe('a JSON file', () => {
  it('of published departments is saved, found by key, slug and alias', async () => {
    const outcome = accepted(await importOne(publishedDepartments));
    expect(outcome.format).toBe('departments');
    expect(talliesOf(outcome)).toEqual({ departments: { created: 2 }, aliases: { created: 1 } });
    const answer = await hub.query(`{
      byKey: department(code: "MO") { code gcOrgId name(language: FR) abbreviation(language: FR) }
      bySlug: department(code: "mo-bl") { code }
      byAlias: department(code: "office of the moon") { code }
      other: department(code: "4002") { code abbreviation }
    }`);
    expect(answer).toEqual({
      byKey: { code: 'mo', gcOrgId: 4001, name: 'Bureau de la lune', abbreviation: 'BL' },
      bySlug: { code: 'mo' },
      byAlias: { code: 'mo' },
      other: { code: 'tides', abbreviation: null },
    });
  });

  it('of a published plan is saved with leads, levels, assessments and references', async () => {
    await importAll(publishedDepartments);
    const outcome = accepted(await importOne(publishedPlan));
    expect(outcome.format).toBe('plan');
    expect(talliesOf(outcome)).toEqual({
      'partner organizations': { created: 1 },
      plans: { created: 1 },
      'reporting periods': { created: 2 },
      commitments: { created: 2 },
      deliverables: { created: 2 },
      actors: { created: 4 },
      reports: { created: 1 },
      references: { created: 1 },
      assessments: { created: 3 },
    });
    const { commitment } = await hub.query(`{
      commitment(code: "XX0001") {
        code leads { code } deliverables { position completion }
        references { to { number } quote period { key } } assessments { author scale level }
      }
    }`);
    expect(commitment).toMatchObject({
      code: 'xx-2016-2018/1',
      leads: [{ code: 'mo' }, { code: 'lamp-guild' }],
      deliverables: [
        { position: 1, completion: 'COMPLETE' },
        { position: 2, completion: null },
      ],
      references: [{ to: { number: 2 }, quote: 'See Commitment 2', period: { key: 'mid-term' } }],
    });
    expect(commitment.assessments).toHaveLength(3);
  });

  it('of a tracker’s structure is saved with milestones, indicators and their leads', async () => {
    const departments = [
      { code: 'tbs', name: { en: 'Treasury' }, openGovSlug: 'tbs-sct' },
      { code: 'cra', name: { en: 'Revenue' }, openGovSlug: 'cra-arc' },
    ];
    await importAll({ departments });
    const outcome = accepted(await importOne(trackerPlan()));
    expect(outcome.format).toBe('plan (tracker structure)');
    expect(talliesOf(outcome)).toEqual({
      plans: { created: 1 },
      'reporting periods': { created: 3 },
      commitments: { created: 2 },
      deliverables: { created: 8 },
      actors: { created: 9 },
    });
    const { commitment } = await hub.query(`{
      commitment(code: "xx-2022-2024/1") {
        leads { code }
        deliverables(kinds: [INDICATOR]) { sourceCode parent { sourceCode } dueDate duePrecision leads { code } }
      }
    }`);
    expect(commitment.leads).toEqual([{ code: 'tbs' }, { code: 'cra' }]);
    const due = { dueDate: '2023-12-31', duePrecision: 'MONTH' };
    expect(commitment.deliverables).toEqual(
      expect.arrayContaining([
        {
          sourceCode: 'C01.1.1',
          parent: { sourceCode: 'C01.1' },
          ...due,
          leads: [{ code: 'tbs' }, { code: 'cra' }],
        },
        { sourceCode: 'C01.10.1', parent: { sourceCode: 'C01.10' }, ...due, leads: [{ code: 'tbs' }] },
      ]),
    );
    expect(commitment.deliverables).toHaveLength(4);
  });

  it.each([
    ['published departments', publishedDepartments],
    ['a published plan', publishedPlan],
    ['a tracker’s structure', trackerPlan('yy-2022-2024', '2022-2024', ['mo-bl'])],
    ['the hub’s own data', hubData],
  ])('of %s changes nothing the second time', async (_shape, content) => {
    await importAll(publishedDepartments, {
      departments: [{ code: 'tbs', name: { en: 'T' }, openGovSlug: 'tbs-sct' }],
    });
    accepted(await importOne(content));
    const before = await dump();
    const again = accepted(await importOne(content));
    expect(Object.values(talliesOf(again)).flatMap((tally) => Object.keys(tally))).not.toContain('created');
    expect(Object.values(talliesOf(again)).flatMap((tally) => Object.keys(tally))).not.toContain('amended');
    expect(await dump()).toEqual(before);
  });

  it('that is only tried tells what the real one does, and saves nothing', async () => {
    await importAll(publishedDepartments);
    const before = await dump();
    const tried = accepted(await importObject(hub.database.dataSource, publishedPlan, { dryRun: true }));
    expect(await dump()).toEqual(before);
    expect((await importOne(publishedPlan)).tallies).toEqual(tried.tallies);
  });

  it('is told by its content where its ending says nothing', async () => {
    const text = JSON.stringify(publishedDepartments);
    expect((await importText(hub.database.dataSource, 'departments', `\uFEFF \n${text}`)).format).toBe(
      'departments',
    );
  });
});
