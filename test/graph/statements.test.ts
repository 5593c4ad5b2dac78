import { TestHub } from '../setup/hub.js';
import { insertReport } from './insert-report.js';
import { aCommitment, aPlan, deliverables, saveFacts } from './save-facts.js';

/** What can be asked of a commitment, with the tables it takes a statement from beside those of the page itself. */
const branches: readonly (readonly [string, readonly string[]])[] = [
  ['plan { code }', []],
  [
    'leads { name } partners { name } actors { organization { name } commitment { code } }',
    ['commitment_actor'],
  ],
  ['actors { deliverable { code } }', ['commitment_actor', 'deliverable']],
  ['deliverables { text commitment { code } parent { code } children { code } }', ['deliverable']],
  [
    'deliverables { completion results evidence { url } currentReport { version } }',
    ['deliverable', 'deliverable_status'],
  ],
  [
    'deliverables { currentPeriod { key } currentReport { department { code } } }',
    ['deliverable', 'deliverable_status', 'department', 'reporting_period'],
  ],
  [
    'deliverables { reports(formerVersions: true) { completion report { version state period { key } } } }',
    ['deliverable', 'report_entry'],
  ],
  [
    'deliverables { leads { name } }',
    ['deliverable', 'deliverable_lead', 'department', 'partner_organization'],
  ],
  ['deliverables { progress { total } }', ['deliverable', 'leaf_deliverable']],
  ['references(direction: BOTH) { quote from { title } to { title } }', ['cross_reference']],
  ['references { deliverable { text } }', ['cross_reference', 'deliverable']],
  ['references { period { label } }', ['cross_reference', 'reporting_period']],
  [
    'reports { version previousVersion { version } period { key } commitment { code } entries { deliverable { text } } }',
    ['report_entry', 'status_report'],
  ],
  ['reports { department { code } }', ['department', 'status_report']],
  ['assessments { level commitment { code } }', ['assessment']],
  ['progress { total }', ['leaf_deliverable']],
  [
    'progress { byDepartment { department { name } } }',
    ['department', 'leaf_deliverable', 'leaf_deliverable'],
  ],
  [
    'progress { overPeriods { period { key } } }',
    ['leaf_deliverable', 'leaf_deliverable', 'reporting_period'],
  ],
  ['activities(first: 2) { totalCount nodes { title } }', ['engagement_activity', 'engagement_activity']],
  [
    'activities(first: 2) { nodes { departments { code } partners { code } } }',
    ['activity_organization', 'engagement_activity'],
  ],
  ['activities(first: 2) { nodes { commitments { code } } }', ['activity_commitment', 'engagement_activity']],
  ['activities(first: 2) { nodes { legs { place } } }', ['activity_leg', 'engagement_activity']],
  ['citation(style: APA)', ['commitment_actor', 'status_report']],
];

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start();
  await saveFacts(hub, {
    plans: [aPlan('wide')],
    commitments: Array.from({ length: 20 }, (_, at) =>
      aCommitment('wide', at + 1, {
        actors: [
          { organization: 'tbs', role: 'LEAD' },
          { organization: at % 2 ? 'pco' : 'lac', role: 'LEAD' },
          { organization: 'odx', role: 'PARTNER' },
        ],
        deliverables: deliverables(3).map((one) =>
          one.position === 3 ? { ...one, actors: [{ organization: 'odx', role: 'LEAD' }] } : one,
        ),
      }),
    ),
    references: Array.from({ length: 19 }, (_, at) => ({
      from: `wide/${at + 1}`,
      to: `wide/${at + 2}`,
      deliverable: `wide/${at + 1}.1`,
      period: 'first',
    })),
    assessments: Array.from({ length: 20 }, (_, at) => ({
      commitment: `wide/${at + 1}`,
      author: 'GOVERNMENT' as const,
      scale: 'SCHEDULE' as const,
      level: 'ON_SCHEDULE',
      period: 'first',
    })),
    activities: Array.from({ length: 20 }, (_, at) => ({
      code: `talk-${at}`,
      kind: 'WORKSHOP' as const,
      title: { en: 'Talk' },
      organizations: ['tbs', 'odx'],
      commitments: [`wide/${at + 1}`],
    })),
  });
  for (let number = 1; number <= 20; number += 1) {
    const levels = { [`wide/${number}.1`]: 'LIMITED', [`wide/${number}.2`]: null };
    for (const department of ['tbs', 'lac']) {
      const report = { commitment: `wide/${number}`, period: 'first', department, levels };
      await insertReport(hub, { ...report, version: 1, state: 'SUPERSEDED' });
      await insertReport(hub, { ...report, version: 2, state: 'PUBLISHED' });
    }
  }
});
afterAll(() => hub.stop());

/** The statements that a query takes, each with its values. */
async function statementsOf(query: string): Promise<readonly string[]> {
  hub.statements.take();
  await hub.query(query);
  return hub.statements.take();
}

/** The table whose rows a statement is for: the first one it reads from, beside the list of keys it is given. */
const tableOf = (statement: string) =>
  [...statement.matchAll(/from\s+"?([a-z_]+)/gi)]
    .map(([, table]) => table)
    .find((table) => table !== 'unnest');

describe('the number of SQL statements', () => {
  it.each(branches)('of commitments with %s is the same for one and for twenty', async (branch, tables) => {
    const of = (first: number) =>
      `{ commitments(filter: { plan: "wide" }, first: ${first}) { nodes { ${branch} } } }`;
    const expected = ['action_plan', 'commitment', ...tables].sort();
    expect((await statementsOf(of(1))).map(tableOf).sort()).toEqual(expected);
    expect((await statementsOf(of(20))).map(tableOf).sort()).toEqual(expected);
  });

  it('is one for each kind of thing, however deep it is met', async () => {
    const statements = await statementsOf(`{
      commitments(filter: { plan: "wide" }, first: 20) {
        nodes {
          leads { name }
          partners { name }
          deliverables { completion results currentReport { version } }
          references { quote to { title leads { code } references { to { code } } } }
        }
      }
    }`);
    expect(statements.map(tableOf).sort()).toEqual([
      // The plan that the filter names.
      'action_plan',
      'commitment',
      // With the organizations, also of the commitments referred to.
      'commitment_actor',
      // With the commitments at both ends.
      'cross_reference',
      'deliverable',
      // With the current entry and its report.
      'deliverable_status',
    ]);
  });

  it('of a list grows by one for the total, and only when that is asked for', async () => {
    for (const list of ['commitments', 'departments', 'partners', 'activities', 'crossReferences', 'plans']) {
      expect(
        await statementsOf(`{ ${list} { nodes { id } pageInfo { hasNextPage endCursor } } }`),
      ).toHaveLength(1);
      const [page, count, ...others] = await statementsOf(`{ ${list} { totalCount nodes { id } } }`);
      expect(page).not.toContain('count(*)');
      expect(count).toContain('count(*)');
      expect(others).toEqual([]);
    }
    expect(await statementsOf('{ search(text: "open") { nodes { score } } }')).toHaveLength(1);
    expect(await statementsOf('{ search(text: "open") { totalCount nodes { score } } }')).toHaveLength(2);
  });

  it('of lists below many rows is one for all of them', async () => {
    const below = (field: string) => `{ departments(first: 27) { nodes { ${field} } } }`;
    for (const field of [
      'commitments(first: 2) { nodes { code } pageInfo { hasNextPage } }',
      'commitments(last: 2, roles: [LEAD], orderBy: { field: TITLE }) { nodes { code } }',
      'activities(first: 1) { nodes { code } }',
      'reports(first: 3) { nodes { code } }',
      'aliases { name }',
    ]) {
      expect(await statementsOf(below(field))).toHaveLength(2);
    }
    expect(await statementsOf(below('commitments(first: 2) { totalCount nodes { code } }'))).toHaveLength(3);
    expect(
      await statementsOf(
        below('a: commitments(first: 1) { nodes { code } } b: commitments(first: 2) { nodes { code } }'),
      ),
    ).toHaveLength(3);
  });

  it('of filtered lists below many rows grows by one for each thing that the filter names', async () => {
    const filter = 'plan: "wide", department: "tbs", partner: "odx", period: "first"';
    const statements = await statementsOf(
      `{ departments(first: 27) { nodes { commitments(first: 1, filter: { ${filter} }) { nodes { code } } } } }`,
    );
    expect(statements.map(tableOf)).toHaveLength(6);
  });

  it('of a search is one more for each kind of thing found', async () => {
    const statements = await statementsOf(
      '{ search(text: "open", first: 50) { nodes { kind subject { ... on Node { id } } } } }',
    );
    expect(statements.length).toBeLessThanOrEqual(6);
    expect(new Set(statements.map(tableOf)).size).toBe(statements.length);
  });
});
