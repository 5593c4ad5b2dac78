import type { DossierInput } from '../../src/reporting/dossier.js';
import { aCommitment, aPlan, deliverables, saveFacts } from '../graph/save-facts.js';
import { type Answer, TestHub, type TestToken } from '../setup/hub.js';

const parts = `
  report { code version state reason decisionReason entries {
    deliverable { code } completion results(language: EN) resultsFr: results(language: FR)
    nextSteps(language: EN) challenges(language: EN) evidence { url text(language: EN) }
  } }
  changes { kind cursor from to direction reason deliverable { code } period { key } department { code } report { code } }
  cursor
  userErrors { code field message currentVersion }`;

const documents = Object.fromEntries(
  ['saveReportDraft', 'submitReport', 'publishReport', 'returnReport', 'withdrawReport'].map((mutation) => [
    mutation,
    `mutation ($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) {
      payload: ${mutation}(input: $input) { ${parts} }
    }`,
  ]),
);

export const submitReports = `mutation ($input: SubmitReportsInput!) {
  payload: submitReports(input: $input) {
    results { index report { code state } userErrors { code field } }
    changes { kind report { code } }
    cursor
    userErrors { code field message }
  }
}`;

type Mutation = 'saveReportDraft' | 'submitReport' | 'publishReport' | 'returnReport' | 'withdrawReport';

/** A hub with a plan for each generation of rules, one with reviews, and callers of several departments. */
export class ReportingHub {
  private constructor(readonly hub: TestHub) {}

  static async start(): Promise<ReportingHub> {
    const hub = await TestHub.start('migrated');
    await saveFacts(hub, facts);
    return new ReportingHub(hub);
  }

  /** Headers of a caller. */
  async as(token: TestToken, language = 'en'): Promise<Record<string, string>> {
    return { authorization: `Bearer ${await this.hub.token(token)}`, 'accept-language': language };
  }

  /** Headers of a reporter of a department. */
  reporter(department: string, language = 'en'): Promise<Record<string, string>> {
    return this.as({ roles: ['reporter'], departments: [department] }, language);
  }

  /** Runs a mutation and answers its payload; insists that it was let through. */
  async write(mutation: Mutation, input: object, headers: Record<string, string>) {
    const { payload } = await this.hub.query(documents[mutation] ?? '', { input }, headers);
    return payload;
  }

  /** Runs a mutation, whatever comes of it. */
  try(mutation: Mutation, input: object, headers: Record<string, string> = {}): Promise<Answer> {
    return this.hub.ask(documents[mutation] ?? '', { input }, headers);
  }

  /** The kinds of all changes in the feed, with the levels of those that have some. */
  async feed(): Promise<string[]> {
    const { changes } = await this.hub.query('{ changes(last: 100) { nodes { kind from to } } }');
    return changes.nodes.map(
      ({ kind, from, to }: { kind: string; from: string | null; to: string | null }) =>
        kind === 'STATUS_CHANGED' ? `${kind} ${from} ${to}` : kind,
    );
  }

  /** Every row that reporting writes, to see that nothing was saved. */
  async everything(): Promise<unknown> {
    const counts = await this.hub.database.dataSource.query(`
      select (select count(*)::int from status_report) as reports, (select count(*)::int from report_entry) as entries,
        (select count(*)::int from change) as changes, (select count(*)::int from cross_reference) as refs,
        (select jsonb_agg(jsonb_build_array(id, state, published_at, decision_reason) order by id) from status_report) as states,
        (select jsonb_agg(to_jsonb(s) order by deliverable_id) from deliverable_status s) as levels`);
    return counts[0];
  }

  stop(): Promise<void> {
    return this.hub.stop();
  }
}

/** What names a report on the first commitment of a plan. */
export const on = (plan: string, department = 'one', number = 1, period = 'first') => ({
  commitment: `${plan}/${number}`,
  period,
  department,
});

export const both = (text: string) => ({ en: text, fr: `${text} (fr)` });

const generations = {
  'p-2016': '2016',
  'p-2018': '2018',
  'p-2022': '2022',
  'p-2025': '2025',
  'p-review': '2016',
} as const;

/** Department one leads; two supports commitment 1 and leads deliverable 1.2 of its own; three has no part. */
const facts: DossierInput = {
  departments: [
    { code: 'one', gcOrgId: 1001, name: both('First Office'), aliases: [{ name: 'Office of the First' }] },
    { code: 'two', gcOrgId: 1002, name: both('Second Office') },
    { code: 'three', gcOrgId: 1003, name: both('Third Office') },
    { code: 'part', gcOrgId: 1004, name: both('Partial Office') },
  ],
  plans: Object.entries(generations).map(([code, rules]) =>
    aPlan(code, {
      rules,
      reviewRequired: code === 'p-review',
      periods: [
        { key: 'first', label: both('First'), start: '2030-01-01', end: '2030-12-31' },
        { key: 'second', label: both('Second'), start: '2031-01-01', end: '2031-12-31' },
        { key: 'closed', label: both('Closed'), start: '2029-01-01', end: '2029-12-31', open: false },
      ],
    }),
  ),
  commitments: Object.keys(generations).flatMap((plan) => [
    aCommitment(plan, 1, {
      ogpCode: plan === 'p-2016' ? 'XX0001' : null,
      deliverables: deliverables(3).map((one) =>
        one.position === 3 ? { ...one, actors: [{ organization: 'part', role: 'LEAD' as const }] } : one,
      ),
      actors: [
        { organization: 'one', role: 'LEAD' },
        { organization: 'two', role: 'SUPPORT' },
      ],
    }),
    aCommitment(plan, 2, {
      ogpCode: plan === 'p-2016' ? 'XX0002' : null,
      deliverables: deliverables(1),
      actors: [{ organization: 'two', role: 'LEAD' }],
    }),
    aCommitment(plan, 3, { deliverables: deliverables(1), actors: [{ organization: 'one', role: 'LEAD' }] }),
  ]),
};
