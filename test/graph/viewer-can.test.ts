import { getNamedType, isObjectType } from 'graphql';
import { actions } from '../../src/access/policy.js';
import { ReportState } from '../../src/model/status-report.js';
import { createSchema } from '../../src/server/schema.js';
import { TestHub, type TestToken } from '../setup/hub.js';
import { insertReport } from './insert-report.js';
import { aCommitment, aPlan, deliverables, saveFacts } from './save-facts.js';

const schema = createSchema();

/** Selects everything that the viewer may do with a type of thing. */
function permissionsOf(type: string): string {
  const thing = schema.getType(type);
  const permissions = isObjectType(thing) && getNamedType(thing.getFields()['viewerCan']?.type);
  if (!isObjectType(permissions)) throw new Error(`${type} has no viewerCan`);
  return `viewerCan { ${Object.keys(permissions.getFields()).join(' ')} }`;
}

/** What of it is allowed. */
function allowed({ viewerCan }: { readonly viewerCan: Readonly<Record<string, boolean>> }): string[] {
  return Object.keys(viewerCan).filter((mutation) => viewerCan[mutation]);
}

const reporterOf = (...departments: string[]): TestToken => ({ roles: ['reporter'], departments });
const publisherOf = (...departments: string[]): TestToken => ({ roles: ['publisher'], departments });
const steward: TestToken = { roles: ['steward'] };

let hub: TestHub;

async function headersOf(token: TestToken | null): Promise<Record<string, string>> {
  return token === null ? {} : { authorization: `Bearer ${await hub.token(token)}` };
}

const states = Object.values(ReportState);
const plans = ['open', 'review', 'closed'];

beforeAll(async () => {
  hub = await TestHub.start('migrated');
  const closed = aPlan('closed').periods.map((period) => ({ ...period, open: false }));
  await saveFacts(hub, {
    departments: ['lead', 'support', 'stated', 'part', 'partner', 'ended'].map((code) => ({
      code,
      name: { en: `Office ${code}` },
    })),
    partners: [{ code: 'club', name: { en: 'Club' }, kind: 'CIVIL_SOCIETY' }],
    plans: [aPlan('open'), aPlan('review', { reviewRequired: true }), aPlan('closed', { periods: closed })],
    commitments: plans.flatMap((plan) => [
      aCommitment(plan, 1, {
        actors: [
          { organization: 'lead', role: 'LEAD' },
          { organization: 'club', role: 'LEAD' },
          { organization: 'support', role: 'SUPPORT' },
          { organization: 'ended', role: 'SUPPORT' },
          { organization: 'stated', role: 'LEAD', statedBy: 'OGP' },
          { organization: 'partner', role: 'PARTNER' },
        ],
        deliverables: deliverables(11).map((one) => ({
          ...one,
          ...(one.position === 1 && {
            actors: [{ organization: 'part', role: 'SUPPORT' as const }],
            children: [{ position: 1, kind: 'INDICATOR' as const, text: { en: 'One' } }],
          }),
        })),
      }),
      aCommitment(plan, 2, { deliverables: deliverables(1) }),
      aCommitment(plan, 3, { actors: [{ organization: 'lead', role: 'LEAD' }] }),
      aCommitment(plan, 4),
      aCommitment(plan, 5),
    ]),
    references: [
      { from: 'open/1', to: 'open/2', state: 'CONFIRMED' },
      { from: 'open/1', to: 'open/3', state: 'SUGGESTED' },
      { from: 'open/1', to: 'open/4', state: 'CONFIRMED' },
      { from: 'open/1', to: 'open/5', state: 'CONFIRMED' },
      { from: 'open/2', to: 'open/1', state: 'CONFIRMED' },
    ],
    activities: [
      ['of-lead', ['club', 'lead', 'support']],
      ['of-club', ['club']],
      ['withdrawn', ['lead']],
    ].map(([code, organizations]) => ({
      code: code as string,
      kind: 'PANEL' as const,
      title: { en: 'Panel' },
      organizations: organizations as string[],
    })),
    assessments: [{ commitment: 'open/1', author: 'IRM', scale: 'IRM_COMPLETION', level: 'LIMITED' }],
  });
  const run = (statement: string) => hub.database.dataSource.query(statement);
  await run(`update commitment_actor set ended_on = '2030-02-01'
    where department_id = (select id from department where code = 'ended')`);
  await run(
    `update cross_reference set state = 'DISMISSED' where to_id = (select id from commitment where code = 'open/4')`,
  );
  await run(
    `update cross_reference set state = 'UNLINKED' where to_id = (select id from commitment where code = 'open/5')`,
  );
  await run(`update engagement_activity set withdrawn_at = now() where code = 'withdrawn'`);
});
afterAll(() => hub.stop());

/** Asks what a caller may do with one thing. */
async function allowedWith(token: TestToken | null, type: string, field: string): Promise<string[]> {
  const data = await hub.query(`{ thing: ${field} { ${permissionsOf(type)} } }`, {}, await headersOf(token));
  return allowed(data.thing);
}

describe('viewerCan', () => {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && type.getFields()['viewerCan'],
  );

  it('is there on everything that mutations are about', () => {
    expect(types.map(({ name }) => name).sort()).toEqual([
      'ActionPlan',
      'Assessment',
      'Commitment',
      'CommitmentActor',
      'CrossReference',
      'Deliverable',
      'Department',
      'EngagementActivity',
      'PartnerOrganization',
      'ReportingPeriod',
      'StatusReport',
    ]);
  });

  it('knows every mutation but those that make what there is not yet', () => {
    const known = types.flatMap(
      ({ name }) =>
        permissionsOf(name)
          .match(/[a-z]\w*/gi)
          ?.slice(1) ?? [],
    );
    const readings = ['readDrafts', 'readTrail'];
    const making = ['createPlan', 'createDepartment', 'createPartner', 'submitReports'];
    expect([...new Set([...known, ...readings, ...making])].sort()).toEqual(Object.keys(actions).sort());
  });

  it.each(types.map(({ name }) => name))('of %s is nothing but booleans, none of them null', (name) => {
    const permissions = schema.getType(`${name}Permissions`);
    const fields = isObjectType(permissions) ? Object.values(permissions.getFields()) : [];
    expect(new Set(fields.map(({ type, args }) => `${type} ${args.length}`))).toEqual(
      new Set(['Boolean! 0']),
    );
  });
});

const reports = ['saveReportDraft', 'submitReport'];
const stewardsOfCommitments = [
  'linkCommitments',
  'amendCommitment',
  'createDeliverable',
  'assignActor',
  'recordAssessment',
];

describe.each<readonly [string, string, readonly (readonly [string, TestToken, readonly string[]])[]]>([
  [
    'Commitment',
    'commitment(code: "open/1")',
    [
      ['a reporter of its lead', reporterOf('lead'), [...reports, 'linkCommitments']],
      ['a reporter in support', reporterOf('support'), [...reports, 'linkCommitments']],
      ['a reporter of a lead by the OGP’s word', reporterOf('stated'), [...reports, 'linkCommitments']],
      ['a reporter of a part of it', reporterOf('part'), [...reports, 'linkCommitments']],
      ['a reporter of several', reporterOf('partner', 'lead'), [...reports, 'linkCommitments']],
      ['a reporter of a partner', reporterOf('partner'), []],
      ['a reporter whose part has ended', reporterOf('ended'), []],
      ['a publisher of its lead', publisherOf('lead'), []],
      ['a central publisher', publisherOf('*'), []],
      [
        'a central publisher who reports for none in it',
        { roles: ['publisher', 'reporter'], departments: ['*', 'partner'] },
        [],
      ],
      ['a steward', steward, stewardsOfCommitments],
      ['a registrar', { roles: ['registrar'], departments: ['lead'] }, []],
      [
        'a steward who reports for its lead',
        { roles: ['steward', 'reporter'], departments: ['lead'] },
        [...reports, ...stewardsOfCommitments],
      ],
    ],
  ],
  [
    'Commitment',
    'commitment(code: "closed/1")',
    [
      ['a reporter of its lead, since no period is open', reporterOf('lead'), ['linkCommitments']],
      ['a steward', steward, stewardsOfCommitments],
    ],
  ],
  [
    'Commitment',
    'commitment(code: "open/2")',
    [['a reporter, since nobody leads it', reporterOf('lead', 'support'), []]],
  ],
  [
    'Commitment',
    'commitment(code: "open/3")',
    [
      [
        'a reporter of its lead, since there is nothing to report on',
        reporterOf('lead'),
        ['saveReportDraft', 'linkCommitments'],
      ],
    ],
  ],
  [
    'Deliverable',
    'deliverable(code: "open/1.1")',
    [
      ['a reporter of the commitment’s lead', reporterOf('lead'), []],
      ['a reporter of its own support', reporterOf('part'), []],
      ['a reporter of a partner', reporterOf('partner'), []],
      ['a publisher', publisherOf('*'), []],
      ['a steward', steward, ['amendDeliverable', 'createDeliverable', 'assignActor', 'recordAssessment']],
    ],
  ],
  [
    'Deliverable',
    'deliverable(code: "open/1.1.1")',
    [
      ['a reporter of a part above it', reporterOf('part'), reports],
      ['a steward', steward, ['amendDeliverable', 'assignActor', 'recordAssessment']],
    ],
  ],
  [
    'Deliverable',
    'deliverable(code: "open/1.11")',
    [
      ['a reporter of a part beside it', reporterOf('part'), []],
      ['a reporter in support of the commitment', reporterOf('support'), reports],
    ],
  ],
  ['Deliverable', 'deliverable(code: "closed/1.1")', [['a reporter of it', reporterOf('part'), []]]],
  [
    'ActionPlan',
    'plan(code: "open")',
    [
      ['a steward', steward, ['amendPlan', 'createPeriod', 'createCommitment']],
      ['a reporter', reporterOf('lead'), []],
    ],
  ],
  [
    'Department',
    'department(code: "lead")',
    [
      ['its reporter', reporterOf('lead'), ['recordActivity']],
      ['a reporter of another one', reporterOf('support'), []],
      ['a central publisher', publisherOf('*'), []],
      ['a steward', steward, ['amendDepartment', 'recordActivity']],
    ],
  ],
  [
    'PartnerOrganization',
    'partner(code: "club")',
    [
      ['a steward', steward, ['amendPartner']],
      ['a reporter', reporterOf('lead'), []],
    ],
  ],
  [
    'EngagementActivity',
    'activity(code: "of-lead")',
    [
      ['a reporter of the first department in it', reporterOf('lead'), ['amendActivity', 'withdrawActivity']],
      ['a reporter of the second', reporterOf('support'), []],
      ['a publisher of the first', publisherOf('lead'), []],
      ['a steward', steward, ['amendActivity', 'withdrawActivity']],
    ],
  ],
  [
    'EngagementActivity',
    'activity(code: "of-club")',
    [
      ['a reporter, since no department holds it', reporterOf('lead'), []],
      ['a steward', steward, ['amendActivity', 'withdrawActivity']],
    ],
  ],
  [
    'EngagementActivity',
    'activity(code: "withdrawn")',
    [
      ['a reporter of it', reporterOf('lead'), []],
      ['a steward', steward, []],
    ],
  ],
])('what can be done with %s, %s,', (type, field, cases) => {
  it.each(cases)('by %s', async (_who, token, expected) => {
    expect(await allowedWith(token, type, field)).toEqual(expected);
  });

  it('by nobody is nothing', async () => {
    expect(await allowedWith(null, type, field)).toEqual([]);
  });
});

describe('what can be done with parts of others', () => {
  const parts = async (token: TestToken | null) => {
    const { commitment, plan } = await hub.query(
      `{
        commitment(code: "open/1") {
          references(direction: BOTH, states: [CONFIRMED, SUGGESTED, DISMISSED, UNLINKED]) {
            to { code } ${permissionsOf('CrossReference')}
          }
          actors(includeEnded: true) { organization { code } ${permissionsOf('CommitmentActor')} }
          assessments { ${permissionsOf('Assessment')} }
        }
        plan(code: "closed") { periods { ${permissionsOf('ReportingPeriod')} } }
      }`,
      {},
      await headersOf(token),
    );
    type Part = { readonly viewerCan: Record<string, boolean> };
    return {
      references: commitment.references.map((one: Part & { to: { code: string } }) => [
        one.to.code,
        ...allowed(one),
      ]),
      actors: Object.fromEntries(
        commitment.actors.map((one: Part & { organization: { code: string } }) => [
          one.organization.code,
          allowed(one),
        ]),
      ),
      assessments: commitment.assessments.map(allowed),
      periods: plan.periods.map(allowed),
    };
  };
  const remove = ['removeActor'];
  const nothing = {
    references: [['open/2'], ['open/3'], ['open/4'], ['open/5'], ['open/1']],
    actors: { lead: [], club: [], support: [], ended: [], stated: [], partner: [], part: [] },
    assessments: [[]],
    periods: [[], []],
  };

  it.each<readonly [string, TestToken | null]>([
    ['nobody', null],
    ['a publisher', publisherOf('*')],
    ['a reporter of none in it', reporterOf('partner', 'ended')],
  ])('by %s is nothing', async (_who, token) => {
    expect(await parts(token)).toEqual(nothing);
  });

  it('by a reporter is to take back what its own commitments say of others', async () => {
    expect(await parts(reporterOf('support'))).toEqual({
      ...nothing,
      references: [['open/2', 'unlinkCommitments'], ['open/3'], ['open/4'], ['open/5'], ['open/1']],
    });
  });

  it('by a steward depends on the state alone', async () => {
    expect(await parts(steward)).toEqual({
      references: [
        ['open/2', 'unlinkCommitments'],
        ['open/3', 'confirmReference', 'dismissReference'],
        ['open/4'],
        ['open/5'],
        ['open/1', 'unlinkCommitments'],
      ],
      actors: {
        ...{ lead: remove, club: remove, support: remove, stated: remove, partner: remove, part: remove },
        ended: [],
      },
      assessments: [['amendAssessment']],
      periods: [['amendPeriod'], ['amendPeriod']],
    });
  });
});

describe('what can be done with a report', () => {
  const people = {
    nobody: null,
    reporter: reporterOf('lead'),
    publisher: publisherOf('lead'),
    central: publisherOf('*'),
    both: { roles: ['reporter', 'publisher'], departments: ['lead'] },
    otherReporter: reporterOf('support'),
    otherPublisher: publisherOf('support'),
    steward,
  } as const satisfies Record<string, TestToken | null>;
  type Person = keyof typeof people;
  const everybody = Object.keys(people) as Person[];

  /** By hand, for people to read: the mutations that somebody may do, in a plan without and one with reviews. */
  const expected: Readonly<Record<ReportState, Readonly<Partial<Record<Person, readonly string[]>>>>> = {
    DRAFT: {
      reporter: [...reports, 'withdrawReport'],
      publisher: ['withdrawReport'],
      central: ['withdrawReport'],
      both: [...reports, 'withdrawReport'],
    },
    SUBMITTED: {
      reporter: [...reports, 'withdrawReport'],
      publisher: ['publishReport', 'returnReport', 'withdrawReport'],
      central: ['publishReport', 'returnReport', 'withdrawReport'],
      both: [...reports, 'publishReport', 'returnReport', 'withdrawReport'],
    },
    RETURNED: {
      reporter: [...reports, 'withdrawReport'],
      publisher: ['withdrawReport'],
      central: ['withdrawReport'],
      both: [...reports, 'withdrawReport'],
    },
    PUBLISHED: {
      reporter: [...reports, 'withdrawReport'],
      publisher: ['withdrawReport'],
      central: ['withdrawReport'],
      both: [...reports, 'withdrawReport'],
    },
    SUPERSEDED: { reporter: reports, both: reports },
    WITHDRAWN: { reporter: reports, both: reports },
  };

  let commitmentsSoFar = 1_000;

  /** Makes a report in some state, on a commitment of its own. @returns the commitment. */
  async function reportIn(plan: string, state: ReportState): Promise<string> {
    commitmentsSoFar += 1;
    const commitment = `${plan}/${commitmentsSoFar}`;
    await saveFacts(hub, {
      commitments: [
        aCommitment(plan, commitmentsSoFar, {
          actors: [{ organization: 'lead', role: 'LEAD' }],
          deliverables: deliverables(1),
        }),
      ],
    });
    const levels = { [`${commitment}.1`]: 'LIMITED' };
    await insertReport(hub, { commitment, period: 'first', department: 'lead', version: 1, state, levels });
    return commitment;
  }

  async function allowedOn(commitment: string, token: TestToken | null): Promise<string[]> {
    const id = `StatusReport:${commitment}/first/lead/1`;
    const { node } = await hub.query(
      `{ node(id: "${id}") { ... on StatusReport { ${permissionsOf('StatusReport')} } } }`,
      {},
      await headersOf(token),
    );
    // Whoever may not see it learns nothing of it.
    return node === null ? [] : allowed(node);
  }

  /** Whether the mutation really goes through. */
  async function does(mutation: string, commitment: string, token: TestToken | null): Promise<boolean> {
    const input = reports.includes(mutation)
      ? {
          commitment,
          period: 'first',
          department: 'lead',
          entries: [{ deliverable: `${commitment}.1`, completion: 'COMPLETE' }],
        }
      : {
          report: `${commitment}/first/lead/1`,
          ...(mutation !== 'publishReport' && { reason: 'It has to be.' }),
        };
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const { data, errors } = await hub.ask(
      `mutation ($input: ${type}!) { payload: ${mutation}(input: $input) { userErrors { code message } } }`,
      { input },
      await headersOf(token),
    );
    return errors === undefined && data.payload.userErrors.length === 0;
  }

  const mutations = [...reports, 'publishReport', 'returnReport', 'withdrawReport'];

  describe.each(plans)('in the plan "%s"', (plan) => {
    it.each(states)('in the state %s is what the mutations then do', async (state) => {
      for (const person of everybody) {
        const own = (expected[state][person] ?? []).filter(
          (mutation) =>
            !(plan === 'closed' && reports.includes(mutation)) &&
            !(
              plan !== 'open' &&
              person === 'reporter' &&
              state === ReportState.PUBLISHED &&
              mutation === 'withdrawReport'
            ),
        );
        let commitment = await reportIn(plan, state);
        expect([person, await allowedOn(commitment, people[person])]).toEqual([person, own]);
        const done: string[] = [];
        for (const mutation of mutations) {
          if (!(await does(mutation, commitment, people[person]))) continue;
          done.push(mutation);
          commitment = await reportIn(plan, state);
        }
        expect([person, done]).toEqual([person, own]);
      }
    });
  });

  it('whose department has no part in the commitment any more is to return or withdraw it', async () => {
    const commitment = await reportIn('review', ReportState.SUBMITTED);
    await hub.database.dataSource.query(
      `update commitment_actor set ended_on = '2030-01-01'
      where commitment_id = (select id from commitment where code = $1)`,
      [commitment],
    );
    expect(await allowedOn(commitment, people.both)).toEqual(['returnReport', 'withdrawReport']);
    for (const mutation of [...reports, 'publishReport']) {
      expect([mutation, await does(mutation, commitment, people.both)]).toEqual([mutation, false]);
    }
    expect(await does('returnReport', commitment, people.both)).toBe(true);
  });
});

describe('what can be reported on', () => {
  it('is what drafts are then taken for', async () => {
    for (const department of ['lead', 'support', 'stated', 'part', 'partner', 'ended']) {
      const headers = await headersOf(reporterOf(department));
      const { plans: all } = await hub.query(
        `{ plans { nodes { commitments(first: 3) { nodes {
          code viewerCan { saveReportDraft } deliverables { code viewerCan { saveReportDraft } }
        } } } } }`,
        {},
        headers,
      );
      const commitments = all.nodes.flatMap((plan: { commitments: { nodes: [] } }) => plan.commitments.nodes);
      expect(commitments).toHaveLength(9);
      for (const { code, viewerCan, deliverables: own } of commitments) {
        const save = async (entries: readonly object[]) => {
          const input = { commitment: code, period: 'second', department, entries };
          const { saveReportDraft } = await hub.query(
            `mutation ($input: SaveReportDraftInput!) { saveReportDraft(input: $input) { userErrors { code } } }`,
            { input },
            headers,
          );
          return saveReportDraft.userErrors.length === 0;
        };
        expect([department, code, await save([])]).toEqual([department, code, viewerCan.saveReportDraft]);
        for (const { code: deliverable, viewerCan: can } of own) {
          const taken = await save([{ deliverable, completion: 'LIMITED' }]);
          expect([department, deliverable, taken]).toEqual([department, deliverable, can.saveReportDraft]);
        }
      }
    }
  });
});

interface NamedThing {
  readonly id: string;
  readonly code?: string;
  readonly viewerCan: Readonly<Record<string, boolean>>;
}

/** What the mutations on a thing take to name it. */
function inputNaming({ id, code }: NamedThing): object {
  if (id.startsWith('EngagementActivity:')) return { activity: code, reason: 'It has to be.' };
  return id.startsWith('CommitmentActor:') ? { actor: id } : { reference: id };
}

describe('what can be done with references, activities and parts', () => {
  /** What the mutations alter: the table, and the column that says so. */
  const altered = [
    ['cross_reference', 'state'],
    ['engagement_activity', 'withdrawn_at'],
    ['commitment_actor', 'ended_on'],
  ] as const;

  beforeAll(async () => {
    for (const [table] of altered) {
      await hub.database.dataSource.query(`create table kept_${table} as table ${table}`);
    }
  });

  async function putBack(): Promise<void> {
    for (const [table, column] of altered) {
      await hub.database.dataSource.query(
        `update ${table} t set ${column} = k.${column} from kept_${table} k
        where k.id = t.id and t.${column} is distinct from k.${column}`,
      );
    }
  }

  it.each<readonly [string, TestToken]>([
    ['a reporter of the lead', reporterOf('lead')],
    ['a reporter in support', reporterOf('support')],
    ['a reporter of a part', reporterOf('part')],
    ['a reporter of none', reporterOf('partner', 'ended')],
    ['a central publisher', publisherOf('*')],
    ['a steward', steward],
  ])('by %s is what the mutations then do', async (_who, token) => {
    const headers = await headersOf(token);
    const { commitment, activities } = await hub.query(
      `{
        commitment(code: "open/1") {
          references(direction: BOTH, states: [CONFIRMED, SUGGESTED, DISMISSED, UNLINKED]) {
            id ${permissionsOf('CrossReference')}
          }
          actors(includeEnded: true) { id ${permissionsOf('CommitmentActor')} }
        }
        activities(filter: { includeWithdrawn: true }) { nodes { id code ${permissionsOf('EngagementActivity')} } }
      }`,
      {},
      headers,
    );
    const things: NamedThing[] = [...commitment.references, ...commitment.actors, ...activities.nodes];
    expect(things).toHaveLength(5 + 7 + 3);
    for (const thing of things) {
      const input = inputNaming(thing);
      const done: string[] = [];
      for (const mutation of Object.keys(thing.viewerCan)) {
        const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
        const { data, errors } = await hub.ask(
          `mutation ($input: ${type}!) { payload: ${mutation}(input: $input) { userErrors { code message } } }`,
          { input },
          headers,
        );
        if (errors === undefined && data.payload.userErrors.length === 0) done.push(mutation);
        await putBack();
      }
      expect([thing.id, done]).toEqual([thing.id, allowed(thing)]);
    }
  });
});

describe('the number of SQL statements for viewerCan', () => {
  const statementsOf = async (query: string, headers: Record<string, string>) => {
    hub.statements.take();
    await hub.query(query, {}, headers);
    return hub.statements.take().length;
  };

  const query = (first: number, asks: boolean) => {
    const can = (type: string) => (asks ? permissionsOf(type) : '');
    return `{ commitments(filter: { plan: "wide" }, first: ${first}) { nodes {
      code ${can('Commitment')}
      plan { code ${can('ActionPlan')} }
      actors { role ${can('CommitmentActor')} }
      deliverables { code ${can('Deliverable')} }
      reports(unpublished: true) { code period { key ${can('ReportingPeriod')} } ${can('StatusReport')} }
      references(states: [CONFIRMED, SUGGESTED]) { kind ${can('CrossReference')} }
      activities { nodes { code ${can('EngagementActivity')} } }
      assessments { level ${can('Assessment')} }
    } } }`;
  };

  beforeAll(async () => {
    const numbers = Array.from({ length: 20 }, (_, at) => at + 1);
    await saveFacts(hub, {
      plans: [aPlan('wide')],
      commitments: numbers.map((number) =>
        aCommitment('wide', number, {
          actors: [
            { organization: 'lead', role: 'LEAD' },
            { organization: 'support', role: 'SUPPORT' },
          ],
          deliverables: deliverables(2),
        }),
      ),
      references: numbers.slice(1).map((number) => ({ from: `wide/${number}`, to: `wide/${number - 1}` })),
      activities: numbers.map((number) => ({
        code: `panel-${number}`,
        kind: 'PANEL' as const,
        title: { en: 'Panel' },
        organizations: ['lead'],
        commitments: [`wide/${number}`],
      })),
      assessments: numbers.map((number) => ({
        commitment: `wide/${number}`,
        author: 'IRM' as const,
        scale: 'IRM_COMPLETION' as const,
        level: 'LIMITED',
      })),
    });
    for (const number of numbers) {
      const report = { commitment: `wide/${number}`, period: 'first', department: 'lead' };
      const levels = { [`wide/${number}.1`]: 'LIMITED' };
      await insertReport(hub, { ...report, version: 1, state: 'PUBLISHED', levels });
      await insertReport(hub, { ...report, version: 2, state: 'SUBMITTED', levels });
    }
  });

  it.each<readonly [string, TestToken]>([
    ['a reporter', reporterOf('lead', 'support', 'part')],
    ['a publisher', publisherOf('lead')],
    ['a central publisher', publisherOf('*')],
    ['a steward', steward],
    ['everything at once', { roles: ['reporter', 'publisher', 'steward'], departments: ['lead', '*'] }],
  ])('is the same for a page of two and of twenty, for %s', async (_who, token) => {
    const headers = await headersOf(token);
    const few = await statementsOf(query(2, true), headers);
    expect(await statementsOf(query(20, true), headers)).toBe(few);
    expect(few - (await statementsOf(query(2, false), headers))).toBeLessThanOrEqual(3);
  });

  it('is none for nobody', async () => {
    expect(await statementsOf(query(20, true), {})).toBe(await statementsOf(query(20, false), {}));
  });
});
