import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { deepestNesting, mostTokens } from '../../src/importing/json/document/check-bounds.js';
import { readPath, writePath } from '../../src/importing/json/document/json-path.js';
import { longestText, parseJson } from '../../src/importing/json/document/parse-json.js';
import {
  firstDayOf,
  lastDayOf,
  monthAfter,
  monthsBetween,
  nameOfMonth,
} from '../../src/importing/json/month.js';
import { type JsonReading, readJson } from '../../src/importing/json/read-json.js';
import { byNaturalOrder } from '../../src/importing/json/tracker-plan/natural-order.js';
import { positionsOf } from '../../src/importing/json/tracker-plan/positions.js';
import { type Dossier, dossier as dossierSchema } from '../../src/reporting/dossier.js';
import type { Problem } from '../../src/reporting/problem.js';

const saying = (words: string) => expect.stringContaining(words) as string;
const written = (value: unknown) => JSON.stringify(value, null, 1);
const lineCount = (text: string) => text.split(/\r\n|\r|\n/).length;

/** Every path in a value, as a problem with a dossier would name it. */
function pathsIn(value: unknown, path: readonly (string | number)[] = []): string[] {
  const below =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, part]) =>
          pathsIn(part, [...path, Array.isArray(value) ? Number(name) : name]),
        )
      : [];
  return [writePath(path), ...below];
}

/** Reads a text and checks what holds for every text. */
function read(text: string): JsonReading {
  const reading = readJson(text);
  const { dossier, problems, lineOf } = reading;
  const lines = lineCount(text);
  const isLine = (line: number | null | undefined) => line != null && line >= 1 && line <= lines;
  const isSound = ({ message, line, column, value }: Problem) =>
    /^["A-Z].*\.$/s.test(message) && isLine(line) && column !== '' && (value ?? '').length <= 201;
  expect(problems.filter((problem) => !isSound(problem))).toEqual([]);
  const found = problems.map(({ line }) => line ?? 0);
  expect(found).toEqual(found.toSorted((one, other) => one - other));
  expect(dossier === null).toBe(problems.some(({ severity }) => severity === 'error'));
  if (dossier === null) {
    expect(lineOf('')).toBeNull();
  } else {
    expect(dossierSchema.parse(dossier)).toEqual(dossier);
    expect(pathsIn(dossier).filter((path) => !isLine(lineOf(path)))).toEqual([]);
  }
  return reading;
}

function problemsOf(text: string): readonly Problem[] {
  return read(text).problems;
}

/** The problems of a text in short. */
function rowsOf(text: string): readonly unknown[] {
  return problemsOf(text).map(({ line, column, value, message }) => [line, column, value, message]);
}

function warningsIn(text: string): readonly unknown[] {
  return problemsOf(text).flatMap(({ severity, column }) => (severity === 'warning' ? [column] : []));
}

/** The dossier of a file without any problem. */
function dossierOf(value: unknown): Dossier {
  const { dossier, problems } = read(written(value));
  expect(problems).toEqual([]);
  return dossier as Dossier;
}

const empty: Dossier = {
  departments: [],
  partners: [],
  plans: [],
  commitments: [],
  reports: [],
  references: [],
  activities: [],
  assessments: [],
};

const departments = {
  note: 'Gathered.',
  departments: [
    {
      key: 'TBS',
      gcOrgId: 2242,
      name: { en: 'Treasury Board of Canada Secretariat', fr: 'Secrétariat du Conseil du Trésor du Canada' },
      abbr: { en: 'TBS', fr: 'SCT' },
      openGovSlug: 'tbs-sct',
      aliases: [
        'Treasury Board of Canada Secretariat',
        'Treasury Board Secretariat',
        'Secrétariat du Conseil du Trésor du Canada',
        'Treasury Board Secretariat',
      ],
    },
    {
      key: 'Bureau (Été)',
      gcOrgId: null,
      name: { en: 'Summer Office', fr: '' },
      abbr: { en: '', fr: '' },
      openGovSlug: '',
      aliases: [],
    },
  ],
};

const plan = {
  plan: {
    code: 'ca-2016-2018',
    title: { en: 'Third Plan' },
    start: '2016-07-01',
    end: '2018-06-30',
    priorityAreas: ['Open by default'],
    reportingPeriods: [
      { key: 'mid-term', label: { en: 'Mid-term' }, start: '2016-07-01', end: '2017-06-30' },
      { key: 'end-of-term', label: { en: 'End of term' }, start: '2016-07-01', end: '2018-06-30' },
      { key: 'after', label: { en: 'After', fr: 'Après' }, start: '2018-07-01', end: '2018-12-31' },
    ],
    licence: 'Open Government Licence',
  },
  note: 'null means not known.',
  crossReferences: [
    { from: 15, fromPeriod: 'mid-term', fromItem: '15.2 result 1', to: 2, quote: 'As noted' },
    { from: 2, fromPeriod: null, fromItem: null, to: 15, quote: null },
  ],
  commitments: [
    {
      number: 15,
      ogpCode: 'CA0056',
      title: { en: 'Stimulate innovation' },
      leadDepartments: ['FedDev', 'TBS'],
      leadOrganizations: ['Open Data Exchange'],
      claims: {
        leadsPerPlanPage: ['FedDev', 'Open Data Exchange (non-government)'],
        leadsPerOgp: ['FedDev', 'Justice Canada'],
        supportPerOgp: ['Open Data Exchange (ODX)'],
      },
      otherActors: 'Communitech',
      ogpValues: ['TRANSPARENCY'],
      midTermSchedule: 'ON_SCHEDULE',
      endOfTermSummary: 'Most deliverables on schedule',
      endOfTermDeliverables: { '15.10': 'COMPLETE', '15.2': 'SUBSTANTIAL', '15.3': null },
      irm: { earlyResults: 'MAJOR', ambition: 'HIGH', verifiable: true },
      policyAreas: ['Open Data'],
      pages: { midTerm: null, ogp: 'https://www.opengovpartnership.org/CA0056/' },
    },
    {
      number: 2,
      ogpCode: null,
      title: { en: 'Streamline requests' },
      leadDepartments: ['TBS'],
      leadOrganizations: ['Open Data Exchange'],
      otherActors: null,
      ogpValues: null,
      midTermSchedule: null,
      endOfTermSummary: 'All deliverables complete.',
      endOfTermDeliverables: null,
      irm: { earlyResults: null, ambition: null, verifiable: false },
      policyAreas: null,
      pages: { midTerm: null, ogp: null },
    },
  ],
};

const tracker = {
  code: 'ca-2022-2024',
  period: '2022-2024',
  title: { en: '2022-24 NAP', fr: '' },
  reportingPeriods: ['2023-06', '2023-02', '2023-12'],
  status: { NS: { en: 'Not started', fr: 'Non commencé' } },
  primaryKey: ['reporting_period', 'indicators'],
  note: 'Tracker structure.',
  commitments: [
    {
      code: 'C10',
      title: { en: 'Open data', fr: 'Données ouvertes' },
      ogpCode: 'CA0073',
      leadDepartments: ['CSPS', 'TBS'],
      milestones: [],
    },
    {
      code: 'C05',
      title: { en: 'Results', fr: 'Résultats' },
      milestones: [
        {
          code: 'C05.10',
          title: { en: 'Tenth', fr: 'Dixième' },
          indicators: [
            {
              code: 'C05.10.1',
              title: { en: 'Only', fr: 'Seul' },
              dueDate: null,
              deadline: { en: '', fr: '' },
              leadDepts: ['ec'],
              s4d: null,
              support: 'statcan',
            },
          ],
        },
        {
          code: 'C05.2',
          title: { en: 'Second', fr: 'Deuxième' },
          indicators: [
            {
              code: 'C05.2.10',
              title: { en: 'Ten', fr: 'Dix' },
              dueDate: '2024-02',
              deadline: { en: 'By winter', fr: "D'ici l'hiver" },
              leadDepts: ['tbs-sct', 'statcan', 'tbs-sct'],
              s4d: true,
              support: 'tbs-sct',
            },
            {
              code: 'C05.2.1',
              title: { en: 'One', fr: 'Un' },
              dueDate: '2023-12',
              deadline: null,
              leadDepts: [],
              s4d: false,
              support: 'idrc-crdi',
            },
          ],
        },
      ],
    },
  ],
};

const hub = {
  departments: [{ code: 'tbs', name: { en: 'Treasury Board of Canada Secretariat' } }],
  references: [{ from: 'ca-2016-2018/19', to: 'ca-2016-2018/20' }],
};

describe('the published departments', () => {
  it('become departments whose codes are their keys in lower case', () => {
    expect(read(written(departments)).format).toBe('departments');
    expect(dossierOf(departments)).toEqual({
      ...empty,
      departments: [
        {
          code: 'tbs',
          gcOrgId: 2242,
          name: departments.departments[0]?.name,
          abbreviation: { en: 'TBS', fr: 'SCT' },
          openGovSlug: 'tbs-sct',
          aliases: [{ name: 'Treasury Board Secretariat' }],
        },
        { code: 'bureau-ete', name: { en: 'Summer Office' }, aliases: [] },
      ],
    });
  });

  it('have their lines', () => {
    const { lineOf } = read(written(departments));
    const text = written(departments).split('\n');
    const lineWith = (words: string) => text.findIndex((line) => line.includes(words)) + 1;
    expect(lineOf('departments[0]')).toBe(4);
    expect(lineOf('departments[0].code')).toBe(lineWith('"key": "TBS"'));
    expect(lineOf('departments[0].abbreviation.fr')).toBe(lineWith('"SCT"'));
    expect(lineOf('departments[0].aliases[0]')).toBe(lineWith('"Treasury Board Secretariat"'));
    expect(lineOf('departments[0].aliases[0].name')).toBe(lineWith('"Treasury Board Secretariat"'));
    expect(lineOf('departments[1].code')).toBe(lineWith('"key": "Bureau'));
  });
});

describe('a plan of the years before trackers', () => {
  const { dossier, format, lineOf } = read(written(plan));
  const text = written(plan).split('\n');
  const lineWith = (words: string, nth = 0) =>
    text.flatMap((line, at) => (line.includes(words) ? [at + 1] : []))[nth] ?? 0;

  it('becomes a plan with French labels for the periods whose names are known', () => {
    expect(format).toBe('plan');
    expect(dossier?.plans).toEqual([
      {
        code: 'ca-2016-2018',
        title: { en: 'Third Plan' },
        start: '2016-07-01',
        end: '2018-06-30',
        rules: '2016',
        reviewRequired: false,
        priorityAreas: [{ en: 'Open by default' }],
        periods: [
          {
            key: 'mid-term',
            label: { en: 'Mid-term', fr: 'Mi-parcours' },
            start: '2016-07-01',
            end: '2017-06-30',
            open: true,
          },
          {
            key: 'end-of-term',
            label: { en: 'End of term', fr: 'Fin de période' },
            start: '2016-07-01',
            end: '2018-06-30',
            open: true,
          },
          {
            key: 'after',
            label: { en: 'After', fr: 'Après' },
            start: '2018-07-01',
            end: '2018-12-31',
            open: true,
          },
        ],
      },
    ]);
  });

  it('keeps what each author states of who leads and who supports', () => {
    expect(dossier?.commitments[0]?.actors).toEqual([
      { organization: 'feddev', role: 'LEAD', statedBy: 'PLAN' },
      { organization: 'tbs', role: 'LEAD', statedBy: 'PLAN' },
      { organization: 'Open Data Exchange', role: 'LEAD', statedBy: 'PLAN' },
      { organization: 'feddev', role: 'LEAD', statedBy: 'OGP' },
      { organization: 'Justice Canada', role: 'LEAD', statedBy: 'OGP' },
      { organization: 'Open Data Exchange (ODX)', role: 'SUPPORT', statedBy: 'OGP' },
    ]);
    expect(dossier?.partners).toEqual([
      {
        code: 'open-data-exchange',
        name: { en: 'Open Data Exchange' },
        kind: 'OTHER',
        aliases: [],
        identifiers: [],
      },
    ]);
  });

  it('has placeholders for deliverables of which only a number is known', () => {
    const deliverable = (position: number) => ({
      position,
      kind: 'DELIVERABLE',
      text: { en: `Deliverable 15.${position}`, fr: `Livrable 15.${position}` },
      textIsPlaceholder: true,
      actors: [],
      children: [],
    });
    expect(dossier?.commitments[0]?.deliverables).toEqual([deliverable(2), deliverable(3), deliverable(10)]);
  });

  it('leaves out what is not known', () => {
    expect(dossier?.commitments[0]).toMatchObject({
      plan: 'ca-2016-2018',
      number: 15,
      ogpCode: 'CA0056',
      title: { en: 'Stimulate innovation' },
      otherActors: { en: 'Communitech' },
      ogpValues: ['TRANSPARENCY'],
      policyAreas: ['Open Data'],
      pages: ['https://www.opengovpartnership.org/CA0056/'],
    });
    expect(dossier?.commitments[1]).toEqual({
      plan: 'ca-2016-2018',
      number: 2,
      title: { en: 'Streamline requests' },
      actors: [
        { organization: 'tbs', role: 'LEAD', statedBy: 'PLAN' },
        { organization: 'Open Data Exchange', role: 'LEAD', statedBy: 'PLAN' },
      ],
      deliverables: [],
    });
  });

  it('has levels reported by the first lead department, and none where none is known', () => {
    expect(dossier?.reports).toEqual([
      {
        commitment: 'ca-2016-2018/15',
        period: 'end-of-term',
        department: 'feddev',
        entries: [
          { deliverable: 'ca-2016-2018/15.2', completion: 'SUBSTANTIAL', evidence: [] },
          { deliverable: 'ca-2016-2018/15.10', completion: 'COMPLETE', evidence: [] },
        ],
      },
    ]);
  });

  it('has references with the words they were found in', () => {
    expect(dossier?.references).toEqual([
      {
        from: 'ca-2016-2018/15',
        to: 'ca-2016-2018/2',
        kind: 'RELATED',
        state: 'CONFIRMED',
        quote: { en: 'As noted' },
        deliverable: 'ca-2016-2018/15.2',
        period: 'mid-term',
      },
      { from: 'ca-2016-2018/2', to: 'ca-2016-2018/15', kind: 'RELATED', state: 'CONFIRMED' },
    ]);
  });

  it('keeps the assessments of the two authors apart', () => {
    const of15 = { commitment: 'ca-2016-2018/15' };
    const of2 = { commitment: 'ca-2016-2018/2' };
    expect(dossier?.assessments).toEqual([
      { ...of15, author: 'GOVERNMENT', scale: 'SCHEDULE', period: 'mid-term', level: 'ON_SCHEDULE' },
      {
        ...of15,
        author: 'GOVERNMENT',
        scale: 'SCHEDULE',
        period: 'end-of-term',
        level: 'MOSTLY_ON_SCHEDULE',
        statement: { en: 'Most deliverables on schedule' },
      },
      { ...of15, author: 'IRM', scale: 'IRM_EARLY_RESULTS', level: 'MAJOR' },
      { ...of15, author: 'IRM', scale: 'IRM_AMBITION', level: 'HIGH' },
      { ...of15, author: 'IRM', scale: 'IRM_VERIFIABLE', level: 'VERIFIABLE' },
      {
        ...of2,
        author: 'GOVERNMENT',
        scale: 'SCHEDULE',
        period: 'end-of-term',
        level: 'COMPLETED',
        statement: { en: 'All deliverables complete.' },
      },
      { ...of2, author: 'IRM', scale: 'IRM_VERIFIABLE', level: 'NOT_VERIFIABLE' },
    ]);
  });

  it.each([
    ['All deliverables complete.', 'COMPLETED'],
    ['All deliverables on schedule.', 'ON_SCHEDULE'],
    ['Most deliverables on schedule', 'MOSTLY_ON_SCHEDULE'],
  ])('takes the summary "%s" for %s', (endOfTermSummary, level) => {
    const commitments = [{ number: 1, title: { en: 'One' }, endOfTermSummary }];
    expect(dossierOf({ ...plan, crossReferences: [], commitments }).assessments).toMatchObject([{ level }]);
  });

  it('leaves out a summary that is not known, with a warning', () => {
    const commitments = [{ number: 1, title: { en: 'One' }, endOfTermSummary: 'Some are done.' }];
    const { dossier, problems } = read(written({ ...plan, crossReferences: null, commitments }));
    expect(dossier?.assessments).toEqual([]);
    expect(problems).toEqual([
      {
        severity: 'warning',
        message: saying('accepted: "All deliverables complete."'),
        line: expect.any(Number) as number,
        column: 'commitments[0].endOfTermSummary',
        value: 'Some are done.',
      },
    ]);
  });

  it('has the lines of things that stand elsewhere in the file', () => {
    expect(lineOf('plans[0]')).toBe(lineWith('"plan": {'));
    expect(lineOf('plans[0].periods[1].label.fr')).toBe(lineWith('"en": "End of term"') - 1);
    expect(lineOf('plans[0].rules')).toBe(lineWith('"plan": {'));
    expect(lineOf('partners[0].name.en')).toBe(lineWith('"Open Data Exchange"'));
    expect(lineOf('commitments[0].actors[3].organization')).toBe(lineWith('"leadsPerOgp"') + 1);
    expect(lineOf('commitments[0].deliverables[2].position')).toBe(lineWith('"15.10"'));
    expect(lineOf('commitments[1].plan')).toBe(lineWith('"number": 2') - 1);
    expect(lineOf('reports[0].department')).toBe(lineWith('"leadDepartments"') + 1);
    expect(lineOf('reports[0].entries')).toBe(lineWith('"endOfTermDeliverables"'));
    expect(lineOf('reports[0].entries[0].completion')).toBe(lineWith('"15.2": '));
    expect(lineOf('references[0].deliverable')).toBe(lineWith('"fromItem"'));
    expect(lineOf('references[0].quote.en')).toBe(lineWith('"As noted"'));
    expect(lineOf('assessments[3].level')).toBe(lineWith('"ambition"'));
    expect(lineOf('assessments[6].scale')).toBe(lineWith('"verifiable"', 1));
  });
});

describe('the structure of a tracker', () => {
  const { dossier, format, lineOf } = read(written(tracker));
  const text = written(tracker).split('\n');
  const lineWith = (words: string) => text.findIndex((line) => line.includes(words)) + 1;

  it('becomes a plan whose periods follow one another without a gap', () => {
    expect(format).toBe('plan (tracker structure)');
    expect(dossier?.plans).toEqual([
      {
        code: 'ca-2022-2024',
        title: { en: '2022-24 NAP' },
        start: '2022-01-01',
        end: '2024-12-31',
        rules: '2022',
        reviewRequired: false,
        priorityAreas: [],
        periods: [
          {
            key: '2023-02',
            label: { en: 'February 2023', fr: 'février 2023' },
            start: '2022-11-01',
            end: '2023-02-28',
            open: true,
          },
          {
            key: '2023-06',
            label: { en: 'June 2023', fr: 'juin 2023' },
            start: '2023-03-01',
            end: '2023-06-30',
            open: true,
          },
          {
            key: '2023-12',
            label: { en: 'December 2023', fr: 'décembre 2023' },
            start: '2023-07-01',
            end: '2023-12-31',
            open: true,
          },
        ],
      },
    ]);
  });

  it('takes three months for the length of an only period', () => {
    const { plans } = dossierOf({ ...tracker, reportingPeriods: ['2023-02'] });
    expect(plans[0]?.periods).toMatchObject([{ start: '2022-12-01', end: '2023-02-28' }]);
  });

  it.each([
    ['2018-2021', '2018'],
    ['2021-2021', '2018'],
    ['2022-2024', '2022'],
    ['2024-2025', '2022'],
    ['2025-2029', '2025'],
  ])('has for the years %s the rules of %s', (period, rules) => {
    expect(dossierOf({ ...tracker, period }).plans[0]).toMatchObject({
      start: `${period.slice(0, 4)}-01-01`,
      end: `${period.slice(5)}-12-31`,
      rules,
    });
  });

  it.each(['2017-2018', '2024-2022', '2022', '2022-24', '2022–2024', ' 2022-2024'])(
    'does not have the years %s',
    (period) => {
      expect(problemsOf(written({ ...tracker, period }))).toMatchObject([
        { column: 'period', value: period, message: saying('must be two years, the first 2018 or later') },
      ]);
    },
  );

  it('does not have a period that began before there were years', () => {
    expect(problemsOf(written({ ...tracker, reportingPeriods: ['2000-01', '9999-12'] }))).toMatchObject([
      {
        column: 'reportingPeriods[0]',
        value: '2000-01',
        message: saying('plans[0].periods[0].start must be'),
      },
    ]);
  });

  it('has commitments in natural order, led by their own departments or those of the indicators', () => {
    expect(dossier?.commitments).toMatchObject([
      {
        plan: 'ca-2022-2024',
        number: 5,
        sourceCode: 'C05',
        title: { en: 'Results', fr: 'Résultats' },
        actors: [
          { organization: 'tbs-sct', role: 'LEAD', statedBy: 'PLAN' },
          { organization: 'statcan', role: 'LEAD', statedBy: 'PLAN' },
          { organization: 'ec', role: 'LEAD', statedBy: 'PLAN' },
          { organization: 'idrc-crdi', role: 'SUPPORT', statedBy: 'PLAN' },
        ],
      },
      {
        plan: 'ca-2022-2024',
        number: 10,
        sourceCode: 'C10',
        ogpCode: 'CA0073',
        actors: [
          { organization: 'csps', role: 'LEAD', statedBy: 'PLAN' },
          { organization: 'tbs', role: 'LEAD', statedBy: 'PLAN' },
        ],
        deliverables: [],
      },
    ]);
    expect(dossier?.commitments[0]).not.toHaveProperty('ogpCode', expect.anything());
  });

  it('has milestones with indicators below them, in natural order', () => {
    expect(dossier?.commitments[0]?.deliverables).toEqual([
      {
        position: 2,
        kind: 'MILESTONE',
        sourceCode: 'C05.2',
        text: { en: 'Second', fr: 'Deuxième' },
        textIsPlaceholder: false,
        actors: [],
        children: [
          {
            position: 1,
            kind: 'INDICATOR',
            sourceCode: 'C05.2.1',
            text: { en: 'One', fr: 'Un' },
            textIsPlaceholder: false,
            dueDate: '2023-12-31',
            duePrecision: 'MONTH',
            actors: [{ organization: 'idrc-crdi', role: 'SUPPORT', statedBy: 'PLAN' }],
          },
          {
            position: 10,
            kind: 'INDICATOR',
            sourceCode: 'C05.2.10',
            text: { en: 'Ten', fr: 'Dix' },
            textIsPlaceholder: false,
            dueDate: '2024-02-29',
            duePrecision: 'MONTH',
            deadline: { en: 'By winter', fr: "D'ici l'hiver" },
            actors: [
              { organization: 'tbs-sct', role: 'LEAD', statedBy: 'PLAN' },
              { organization: 'statcan', role: 'LEAD', statedBy: 'PLAN' },
            ],
          },
        ],
      },
      {
        position: 10,
        kind: 'MILESTONE',
        sourceCode: 'C05.10',
        text: { en: 'Tenth', fr: 'Dixième' },
        textIsPlaceholder: false,
        actors: [],
        children: [
          {
            position: 1,
            kind: 'INDICATOR',
            sourceCode: 'C05.10.1',
            text: { en: 'Only', fr: 'Seul' },
            textIsPlaceholder: false,
            actors: [
              { organization: 'ec', role: 'LEAD', statedBy: 'PLAN' },
              { organization: 'statcan', role: 'SUPPORT', statedBy: 'PLAN' },
            ],
          },
        ],
      },
    ]);
  });

  it('takes codes that differ only in their zeros for different indicators', () => {
    const indicators = ['C01.1.2', 'C01.1.1', 'C01.1.01'].map((code) => ({ code, title: { en: code } }));
    const commitment = { code: 'C01', title: { en: 'One' } };
    const milestones = [{ code: 'C01.1', title: { en: 'First' }, indicators }];
    const { commitments } = dossierOf({ ...tracker, commitments: [{ ...commitment, milestones }] });
    expect(commitments[0]?.deliverables[0]?.children).toMatchObject([
      { position: 1, sourceCode: 'C01.1.01' },
      { position: 3, sourceCode: 'C01.1.1' },
      { position: 2, sourceCode: 'C01.1.2' },
    ]);
  });

  it('has the lines of things that stand elsewhere in the file', () => {
    expect(lineOf('plans[0]')).toBe(1);
    expect(lineOf('plans[0].start')).toBe(lineWith('"period"'));
    expect(lineOf('plans[0].end')).toBe(lineWith('"period"'));
    expect(lineOf('plans[0].periods[0].key')).toBe(lineWith('"2023-02"'));
    expect(lineOf('commitments[0].number')).toBe(lineWith('"code": "C05"'));
    expect(lineOf('commitments[0].actors[1].organization')).toBe(lineWith('"statcan",'));
    expect(lineOf('commitments[0].actors[3].organization')).toBe(lineWith('"support": "idrc-crdi"'));
    expect(lineOf('commitments[0].deliverables[0].text.fr')).toBe(lineWith('"Deuxième"'));
    expect(lineOf('commitments[0].deliverables[0].children[1].dueDate')).toBe(lineWith('"2024-02"'));
    expect(lineOf('commitments[0].deliverables[0].children[1].duePrecision')).toBe(lineWith('"2024-02"'));
    expect(lineOf('commitments[0].deliverables[0].children[0].kind')).toBe(lineWith('"C05.2.1"') - 1);
    expect(lineOf('commitments[0].deliverables[1].children[0].actors[1].role')).toBe(
      lineWith('"support": "statcan"'),
    );
    expect(lineOf('commitments[1].actors[1].organization')).toBe(lineWith('"TBS"'));
    expect(lineOf('commitments[7].title')).toBe(lineWith('"commitments"'));
  });
});

describe('hub data', () => {
  it('is read as it stands, with its defaults', () => {
    expect(read(written(hub)).format).toBe('hub data');
    expect(dossierOf(hub)).toEqual({
      ...empty,
      departments: [{ code: 'tbs', name: { en: 'Treasury Board of Canada Secretariat' }, aliases: [] }],
      references: [{ from: 'ca-2016-2018/19', to: 'ca-2016-2018/20', kind: 'RELATED', state: 'CONFIRMED' }],
    });
  });

  it('has the lines of what it holds, and of what is around the rest', () => {
    const { lineOf } = read(written(hub));
    expect(lineOf('departments[0].name.en')).toBe(6);
    expect(lineOf('departments[0].aliases')).toBe(3);
    expect(lineOf('references[0].to')).toBe(13);
    expect(lineOf('references[9].to')).toBe(10);
    expect(lineOf('plans[0].code')).toBe(1);
    expect(lineOf('')).toBe(1);
    expect(lineOf('references[')).toBeNull();
    expect(lineOf('[x]')).toBeNull();
  });

  it.each(['departments', 'partners', 'ca-2016-2018'])('is what the sample file %s holds', (name) => {
    const text = readFileSync(new URL(`../../data/${name}.json`, import.meta.url), 'utf8');
    const { format, dossier, problems } = read(text);
    expect({ format, problems }).toEqual({ format: 'hub data', problems: [] });
    expect(dossier).toEqual(dossierSchema.parse(JSON.parse(text)));
  });
});

describe('a file is recognized', () => {
  it.each([
    ['hub data', '{ "plans": [] }'],
    ['hub data', '{ "departments": [] }'],
    ['hub data', '{ "note": "x", "departments": [{ "code": "tbs", "name": { "en": "TBS" } }] }'],
    ['hub data', '{ "commitments": [{ "plan": "x" }] }'],
    ['hub data', '{ "commitments": [], "assessments": [] }'],
    ['departments', '{ "note": "x", "departments": [] }'],
    ['departments', '{ "departments": [7, { "key": "TBS" }] }'],
    ['plan', '{ "plan": 7 }'],
    ['plan', '{ "commitments": [], "crossReferences": [] }'],
    ['plan (tracker structure)', '{ "period": "2022-2024" }'],
    ['plan (tracker structure)', '{ "commitments": [{ "milestones": [] }] }'],
    ['unknown', '{}'],
    ['unknown', '{ "code": "x", "title": {} }'],
    ['unknown', '[{ "plans": [] }]'],
    ['unknown', '{ "plans": [] '],
  ])('as %s: %s', (format, text) => {
    expect(read(text).format).toBe(format);
  });

  it.each(['{}', '[]', '7', '"plans"', 'null', 'true'])('or all that is accepted is told: %s', (text) => {
    expect(problemsOf(text)).toEqual([
      {
        severity: 'error',
        message: saying('expected hub data (an object with any of departments,'),
        line: 1,
      },
    ]);
  });
});

describe('all problems of a file are told at once', () => {
  it('in a list of departments', () => {
    const text = [
      '{ "departments": [',
      '  { "key": "TBS", "gcOrgId": "2242",',
      '    "name": { "en": "", "fr": " " },',
      '    "abbr": { "en": "TBS", "es": "CT" },',
      '    "openGovSlug": "TBS",',
      '    "aliases": ["Treasury", 7], "website": "x" },',
      '  { "key": "tbs",',
      '    "gcOrgId": 42, "name": "TBS" },',
      '  { "key": "…", "name": { "en": "Dots" } },',
      '  { "name": { "en": "No key" } },',
      '  7 ],',
      '  "notes": "x" }',
    ].join('\n');
    expect(warningsIn(text)).toEqual(['departments[0].abbr.es', 'departments[0].website', 'notes']);
    expect(rowsOf(text)).toEqual([
      [2, 'departments[0].gcOrgId', '2242', '"gcOrgId" must be a number.'],
      [3, 'departments[0].name', '{ "en": "", "fr": " " }', '"name" must have a text in "en" or in "fr".'],
      [
        4,
        'departments[0].abbr.es',
        'CT',
        'This name is not known here, so it is not read; accepted: en, fr.',
      ],
      [5, 'departments[0].openGovSlug', 'TBS', saying('"openGovSlug" must be lower-case letters, digits')],
      [6, 'departments[0].website', 'x', saying('key, gcOrgId, name, abbr, openGovSlug, aliases.')],
      [6, 'departments[0].aliases[1]', '7', '"aliases[1]" must be text.'],
      [7, 'departments[1].key', 'tbs', saying('"tbs" is given already, by departments[0].key; expected')],
      [8, 'departments[1].gcOrgId', '42', '"gcOrgId" must be 1000 or more.'],
      [8, 'departments[1].name', 'TBS', '"name" must be an object.'],
      [9, 'departments[2].key', '…', '"key" must have a letter or a digit, such as "TBS".'],
      [10, 'departments[3].key', undefined, '"key" is missing; it must be text.'],
      [11, 'departments[4]', '7', '"departments[4]" must be an object.'],
      [12, 'notes', 'x', saying('so it is not read; accepted: note, departments.')],
    ]);
  });

  it('in a plan of the years before trackers', () => {
    const text = [
      '{ "plan": { "code": "CA", "start": "2016-02-30",',
      '  "end": 2018,',
      '  "title": {},',
      '  "reportingPeriods": [] },',
      '"commitments": [',
      '  { "number": 2, "title": { "en": "Two" }, "midTermSchedule": "late",',
      '    "endOfTermSummary": "Nearly.",',
      '    "endOfTermDeliverables": { "2.1": "DONE",',
      '      "3.1": "COMPLETE",',
      '      "2": null },',
      '    "irm": { "verifiable": "yes" },',
      '    "ogpValues": ["OPENNESS"], "pages": { "ogp": "ftp://example.org" } },',
      '  { "number": 2, "leadDepartments": "TBS",',
      '    "title": { "en": "Again" }, "endOfTermDeliverables": { "2.1": "COMPLETE" } },',
      '  { "number": "0", "title": { "en": "Zero" }, "ogpCode": "ca1",',
      '    "endOfTermDeliverables": { "7.1": null } } ],',
      '"crossReferences": [',
      '  { "from": 2, "to": 1.5, "fromItem": "result 1" },',
      '  { "from": 2, "to": 3, "fromItem": "3.1 result 1" } ] }',
    ].join('\n');
    const commitment = 'commitments[0]';
    const levels = '{ "2.1": "DONE",\n      "3.1": "COMPLETE",\n      "2": null }';
    expect(warningsIn(text)).toEqual([`${commitment}.endOfTermSummary`]);
    expect(rowsOf(text)).toEqual([
      [1, 'plan.code', 'CA', saying('"code" must be lower-case letters')],
      [1, 'plan.start', '2016-02-30', '"start" must be a date that exists, written YYYY-MM-DD.'],
      [2, 'plan.end', '2018', '"end" must be a date that exists, written YYYY-MM-DD.'],
      [3, 'plan.title', '{}', '"title" must have a text in "en" or in "fr".'],
      [4, 'plan.reportingPeriods', '[]', '"reportingPeriods" must name at least one period.'],
      [6, `${commitment}.midTermSchedule`, 'late', saying('must be capitals and underscores')],
      [7, `${commitment}.endOfTermSummary`, 'Nearly.', saying('accepted: "All deliverables complete.", ')],
      [8, `${commitment}.endOfTermDeliverables["2.1"]`, 'DONE', saying('"2.1" must be one of NOT_STARTED,')],
      [8, `${commitment}.endOfTermDeliverables`, levels, saying('a department in "leadDepartments".')],
      [9, `${commitment}.endOfTermDeliverables["3.1"]`, 'COMPLETE', saying('expected one of commitment 2.')],
      [10, `${commitment}.endOfTermDeliverables.2`, 'null', saying('This names no deliverable; expected')],
      [11, `${commitment}.irm.verifiable`, 'yes', '"verifiable" must be true or false.'],
      [12, `${commitment}.ogpValues[0]`, 'OPENNESS', saying('must be one of TRANSPARENCY,')],
      [12, `${commitment}.pages.ogp`, 'ftp://example.org', '"ogp" must be an http or https address.'],
      [13, 'commitments[1].leadDepartments', 'TBS', '"leadDepartments" must be a list.'],
      [13, 'commitments[1].number', '2', saying('"2" is given already, by commitments[0].number;')],
      [15, 'commitments[2].number', '0', '"number" must be a number.'],
      [15, 'commitments[2].ogpCode', 'ca1', saying('"ogpCode" must be two capitals and four digits')],
      [18, 'crossReferences[0].to', '1.5', '"to" must be a whole number.'],
      [18, 'crossReferences[0].fromItem', 'result 1', saying('a position, such as "19.2".')],
      [19, 'crossReferences[1].fromItem', '3.1 result 1', saying('a deliverable of commitment 3; expected')],
    ]);
  });

  it('in the structure of a tracker', () => {
    const text = [
      '{ "code": "ca-2022-2024", "title": { "en": "Plan" },',
      '  "period": "2017-2018",',
      '  "reportingPeriods": ["2023-13", "2023-06",',
      '    "2023-06"],',
      '  "commitments": [',
      '    { "code": "C1", "title": { "en": "Malformed" }, "milestones": [',
      '      { "code": "C01.1", "title": { "en": "Told of once" }, "indicators": [] } ] },',
      '    { "code": "C01", "title": { "en": "One" }, "milestones": [',
      '      { "code": "C02.1", "title": { "en": "A" }, "indicators": [',
      '        { "code": "C02.10.1", "title": { "en": "B" } },',
      '        { "code": "C02.1.1", "title": { "en": "C" }, "dueDate": "2023-06-30" },',
      '        { "code": "C02.1.1", "title": { "en": "D" }, "leadDepts": "tbs-sct" },',
      '        { "code": "C03.9", "support": 7 },',
      '        { "code": "C02.01.2", "title": { "en": "E" }, "deadline": "soon" } ] } ] },',
      '    { "code": "C03", "title": { "en": "Three" }, "milestones": null },',
      '    { "code": "C03", "title": { "en": "Three" }, "milestones": [] } ] }',
    ].join('\n');
    const milestone = 'commitments[1].milestones[0]';
    const indicators = `${milestone}.indicators`;
    expect(rowsOf(text)).toEqual([
      [2, 'period', '2017-2018', saying('must be two years, the first 2018 or later')],
      [3, 'reportingPeriods[0]', '2023-13', saying('"reportingPeriods[0]" must be a year and a month')],
      [4, 'reportingPeriods[2]', '2023-06', saying('is given already, by reportingPeriods[1]')],
      [6, 'commitments[0].code', 'C1', '"code" must be "C" and two digits, such as "C05".'],
      [
        9,
        `${milestone}.code`,
        'C02.1',
        saying('does not belong to C01, below which it stands; expected "C01."'),
      ],
      [10, `${indicators}[0].code`, 'C02.10.1', saying('does not belong to C02.1, below which it stands')],
      [11, `${indicators}[1].dueDate`, '2023-06-30', saying('written YYYY-MM, such as "2023-06".')],
      [12, `${indicators}[2].leadDepts`, 'tbs-sct', '"leadDepts" must be a list.'],
      [12, `${indicators}[2].code`, 'C02.1.1', saying(`given already, by ${indicators}[1].code`)],
      [13, `${indicators}[3].code`, 'C03.9', saying('must be a milestone code, "." and one or two digits')],
      [13, `${indicators}[3].title`, undefined, '"title" is missing; it must be an object.'],
      [13, `${indicators}[3].support`, '7', '"support" must be text.'],
      [14, `${indicators}[4].deadline`, 'soon', '"deadline" must be an object.'],
      [14, `${indicators}[4].code`, 'C02.01.2', saying('This does not belong to C02.1,')],
      [15, 'commitments[2].milestones', 'null', '"milestones" must be a list.'],
      [16, 'commitments[3].code', 'C03', saying('"C03" is given already, by commitments[2].code')],
    ]);
  });

  it('in hub data, where unknown names are errors as well', () => {
    const text = [
      '{ "plans": [',
      '  { "code": "x", "title": { "en": "X", "es": "Y" }, "start": "2016-01-01", "rules": "2017",',
      '    "periods": [], "ends": "2018" } ],',
      '  "commitment": [] }',
    ].join('\r\n');
    expect(warningsIn(text)).toEqual([]);
    expect(rowsOf(text)).toEqual([
      [2, 'plans[0].title.es', 'Y', 'This name is not known here; accepted: en, fr.'],
      [2, 'plans[0].end', undefined, saying('"end" is missing; it must be a date that exists')],
      [2, 'plans[0].rules', '2017', '"rules" must be one of 2016, 2018, 2022, 2025.'],
      [3, 'plans[0].ends', '2018', saying('This name is not known here; accepted: code, title, start, end,')],
      [3, 'plans[0].periods', '[]', '"periods" must name at least one reporting period.'],
      [4, 'commitment', '[]', saying('This name is not known here; accepted: departments, partners, plans,')],
    ]);
  });

  it('where only what is made of a value cannot be accepted', () => {
    const commitments = [{ code: 'C00', title: { en: 'Zero' }, milestones: [] }];
    expect(problemsOf(written({ ...tracker, commitments }))).toEqual([
      {
        severity: 'error',
        message: 'What is read from this as commitments[0].number must be 1 or more.',
        line: expect.any(Number) as number,
        column: 'commitments[0].code',
        value: 'C00',
      },
    ]);
  });

  it('where a name is that of something every object has', () => {
    const text = '{ "plans": [], "__proto__": { "partners": 7 }, "constructor": null, "toString": 1 }';
    expect(problemsOf(text).map(({ column }) => column)).toEqual(['__proto__', 'constructor', 'toString']);
  });

  it('where names of an outside format are not known, and the rest is read', () => {
    const { dossier, problems } = read(written({ ...tracker, extra: { deep: [1] } }));
    expect(dossier).toEqual(dossierOf(tracker));
    expect(problems).toMatchObject([{ severity: 'warning', column: 'extra', value: saying('"deep"') }]);
    expect(problems[0]?.message).toMatch(/accepted: code, period, title, reportingPeriods, commitments, /);
  });

  it('with values so long that only their beginnings are told', () => {
    const long = read(written({ ...tracker, title: { en: 'x'.repeat(20_001) } })).problems;
    expect(long).toMatchObject([
      { message: '"en" must have at most 20000 characters.', value: `${'x'.repeat(200)}…` },
    ]);
  });
});

describe('text that is no JSON', () => {
  it.each([
    ['a comma after the last value', '{ "plans": [\n1, ] }', 2, 'plans', ']', 'no comma after the last one'],
    ['a comma after the last pair', '{ "a": 1,\n}', 2, undefined, '}', 'A name is missing here'],
    ['a comment', '{ "a": 1 }\n// done', 2, undefined, '// done', 'JSON has no comments'],
    ['a block comment', '{ "a":\n/* one */ 1 }', 2, 'a', '/* one */', 'JSON has no comments'],
    ['a missing colon', '{ "a"\n1 }', 2, 'a', '1', 'A colon is missing'],
    ['a missing comma', '[1\n2]', 2, '[1]', '2', 'A comma is missing'],
    ['a missing value', '{ "a": { "b":\n} }', 2, 'a.b', '}', 'A value is missing'],
    ['a name without quotes', '{\n a: 1 }', 2, undefined, 'a', 'expected text in double quotes'],
    ['a word', '[{ "a": [1,\n tru] }]', 2, '[0].a', 'tru', 'expected text in double quotes'],
    ['two values', '{}\n{}', 2, undefined, '{', 'expected one value and nothing after it'],
    ['a bracket too many', '{}\n]', 2, undefined, ']', 'expected one value and nothing after it'],
    ['an open text', '{ "a":\n"b\n}', 2, 'a', '"b', 'expected a closing quote'],
    ['a wrong escape', '["\\q"]', 1, '[0]', '"\\q"', 'wrong escape'],
    ['a short escape', '["\\u12"]', 1, '[0]', '"\\u12"', 'four hexadecimal digits'],
    ['a raw tab', '["\t"]', 1, '[0]', '"\t"', 'control character'],
    ['half a number', '[\n1.]', 2, '[0]', '1.', 'number is not finished'],
    ['a number with a leading zero', '[\n01]', 2, '[1]', '1', 'A comma is missing'],
    ['not a number', '[NaN]', 1, undefined, 'NaN', 'expected text in double quotes'],
    ['single quotes', "{ 'a': 1 }", 1, undefined, "'a'", 'expected text in double quotes'],
    ['a table', 'code,name\ntbs,"TBS"', 1, undefined, 'code', 'This is no JSON'],
    ['a web page', '<html>\n</html>', 1, undefined, '<html>', 'This is no JSON'],
  ])('is told of by its first mistake on each line: %s', (_, text, line, column, value, words) => {
    const [first, ...others] = problemsOf(text);
    expect(first).toEqual({
      severity: 'error',
      message: saying(words),
      line,
      ...(column === undefined ? {} : { column }),
      value,
    });
    expect(others.every((problem) => (problem.line ?? 0) > line)).toBe(true);
  });

  it('is told of on every line that has a mistake', () => {
    const text = '{ "a": tru,\n"b": [1,\n2,\n],\n"c": "d"\n"e": nul }';
    expect(problemsOf(text).map(({ line, column }) => [line, column])).toEqual([
      [1, 'a'],
      [4, 'b'],
      [6, 'e'],
    ]);
  });

  it.each(['{', '[1,', '{ "a": [1,\n2', '{ "a":', '{ "a": { "b": null }', '-'])(
    'may be cut short: %s',
    (text) => {
      const problems = problemsOf(text);
      expect(problems).toHaveLength(1);
      expect(problems).toMatchObject([{ line: lineCount(text) }]);
    },
  );

  it('may be cut short anywhere', () => {
    for (const whole of [departments, plan, tracker, hub].map((value) => JSON.stringify(value))) {
      for (let length = 0; length < whole.length; length += 1) {
        expect(readJson(whole.slice(0, length)).dossier).toBeNull();
      }
    }
  });

  it.each(['', ' ', '\n\t\r\n ', '\ufeff', '\ufeff \n'])('may be nothing: %j', (text) => {
    expect(problemsOf(text)).toEqual([
      { severity: 'error', message: 'The file is empty; expected a JSON object.', line: 1 },
    ]);
  });

  it('may be a file of another kind', () => {
    expect(problemsOf('PK\u0003\u0004\n\u0000\u0000')).toEqual([
      { severity: 'error', message: saying('The file holds null bytes'), line: 2 },
    ]);
    expect(problemsOf('\u0089PNG\r\n\u001a\n').length).toBeGreaterThan(0);
  });
});

describe('JSON that is well-formed', () => {
  it('may begin with a byte-order mark, of which no line or path takes notice', () => {
    const { dossier, lineOf } = read(`\ufeff${written(hub)}`);
    expect(dossier).toEqual(dossierOf(hub));
    expect(lineOf('references[0].to')).toBe(13);
    expect(read('{}\ufeff').format).toBe('unknown');
  });

  it.each(['\n', '\r\n', '\r'])('may end its lines with %j', (lineBreak) => {
    const { dossier, lineOf } = read(written(hub).replaceAll('\n', lineBreak));
    expect(dossier).toEqual(dossierOf(hub));
    expect(lineOf('references[0].to')).toBe(13);
  });

  it('must not give a name twice in one object', () => {
    const text = [
      '{ "plans": [],',
      '  "partners": [{ "code": "odx", "kind": "OTHER",',
      '    "name": { "en": "ODX",',
      '      "fr": "A", "\\u0065n": "Open Data Exchange" },',
      '    "code": { "a": 1,',
      '      "a": 2,',
      '      "a": 3 } }],',
      '  "plans": [] }',
    ].join('\n');
    const twice = (line: number, column: string, value: string, since: number) => ({
      severity: 'error',
      message: `This name stands in the object already, on line ${since}; expected each name once.`,
      line,
      column,
      value,
    });
    expect(problemsOf(text)).toEqual([
      twice(4, 'partners[0].name.en', 'Open Data Exchange', 3),
      twice(5, 'partners[0].code', '{ "a": 1,\n      "a": 2,\n      "a": 3 }', 2),
      {
        severity: 'error',
        message: '"code" must be text.',
        line: 5,
        column: 'partners[0].code',
        value: saying('{'),
      },
      twice(6, 'partners[0].code.a', '2', 5),
      twice(7, 'partners[0].code.a', '3', 5),
      twice(8, 'plans', '[]', 1),
    ]);
    expect(problemsOf('{ "x": 1,\n"x": 2 }')).toMatchObject([
      { line: 1, message: saying('no known shape') },
      twice(2, 'x', '2', 1),
    ]);
  });

  it('is warned of where it holds replacement characters', () => {
    const name = { en: 'Minist\ufffdre' };
    const { dossier, problems } = read(written({ departments: [{ code: 'x', name }] }));
    expect(dossier?.departments[0]?.name).toEqual(name);
    expect(problems).toEqual([{ severity: 'warning', message: saying('U+FFFD'), line: 6 }]);
  });

  it('must not hold characters that cannot be stored', () => {
    const problems = problemsOf(
      '{ "departments": [{ "code": "x", "name": { "en": "\\u0000", "fr": "\\ud800" } }] }',
    );
    expect(problems.map(({ column, message }) => [column, message])).toEqual([
      ['departments[0].name.en', '"en" must not hold null bytes or lone surrogates.'],
      ['departments[0].name.fr', '"fr" must not hold null bytes or lone surrogates.'],
    ]);
  });

  it('is told from what is not exactly as JSON.parse tells it', () => {
    const sign = fc.constantFrom(
      ...'{}[]:,"\\/*-+.eE019 \n\ttrufalsn',
      '"a"',
      'true',
      'null',
      '1.5e3',
      '\\u00e9',
    );
    const near = fc.array(sign, { maxLength: 12 }).map((signs) => signs.join(''));
    const altered = fc
      .tuple(fc.json({ maxDepth: 3 }), fc.nat(), sign)
      .map(([json, at, put]) => json.slice(0, at % json.length) + put + json.slice((at % json.length) + 1));
    fc.assert(
      fc.property(fc.oneof(near, fc.json(), altered), (text) => {
        fc.pre(text.trim() !== '' && !text.includes('\u0000'));
        const { file, problems } = parseJson(text);
        let expected: unknown;
        try {
          expected = JSON.parse(text);
        } catch {
          expect(file).toBeNull();
          expect(problems.length).toBeGreaterThan(0);
          return;
        }
        expect(file).not.toBeNull();
        // Written out, because the values read here have no prototypes.
        expect(JSON.stringify(file?.toValue())).toBe(JSON.stringify(expected));
      }),
      { numRuns: 5000 },
    );
  });
});

describe('the bounds of a file', () => {
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

  it('hold for how deep it goes', () => {
    expect(problemsOf(`{ "plans":\n${nested(deepestNesting - 1)} }`)).toMatchObject([{ column: 'plans[0]' }]);
    expect(problemsOf(`{ "plans":\n${nested(deepestNesting)} }`)).toEqual([
      { severity: 'error', message: saying(`expected at most ${deepestNesting} of them`), line: 2 },
    ]);
  });

  it.each(['[', '{"a":', '[}', '[},', '{]', '{"a"', '[1,{"a":[', '/*"*/[', '["\\', '"\n['])(
    'hold for a hundred thousand times %j',
    (text) => {
      expect(problemsOf(text.repeat(100_000)).length).toBeGreaterThan(0);
    },
  );

  it('hold for its length', () => {
    const long = (length: number) => `["${'x'.repeat(length - 4)}"]`;
    expect(problemsOf(long(longestText))).toMatchObject([{ message: saying('no known shape') }]);
    for (const length of [longestText + 1, 20_000_000]) {
      expect(problemsOf(long(length))).toEqual([
        {
          severity: 'error',
          message: `The file has ${length} characters; expected at most ${longestText}.`,
          line: 1,
        },
      ]);
    }
  });

  it('hold for how much is in it', () => {
    const ones = (tokens: number) => `[${'1,'.repeat(tokens / 2 - 1)}1]`;
    expect(problemsOf(ones(mostTokens - 2))).toMatchObject([{ message: saying('no known shape') }]);
    expect(problemsOf(ones(mostTokens + 2))).toMatchObject([
      { message: saying(`at most ${mostTokens} names`) },
    ]);
  });

  it('keep the time short in which many problems are found', () => {
    const names = Array.from({ length: 100_000 }, (_, at) => `"k${at}":0`).join(',');
    const began = performance.now();
    expect(readJson(`{"plans":[],${names}}`).problems).toHaveLength(100_000);
    expect(readJson(`{"period":"2022-2024",${names}}`).problems).toHaveLength(100_004);
    expect(readJson(`{"plans":[${'0,'.repeat(200_000)}0]}`).problems).toHaveLength(200_001);
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});

describe('whatever is handed in, nothing is thrown', () => {
  const files = [departments, plan, tracker, hub];

  it('for any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'{}[]:,"\\\n\r\u0000\ufeff\ud800a1') }),
      fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes).toString('utf8')),
    );
    fc.assert(
      fc.property(text, (given) => void read(given)),
      { numRuns: 2000 },
    );
  });

  it('for any JSON below the names that tell the shapes apart', () => {
    const names = ['plans', 'departments', 'commitments', 'plan', 'period', 'reportingPeriods', 'note'];
    const more = [
      'key',
      'code',
      'milestones',
      'indicators',
      'endOfTermDeliverables',
      '__proto__',
      'constructor',
    ];
    const key = fc.constantFrom(...names, ...more, '2.1', 'en');
    const value = fc.constantFrom(null, true, 0, -1, 1.5, 1e300, '', 'C01', 'C01.1', '2023-06', 'x', '2.1');
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ maxDepth: 6 }, value, fc.array(tie('tree')), fc.dictionary(key, tie('tree'))),
    }));
    fc.assert(
      fc.property(fc.dictionary(key, tree, { minKeys: 1 }), (given) => void read(written(given))),
      { numRuns: 800 },
    );
  });

  it('for valid files with any value replaced', () => {
    const other = fc.constantFrom(
      null,
      true,
      0,
      -1,
      1e300,
      '',
      ' ',
      'x',
      '\ud800',
      [],
      [null],
      {},
      { en: 7 },
      '2.1',
    );
    for (const file of files) {
      const paths = pathsIn(file).slice(1);
      fc.assert(
        fc.property(fc.constantFrom(...paths), other, (path, put) => {
          const changed: unknown = structuredClone(file);
          const steps = readPath(path) ?? [];
          const above = steps
            .slice(0, -1)
            .reduce<unknown>((thing, step) => Reflect.get(Object(thing), step), changed);
          Reflect.set(Object(above), steps.at(-1) ?? '', put);
          read(written(changed));
        }),
        { numRuns: 500 },
      );
    }
  });

  it('for valid files with any characters replaced', () => {
    const change = fc.record({ at: fc.nat(), removed: fc.nat({ max: 9 }), put: fc.string({ maxLength: 5 }) });
    const text = fc.constantFrom(...files.map(written));
    fc.assert(
      fc.property(text, fc.array(change, { minLength: 1, maxLength: 4 }), (valid, changes) => {
        const changed = changes.reduce((before, { at, removed, put }) => {
          const start = at % before.length;
          return before.slice(0, start) + put + before.slice(start + removed);
        }, valid);
        read(changed);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a month', () => {
  it.each([
    ['2023-02', '2023-02-28'],
    ['2024-02', '2024-02-29'],
    ['2000-02', '2000-02-29'],
    ['2100-02', '2100-02-28'],
    ['2023-04', '2023-04-30'],
    ['2023-12', '2023-12-31'],
  ])('%s ends on %s', (month, day) => {
    expect(lastDayOf(month)).toBe(day);
    expect(firstDayOf(month)).toBe(`${month}-01`);
  });

  it('comes before and after others, over the end of a year', () => {
    expect(monthAfter('2023-12', 1)).toBe('2024-01');
    expect(monthAfter('2024-01', -1)).toBe('2023-12');
    expect(monthAfter('2023-06', 0)).toBe('2023-06');
    expect(monthAfter('2023-06', -30)).toBe('2020-12');
    fc.assert(
      fc.property(fc.integer({ min: -12_000, max: 12_000 }), (months) => {
        expect(monthsBetween('2023-06', monthAfter('2023-06', months))).toBe(months);
      }),
    );
  });

  it('has a name in both languages', () => {
    expect(nameOfMonth('2019-03', 'en-CA')).toBe('March 2019');
    expect(nameOfMonth('2019-03', 'fr-CA')).toBe('mars 2019');
    expect(nameOfMonth('2022-08', 'fr-CA')).toBe('août 2022');
  });
});

describe('the codes of a tracker', () => {
  it('are ordered number by number', () => {
    const ordered = ['C01', 'C01.1', 'C01.1.1', 'C01.1.2', 'C01.1.10', 'C01.2', 'C01.10', 'C02', 'C10'];
    expect(ordered.toReversed().toSorted(byNaturalOrder)).toEqual(ordered);
    const padded = ['C05.2.01', 'C05.2.1', 'C05.2.02', 'C05.2.10'];
    expect(padded.toReversed().toSorted(byNaturalOrder)).toEqual(padded);
    expect(byNaturalOrder('C05.2.1', 'C05.2.1')).toBe(0);
  });

  it('give each sibling a position of its own', () => {
    const given = (...codes: readonly string[]) => [...positionsOf(codes)].toSorted();
    expect(given('C01.1', 'C01.3')).toEqual([
      ['C01.1', 1],
      ['C01.3', 3],
    ]);
    expect(given('C05.2.01', 'C05.2.1', 'C05.2.02')).toEqual([
      ['C05.2.01', 1],
      ['C05.2.02', 2],
      ['C05.2.1', 3],
    ]);
    expect(given('C05.2.0', 'C05.2.1')).toEqual([
      ['C05.2.0', 2],
      ['C05.2.1', 1],
    ]);
  });
});

describe('a path', () => {
  it('is written as people write it', () => {
    expect(writePath(['commitments', 3, 'levels', '2.1'])).toBe('commitments[3].levels["2.1"]');
    expect(writePath([0, 'x'])).toBe('[0].x');
    expect(writePath([])).toBe('');
  });

  it('is read as it was written', () => {
    const name = fc.string({ unit: 'binary', maxLength: 80 }).filter((text) => text.isWellFormed());
    fc.assert(
      fc.property(fc.array(fc.oneof(name, fc.nat())), (path) => {
        expect(readPath(writePath(path))).toEqual(path);
      }),
    );
  });

  it.each(['[', 'a[', 'a[1', 'a..b', '.', 'a]', '["', '["\\x"]', 'a[-1]', 'a[1.5]', 'a["b]'])(
    'is nothing else: %s',
    (text) => {
      expect(readPath(text)).toBeNull();
    },
  );
});

describe('the published files', () => {
  const published = new URL('../../../shared/data/', import.meta.url);
  const present = existsSync(published);
  if (!present) console.info('The published files are not at hand; their tests were left out.');
  const whenPresent = present ? it : it.skip;
  const readPublished = (name: string) => {
    const { dossier, problems } = read(readFileSync(new URL(name, published), 'utf8'));
    expect(problems).toEqual([]);
    return dossier;
  };

  whenPresent('hold 27 departments', () => {
    const departments = readPublished('departments.json')?.departments;
    expect(departments).toHaveLength(27);
    const own = readFileSync(new URL('../../data/departments.json', import.meta.url), 'utf8');
    const codes = readJson(own).dossier?.departments.map(({ code, gcOrgId }) => [code, gcOrgId]);
    expect(departments?.map(({ code, gcOrgId }) => [code, gcOrgId])).toEqual(codes);
    expect(departments?.find(({ code }) => code === 'ocsa')?.abbreviation).toBeUndefined();
  });

  whenPresent('hold 22 commitments of the plan of 2016', () => {
    const dossier = readPublished('plan-2016-2018.json');
    expect(dossier?.commitments.map(({ number }) => number)).toEqual(
      Array.from({ length: 22 }, (_, at) => at + 1),
    );
    expect(dossier?.commitments.every(({ number, ogpCode }) => ogpCode === `CA00${41 + number}`)).toBe(true);
    expect(dossier?.partners).toMatchObject([{ code: 'open-data-exchange' }]);
    expect(dossier?.references).toHaveLength(2);
    const levels = dossier?.reports.flatMap(({ entries }) => entries);
    expect(levels).toHaveLength(15);
  });

  whenPresent.each([
    ['plan-2018-2021.json', '2018', 10, 56, 135],
    ['plan-2022-2024.json', '2022', 5, 19, 106],
  ])('hold all of %s, in both languages', (name, rules, commitments, milestones, indicators) => {
    const dossier = readPublished(name);
    const upper = dossier?.commitments.flatMap(({ deliverables }) => deliverables) ?? [];
    const lower = upper.flatMap(({ children }) => children);
    expect([dossier?.commitments.length, upper.length, lower.length]).toEqual([
      commitments,
      milestones,
      indicators,
    ]);
    const texts = [
      ...(dossier?.commitments ?? []).map(({ title }) => title),
      ...[...upper, ...lower].map(({ text }) => text),
    ];
    expect(texts.filter(({ en, fr }) => en == null || fr == null)).toEqual([]);
    expect(dossier?.plans).toMatchObject([{ rules }]);
    expect(dossier?.plans[0]?.periods).toHaveLength(12);
    const first = `${rules === '2018' ? 2019 : 2022}-01-01`;
    expect(dossier?.plans[0]?.periods[0]?.start).toBe(first);
    expect(dossier?.commitments.filter(({ actors }) => actors.length === 0)).toEqual([]);
  });
});
