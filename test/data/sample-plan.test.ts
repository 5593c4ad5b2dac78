import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Dossier, dossier } from '../../src/reporting/dossier.js';

const sampleFiles = new URL('../../data/', import.meta.url);
const read = (file: string): Dossier =>
  dossier.parse(JSON.parse(readFileSync(new URL(file, sampleFiles), 'utf8')));

const { departments } = read('departments.json');
const { partners } = read('partners.json');
const sample = read('ca-2016-2018.json');
const plan = 'ca-2016-2018';

const commitmentCodes = sample.commitments.map((each) => `${each.plan}/${each.number}`);
const deliverableCodes = sample.commitments.flatMap((each) =>
  each.deliverables.map((one) => `${each.plan}/${each.number}.${one.position}`),
);
const organizationCodes = [...departments, ...partners].map((each) => each.code);
const periodKeys = sample.plans.flatMap((each) => each.periods.map((period) => period.key));

const repeated = (values: readonly unknown[]): unknown[] =>
  values.filter((value, index) => values.indexOf(value) !== index);
const missingFrom = (known: readonly string[], used: readonly (string | null | undefined)[]): unknown[] =>
  used.filter((value) => value != null && !known.includes(value));

interface PlacedText {
  readonly path: string;
  readonly en: string | undefined;
  readonly fr: string | undefined;
}

/** Every object below `value` that is a text in one or two languages, with the path to it. */
function textsIn(value: unknown, path: string): PlacedText[] {
  if (typeof value !== 'object' || value === null) return [];
  const text = z.strictObject({ en: z.string().optional(), fr: z.string().optional() }).safeParse(value);
  if (text.success) return [{ path, en: text.data.en, fr: text.data.fr }];
  return Object.entries(value).flatMap(([key, below]) => textsIn(below, `${path}.${key}`));
}

/** A quotation or a statement is kept in the one language it was found in; everything else is in both. */
const verbatim = /\.(?:quote|statement)$/;

describe('the sample plan', () => {
  it('has 27 departments, each with a code, a GC OrgID and a name of its own', () => {
    expect(departments).toHaveLength(27);
    expect(repeated(departments.map((each) => each.code))).toEqual([]);
    expect(departments.filter((each) => each.gcOrgId == null)).toEqual([]);
    expect(repeated(departments.map((each) => each.gcOrgId))).toEqual([]);
    const names = departments.flatMap((each) => [each.name.en, ...each.aliases.map((alias) => alias.name)]);
    expect(repeated(names)).toEqual([]);
  });

  it('gives no two organizations the same code', () => {
    expect(repeated(organizationCodes)).toEqual([]);
  });

  it('numbers its commitments 1 to 22 and gives each the code the Open Government Partnership uses', () => {
    expect(sample.commitments.map((each) => each.number)).toEqual(
      Array.from({ length: 22 }, (_, n) => n + 1),
    );
    for (const { number, ogpCode } of sample.commitments) {
      expect(ogpCode).toBe(`CA${String(41 + number).padStart(4, '0')}`);
    }
  });

  it('names only organizations, commitments, deliverables and periods that it holds', () => {
    const { commitments, reports, references, activities, assessments } = sample;
    const entries = reports.flatMap((report) => report.entries);
    const actors = commitments.flatMap((each) => [
      ...each.actors,
      ...each.deliverables.flatMap((one) => one.actors),
    ]);
    const departmentCodes = departments.map((each) => each.code);
    const organizations = [
      ...actors.map((actor) => actor.organization),
      ...activities.flatMap((activity) => activity.organizations),
    ];

    expect(sample.plans.map((each) => each.code)).toEqual([plan]);
    expect(commitments.filter((each) => each.plan !== plan)).toEqual([]);
    expect(missingFrom(organizationCodes, organizations)).toEqual([]);
    expect(
      missingFrom(
        departmentCodes,
        reports.map((each) => each.department),
      ),
    ).toEqual([]);
    expect(
      missingFrom(commitmentCodes, [
        ...reports.map((each) => each.commitment),
        ...references.flatMap((each) => [each.from, each.to]),
        ...activities.flatMap((each) => each.commitments),
        ...assessments.map((each) => each.commitment),
      ]),
    ).toEqual([]);
    expect(
      missingFrom(
        deliverableCodes,
        [...entries, ...references, ...assessments].map((each) => each.deliverable),
      ),
    ).toEqual([]);
    expect(
      missingFrom(
        periodKeys,
        [...reports, ...references, ...assessments].map((each) => each.period),
      ),
    ).toEqual([]);
  });

  it('uses every partner organization', () => {
    const used = new Set(
      sample.commitments.flatMap((each) => each.actors.map((actor) => actor.organization)),
    );
    expect(partners.map((each) => each.code).filter((code) => !used.has(code))).toEqual([]);
  });

  it('states each fact once', () => {
    expect(repeated(deliverableCodes)).toEqual([]);
    for (const { actors } of sample.commitments) {
      expect(
        repeated(actors.map((actor) => `${actor.organization} ${actor.role} ${actor.statedBy}`)),
      ).toEqual([]);
    }
    const reported = sample.reports.flatMap((report) =>
      report.entries.map((entry) => `${entry.deliverable} ${report.period} ${report.department}`),
    );
    expect(repeated(reported)).toEqual([]);
    const assessed = sample.assessments.map((each) => `${each.commitment} ${each.period} ${each.scale}`);
    expect(repeated(assessed)).toEqual([]);
  });

  it('lets only leads of a commitment report on it, and only on its own deliverables', () => {
    for (const report of sample.reports) {
      const commitment = sample.commitments.find((each) => `${plan}/${each.number}` === report.commitment);
      const leads = commitment?.actors.filter((actor) => actor.role === 'LEAD' && actor.statedBy === 'PLAN');
      expect(leads?.map((actor) => actor.organization)).toContain(report.department);
      for (const entry of report.entries) {
        expect(entry.deliverable.startsWith(`${report.commitment}.`)).toBe(true);
      }
    }
  });

  it('has every title, description and other text of its own in both languages', () => {
    expect(sample.commitments.filter((each) => !each.title.en || !each.title.fr)).toEqual([]);
    expect(sample.commitments.filter((each) => !each.description?.en || !each.description.fr)).toEqual([]);
    const texts = [...textsIn(sample, 'plan'), ...textsIn(departments, 'departments')];
    const incomplete = texts.filter((text) => !verbatim.test(text.path) && (!text.en || !text.fr));
    expect(incomplete).toEqual([]);
  });

  it('follows the typographic rules of Canadian French', () => {
    const straightMark = /['"]/;
    const guillemetWithoutNoBreakSpace = /«(?!\u00a0)|(?<!\u00a0)»/;
    const colonWithoutNoBreakSpace = /(?<!\u00a0):/;
    const spaceBeforeHighMark = /[\s\u202f][;!?]/;
    const rules = [straightMark, guillemetWithoutNoBreakSpace, colonWithoutNoBreakSpace, spaceBeforeHighMark];
    const breaking = textsIn(sample, 'plan').filter(({ fr }) => fr && rules.some((rule) => rule.test(fr)));
    expect(breaking).toEqual([]);
  });

  it('leaves commitment 19 open at the end of term, after a substantial mid-term', () => {
    const ours = sample.reports.filter((each) => each.commitment === `${plan}/19`);
    expect(ours.map((each) => [each.period, each.department])).toEqual([['mid-term', 'tbs']]);
    expect(
      ours.flatMap((each) => each.entries).map((entry) => [entry.deliverable, entry.completion]),
    ).toEqual([
      [`${plan}/19.1`, 'SUBSTANTIAL'],
      [`${plan}/19.2`, 'SUBSTANTIAL'],
    ]);
    const assessed = sample.assessments.filter((each) => each.commitment === `${plan}/19`);
    expect(assessed.filter((each) => each.scale === 'SCHEDULE')).toEqual([]);
  });

  it('refers from commitment 19 to 20 and 22, and nowhere else', () => {
    expect(sample.references.map((each) => [each.from, each.to, each.kind, each.state])).toEqual([
      [`${plan}/19`, `${plan}/20`, 'RELATED', 'CONFIRMED'],
      [`${plan}/19`, `${plan}/22`, 'RELATED', 'CONFIRMED'],
    ]);
  });

  it('knows deliverable 5.2 by its number alone', () => {
    expect(deliverableCodes).toContain(`${plan}/5.2`);
    const entries = sample.reports.flatMap((each) => each.entries);
    expect(entries.filter((entry) => entry.deliverable === `${plan}/5.2`)).toEqual([]);
  });
});

const gatheredFiles = new URL('../../../shared/data/', import.meta.url);
const readGathered = (file: string): string => readFileSync(new URL(file, gatheredFiles), 'utf8');

const nullableWords = z.array(z.string()).nullish();
const gatheredPlan = z.object({
  commitments: z.array(
    z.object({
      number: z.int(),
      ogpCode: z.string(),
      title: z.object({ en: z.string() }),
      leadDepartments: z.array(z.string()),
      leadOrganizations: nullableWords,
      claims: z.object({ leadsPerOgp: nullableWords, supportPerOgp: nullableWords }).optional(),
      otherActors: z.string().nullable(),
      ogpValues: nullableWords,
      policyAreas: nullableWords,
      midTermSchedule: z.string().nullable(),
      endOfTermSummary: z.string().nullable(),
      endOfTermDeliverables: z.record(z.string(), z.string()).nullable(),
      irm: z.object({
        earlyResults: z.string().nullable(),
        ambition: z.string().nullable(),
        verifiable: z.boolean().nullable(),
      }),
      pages: z.object({ midTerm: z.string().nullable(), ogp: z.string().nullable() }),
    }),
  ),
});
type GatheredCommitment = z.output<typeof gatheredPlan>['commitments'][number];

const gatheredDepartments = z.object({
  departments: z.array(
    z.object({
      key: z.string(),
      gcOrgId: z.int(),
      name: z.object({ en: z.string(), fr: z.string() }),
      abbr: z.object({ en: z.string(), fr: z.string() }),
    }),
  ),
});

/** What the government's one-line summaries mean on the schedule scale. */
const scheduleLevels = new Map([
  ['All deliverables complete.', 'COMPLETED'],
  ['All deliverables on schedule.', 'ON_SCHEDULE'],
  ['Most deliverables on schedule.', 'MOSTLY_ON_SCHEDULE'],
  ['Most deliverables on schedule', 'MOSTLY_ON_SCHEDULE'],
]);

/** What the plan's file says of one commitment, in a form that can be laid beside `gatheredFacts`. */
function sampleFacts(number: number): unknown {
  const ours = sample.commitments.find((each) => each.number === number);
  const code = `${plan}/${number}`;
  const endOfTerm = sample.reports.filter(
    (each) => each.commitment === code && each.period === 'end-of-term',
  );
  const entries = endOfTerm.flatMap((report) => report.entries);
  const assessments = sample.assessments.filter((each) => each.commitment === code);
  return {
    ogpCode: ours?.ogpCode,
    title: ours?.title.en,
    otherActors: ours?.otherActors?.en ?? null,
    ogpValues: ours?.ogpValues ?? null,
    policyAreas: ours?.policyAreas ?? null,
    pages: ours?.pages,
    leadsAndSupport: ours?.actors
      .filter((actor) => actor.role !== 'PARTNER')
      .map((actor) => `${actor.organization} ${actor.role} ${actor.statedBy}`),
    levels: Object.fromEntries(entries.map((entry) => [entry.deliverable, entry.completion])),
    assessments: assessments.map(({ period, author, scale, level, statement }) => ({
      kind: [author, scale, period ?? 'undated'].join(' '),
      level,
      statement: statement?.en ?? null,
    })),
  };
}

/** The same from the gathered facts, less the end of term of commitment 19, which is left open on purpose. */
function gatheredFacts(fact: GatheredCommitment): unknown {
  const codeOf = (name: string): string | undefined =>
    name === 'Justice Canada'
      ? 'jus'
      : ([...departments, ...partners].find(
          (each) => each.name.en === name || each.code === name.toLowerCase(),
        )?.code ?? partners.find((each) => each.aliases.includes(name))?.code);
  const named = (names: readonly string[] | null | undefined, part: string): readonly string[] =>
    (names ?? []).map((name) => `${codeOf(name)} ${part}`);
  const { earlyResults, ambition, verifiable } = fact.irm;
  const leftOpen = fact.number === 19;
  const summary = leftOpen ? null : fact.endOfTermSummary;
  const verifiability = verifiable ? 'VERIFIABLE' : 'NOT_VERIFIABLE';
  return {
    ogpCode: fact.ogpCode,
    title: fact.title.en,
    otherActors: fact.otherActors,
    ogpValues: fact.ogpValues,
    policyAreas: fact.policyAreas,
    pages: [fact.pages.midTerm, fact.pages.ogp].filter((page) => page !== null),
    leadsAndSupport: [
      ...named(fact.leadDepartments, 'LEAD PLAN'),
      ...named(fact.leadOrganizations, 'LEAD PLAN'),
      ...named(fact.claims?.leadsPerOgp, 'LEAD OGP'),
      ...named(fact.claims?.supportPerOgp, 'SUPPORT OGP'),
    ],
    levels: Object.fromEntries(
      Object.entries((leftOpen ? null : fact.endOfTermDeliverables) ?? {}).map(([position, level]) => [
        `${plan}/${position}`,
        level,
      ]),
    ),
    assessments: [
      { kind: 'GOVERNMENT SCHEDULE mid-term', level: fact.midTermSchedule, statement: null },
      {
        kind: 'GOVERNMENT SCHEDULE end-of-term',
        level: scheduleLevels.get(summary ?? ''),
        statement: summary,
      },
      { kind: 'IRM IRM_EARLY_RESULTS undated', level: earlyResults, statement: null },
      { kind: 'IRM IRM_AMBITION undated', level: ambition, statement: null },
      {
        kind: 'IRM IRM_VERIFIABLE undated',
        level: verifiable === null ? null : verifiability,
        statement: null,
      },
    ].filter(({ level, statement }) => level != null || statement !== null),
  };
}

if (existsSync(gatheredFiles)) {
  describe('the sample plan beside the facts it was made from', () => {
    const facts = gatheredPlan.parse(JSON.parse(readGathered('plan-2016-2018.json')));

    it('has the same departments', () => {
      const theirs = gatheredDepartments.parse(JSON.parse(readGathered('departments.json'))).departments;
      expect(departments.map((each) => [each.code, each.gcOrgId, each.name, each.abbreviation])).toEqual(
        theirs.map(({ key, gcOrgId, name, abbr }) => [
          key.toLowerCase(),
          gcOrgId,
          name,
          abbr.en === '' ? undefined : abbr,
        ]),
      );
    });

    it.each(facts.commitments)('says the same of commitment $number', (fact) => {
      expect(sampleFacts(fact.number)).toEqual(gatheredFacts(fact));
    });

    it('calls partners only those that the other actors of a commitment name', () => {
      for (const { actors, otherActors } of sample.commitments) {
        for (const actor of actors.filter((each) => each.role === 'PARTNER')) {
          expect(otherActors?.en).toContain(
            partners.find((each) => each.code === actor.organization)?.name.en,
          );
        }
      }
    });

    it('quotes the published page word for word, and otherwise shares no run of eight words with it', () => {
      const page = readGathered('commitment-19.en.txt').replace(/\s+/g, ' ');
      for (const reference of sample.references) expect(page).toContain(reference.quote?.en);

      const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      const pageWords = ` ${wordsOf(page).join(' ')} `;
      const { commitments, reports, activities } = sample;
      const shared = textsIn({ commitments, reports, activities }, 'plan').flatMap(({ path, en }) => {
        const words = wordsOf(en ?? '');
        const runs = words.slice(7).map((_, at) => words.slice(at, at + 8).join(' '));
        return runs.filter((run) => pageWords.includes(` ${run} `)).map((run) => `${path}: ${run}`);
      });
      expect(shared).toEqual([]);
    });
  });
} else {
  console.info('Left out: the comparison of the sample plan with the facts it was made from (not present).');
}
