import { CompletionLevel } from '../../src/model/completion-level.js';
import type { DossierInput } from '../../src/reporting/dossier.js';
import { aCommitment, aPlan, deliverables, saveFacts } from '../graph/save-facts.js';
import { TestHub } from '../setup/hub.js';

const facts = {
  departments: [
    { code: 'ab', gcOrgId: 1001, name: { en: 'Bread' }, aliases: [{ name: 'Bakery' }] },
    { code: 'cd', name: { en: 'Cheese' } },
  ],
  partners: [
    { code: 'club', name: { en: 'Club' }, kind: 'OTHER', identifiers: [{ scheme: 'X', value: '1' }] },
  ],
  plans: [aPlan('one')],
  commitments: [
    aCommitment('one', 1, {
      deliverables: deliverables(1).map((one) => ({
        ...one,
        children: [{ position: 1, kind: 'INDICATOR', text: { en: 'I' } }],
      })),
      actors: [
        { organization: 'Bakery', role: 'LEAD' },
        { organization: 'club', role: 'PARTNER' },
      ],
    }),
    aCommitment('one', 2),
  ],
  reports: [
    {
      commitment: 'one/1',
      period: 'first',
      department: 'ab',
      entries: [{ deliverable: 'one/1.1.1', completion: CompletionLevel.LIMITED }],
    },
  ],
  references: [
    { from: 'one/1', to: 'one/2' },
    { from: 'one/2', to: 'one/1', state: 'SUGGESTED' },
    { from: 'one/2', to: 'one/3' },
  ],
  activities: [
    {
      code: 'talk',
      kind: 'WORKSHOP',
      title: { en: 'Talk' },
      organizations: ['club', 'ab'],
      commitments: ['one/1', 'one/2'],
      legs: [{ position: 1, place: { en: 'Here' } }],
    },
    { code: 'other-talk', kind: 'WORKSHOP', title: { en: 'Talk' } },
  ],
  assessments: [{ commitment: 'one/1', author: 'IRM', scale: 'IRM_AMBITION', level: 'LOW' }],
} as const satisfies DossierInput;

/** The feed, one line a change: its kind, what it is about, roles and fields. */
const lines = (hub: TestHub) => async (after: string | null) => {
  const { changes } = await hub.query(
    `query ($after: String) { changes(after: $after, first: 100) {
      nodes {
        cursor kind fields fromRole toRole to plan { code } commitment { code } deliverable { code } period { key }
        department { code } partner { code } activity { code } reference { kind } assessment { level } report { code }
      }
    } }`,
    { after },
  );
  const told = changes.nodes.map(
    ({ cursor: _, kind, fields, ...about }: { cursor: string; kind: string; fields: readonly string[] }) => {
      const parts = Object.values(about).flatMap((one: unknown) => {
        if (one === null) return [];
        const { code, key, kind: ofReference, level } = Object(one) as Record<string, string>;
        return [code ?? key ?? ofReference ?? level ?? one];
      });
      return [kind, ...parts, ...[...fields].sort().map((field) => `+${field}`)].join(' ');
    },
  );
  return { told, end: changes.nodes.at(-1)?.cursor ?? after };
};

describe('importing', () => {
  let hub: TestHub;
  beforeEach(async () => {
    hub = await TestHub.start('migrated');
  });
  afterEach(() => hub.stop());

  it('appends a change for everything that is new, what others build on first', async () => {
    await saveFacts(hub, facts);
    expect((await lines(hub)(null)).told).toEqual([
      'DEPARTMENT_ADDED ab',
      'DEPARTMENT_ADDED cd',
      'PARTNER_ADDED club',
      'PLAN_ADDED one',
      'PERIOD_ADDED one first',
      'PERIOD_ADDED one second',
      'COMMITMENT_ADDED one one/1',
      'COMMITMENT_ADDED one one/2',
      'DELIVERABLE_ADDED one one/1 one/1.1',
      'DELIVERABLE_ADDED one one/1 one/1.1.1',
      'ACTOR_CHANGED LEAD one one/1 ab',
      'ACTOR_CHANGED PARTNER one one/1 club',
      'REPORT_PUBLISHED one one/1 first ab one/1/first/ab/1',
      'REFERENCE_LINKED one one/1 RELATED',
      'REFERENCE_SUGGESTED one one/2 RELATED',
      'ACTIVITY_RECORDED one one/1 ab talk',
      'ACTIVITY_RECORDED one one/2 ab talk',
      'ACTIVITY_RECORDED other-talk',
      'ASSESSMENT_ADDED one one/1 LOW',
      'STATUS_CHANGED LIMITED one one/1 one/1.1.1 first ab one/1/first/ab/1',
    ]);
  });

  it('the same again appends nothing', async () => {
    await saveFacts(hub, facts);
    const { end } = await lines(hub)(null);
    await saveFacts(hub, facts);
    expect((await lines(hub)(end)).told).toEqual([]);
  });

  it('appends a change for everything that is amended, with the fields that are', async () => {
    await saveFacts(hub, facts);
    const { end } = await lines(hub)(null);
    const [bread, cheese] = facts.departments;
    const [one, two] = facts.commitments;
    await saveFacts(hub, {
      departments: [
        { ...bread, aliases: [...bread.aliases, { name: 'Oven' }] },
        { ...cheese, gcOrgId: 1002, name: { en: 'Cheese', fr: 'Fromage' } },
      ],
      partners: [
        { ...facts.partners[0], website: 'https://club.example', identifiers: [{ scheme: 'X', value: '2' }] },
      ],
      plans: [
        {
          ...aPlan('one', { rules: '2018' }),
          periods: [{ key: 'first', label: { en: 'Year 1' }, start: '2030-01-01', end: '2030-12-31' }],
        },
      ],
      commitments: [
        {
          ...one,
          problem: { en: 'Hunger' },
          ogpCode: 'XX0001',
          actors: [
            { organization: 'cd', role: 'LEAD' },
            { organization: 'ab', role: 'LEAD' },
          ],
        },
        two,
        aCommitment('one', 3),
      ],
      references: [
        { from: 'one/2', to: 'one/1' },
        { from: 'one/1', to: 'one/2', quote: { en: 'See 2' } },
      ],
      activities: [
        { ...facts.activities[0], organizations: ['club', 'ab', 'cd'], response: { en: 'Thanks.' } },
        { ...facts.activities[1], commitments: ['one/3'] },
      ],
      assessments: [{ ...facts.assessments[0], level: 'HIGH' }],
    });
    expect((await lines(hub)(end)).told).toEqual([
      'DEPARTMENT_AMENDED cd +gcOrgId +name',
      'DEPARTMENT_AMENDED ab +aliases',
      'PARTNER_AMENDED club +identifiers +website',
      'PLAN_AMENDED one +rules',
      'PERIOD_AMENDED one first +label',
      'COMMITMENT_AMENDED one one/1 +ogpCode +problem',
      'COMMITMENT_ADDED one one/3',
      'ACTOR_CHANGED LEAD one one/1 cd',
      'ACTOR_CHANGED LEAD LEAD one one/1 ab +position',
      'REFERENCE_LINKED one one/2 RELATED',
      'REFERENCE_LINKED one one/2 RELATED +state',
      'REFERENCE_LINKED one one/1 RELATED +quote',
      'ACTIVITY_AMENDED one one/1 ab talk +departments +response',
      'ACTIVITY_AMENDED one one/2 ab talk +departments +response',
      'ACTIVITY_AMENDED one one/3 other-talk +commitments',
      'ASSESSMENT_AMENDED one one/1 HIGH +level',
    ]);
  });

  it('refused appends nothing', async () => {
    await expect(saveFacts(hub, { ...facts, commitments: [aCommitment('two', 1)] })).rejects.toThrow(
      'There is no such plan',
    );
    expect((await lines(hub)(null)).told).toEqual([]);
  });
});
