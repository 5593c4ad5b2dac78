import { OgpValue } from '../../src/model/ogp-value.js';
import { TestHub } from '../setup/hub.js';
import { insertReport } from './insert-report.js';
import { aCommitment, aPlan, deliverables, saveFacts } from './save-facts.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start('migrated');
  await saveFacts(hub, {
    departments: [
      { code: 'ab', gcOrgId: 1111, name: { en: 'Bread', fr: 'Pain' }, aliases: [{ name: 'Bakery' }] },
      { code: 'cd', name: { en: 'Cheese' } },
    ],
    partners: [
      { code: 'mill', name: { en: 'The Mill' }, kind: 'OTHER', aliases: ['Moulin'] },
      { code: 'dairy', name: { en: 'The Dairy' }, kind: 'OTHER' },
    ],
    plans: [aPlan('one'), aPlan('two')],
    commitments: [
      aCommitment('one', 1, {
        actors: [
          { organization: 'ab', role: 'LEAD' },
          { organization: 'cd', role: 'SUPPORT' },
        ],
        ogpValues: [OgpValue.TRANSPARENCY],
        description: { en: 'Publishing recipes', fr: 'Publication de recettes' },
        deliverables: deliverables(2),
      }),
      aCommitment('one', 2, {
        actors: [
          { organization: 'cd', role: 'LEAD' },
          { organization: 'mill', role: 'PARTNER' },
        ],
        ogpValues: [OgpValue.CIVIC_PARTICIPATION, OgpValue.TRANSPARENCY],
        deliverables: deliverables(2),
      }),
      aCommitment('one', 3, {
        actors: [
          { organization: 'ab', role: 'LEAD' },
          { organization: 'cd', role: 'LEAD' },
        ],
      }),
      aCommitment('one', 4, {
        actors: [{ organization: 'ab', role: 'LEAD' }],
        deliverables: [
          {
            position: 1,
            kind: 'MILESTONE',
            text: { en: 'Ovens' },
            children: [
              { position: 1, kind: 'INDICATOR', text: { en: 'Number of recipes' } },
              {
                position: 2,
                kind: 'INDICATOR',
                text: { en: 'Heat' },
                actors: [{ organization: 'cd', role: 'LEAD' }],
              },
            ],
          },
        ],
      }),
      aCommitment('one', 5, {
        actors: [
          { organization: 'mill', role: 'LEAD' },
          { organization: 'dairy', role: 'PARTNER' },
          { organization: 'ab', role: 'LEAD', statedBy: 'OGP' },
        ],
        ogpValues: [],
        deliverables: deliverables(1),
      }),
      aCommitment('two', 1, {
        actors: [{ organization: 'ab', role: 'LEAD' }],
        deliverables: deliverables(1),
      }),
    ],
    references: [
      { from: 'one/1', to: 'one/2' },
      { from: 'one/3', to: 'one/5', state: 'SUGGESTED' },
      { from: 'two/1', to: 'one/4', kind: 'CONTINUES' },
    ],
  });
  const published = { period: 'first', version: 1, state: 'PUBLISHED' } as const;
  await insertReport(hub, {
    ...published,
    commitment: 'one/1',
    department: 'ab',
    levels: { 'one/1.1': 'COMPLETE', 'one/1.2': 'COMPLETE' },
  });
  await insertReport(hub, {
    ...published,
    commitment: 'one/2',
    department: 'cd',
    levels: { 'one/2.1': 'LIMITED' },
  });
  await insertReport(hub, {
    ...published,
    commitment: 'one/4',
    department: 'ab',
    levels: { 'one/4.1.1': 'NOT_STARTED', 'one/4.1.2': null },
  });
  await insertReport(hub, {
    ...published,
    period: 'second',
    commitment: 'two/1',
    department: 'ab',
    levels: { 'two/1.1': 'COMPLETE' },
    results: 'Loaves for everyone',
  });
});
afterAll(() => hub.stop());

const ask = (filter: string) => hub.ask(`{ commitments(filter: ${filter}) { totalCount nodes { code } } }`);
const found = async (filter: string): Promise<string> => {
  const { data, errors } = await ask(filter);
  expect(errors).toBeUndefined();
  expect(data.commitments.totalCount).toBe(data.commitments.nodes.length);
  return data.commitments.nodes.map(({ code }: { code: string }) => code).join(' ');
};

const all = 'one/1 one/2 one/3 one/4 one/5 two/1';

describe('a filter of commitments', () => {
  it.each([
    ['{}', all],
    ['null', all],
    ['{ plan: null, department: null, role: null, completion: null, text: null }', all],
    ['{ plan: "one" }', 'one/1 one/2 one/3 one/4 one/5'],
    ['{ plan: "ActionPlan:two" }', 'two/1'],
    ['{ department: "ab" }', 'one/1 one/3 one/4 two/1'],
    ['{ department: "1111" }', 'one/1 one/3 one/4 two/1'],
    ['{ department: "pain" }', 'one/1 one/3 one/4 two/1'],
    ['{ department: "BAKERY" }', 'one/1 one/3 one/4 two/1'],
    ['{ department: "Department:ab" }', 'one/1 one/3 one/4 two/1'],
    ['{ department: "cd" }', 'one/1 one/2 one/3 one/4'],
    ['{ department: "cd", role: LEAD }', 'one/2 one/3 one/4'],
    ['{ department: "cd", role: SUPPORT }', 'one/1'],
    ['{ department: "cd", role: PARTNER }', ''],
    ['{ partner: "mill" }', 'one/2 one/5'],
    ['{ partner: "Moulin", role: LEAD }', 'one/5'],
    ['{ partner: "PartnerOrganization:mill", role: PARTNER }', 'one/2'],
    ['{ department: "cd", partner: "mill" }', 'one/2'],
    ['{ department: "ab", partner: "mill" }', ''],
    ['{ role: SUPPORT }', 'one/1'],
    ['{ role: PARTNER }', 'one/2 one/5'],
    ['{ completion: [COMPLETE] }', 'one/1 two/1'],
    ['{ completion: [LIMITED, NOT_STARTED] }', 'one/2 one/4'],
    ['{ completion: [SUBSTANTIAL] }', ''],
    ['{ completion: [] }', ''],
    ['{ notReported: true }', 'one/2 one/4 one/5'],
    ['{ notReported: false }', 'one/1 two/1'],
    ['{ ogpValues: [TRANSPARENCY] }', 'one/1 one/2'],
    ['{ ogpValues: [CIVIC_PARTICIPATION, PUBLIC_ACCOUNTABILITY] }', 'one/2'],
    ['{ ogpValues: [] }', ''],
    ['{ period: "first" }', 'one/1 one/2 one/4'],
    ['{ period: "second" }', 'two/1'],
    ['{ hasReferences: true }', 'one/1 one/2 one/4 two/1'],
    ['{ hasReferences: false }', 'one/3 one/5'],
    ['{ text: "recipes" }', 'one/1 one/4'],
    ['{ text: "recettes publiées" }', 'one/1'],
    ['{ text: "loaf loaves" }', 'two/1'],
    ['{ text: "nothing of the sort" }', ''],
  ])('%s lets through: %s', async (filter, codes) => {
    expect(await found(filter)).toBe(codes);
  });

  it.each([
    ['{ plan: "one", department: "ab", role: LEAD, notReported: false }', 'one/1'],
    ['{ plan: "one", department: "ab", completion: [NOT_STARTED], hasReferences: true }', 'one/4'],
    ['{ completion: [COMPLETE], period: "second" }', 'two/1'],
    ['{ completion: [LIMITED], notReported: true, ogpValues: [TRANSPARENCY], partner: "mill" }', 'one/2'],
    ['{ text: "recipes", plan: "two" }', ''],
  ])('%s lets through what passes all of it: %s', async (filter, codes) => {
    expect(await found(filter)).toBe(codes);
  });

  it('works the same below a plan, a department and a partner', async () => {
    const data = await hub.query(`{
      plan(code: "one") { commitments(filter: { notReported: true }) { totalCount nodes { code } } }
      department(code: "cd") {
        all: commitments { totalCount nodes { code } }
        leads: commitments(roles: [LEAD], filter: { plan: "one", completion: [LIMITED, NOT_STARTED] }) { nodes { code } }
        none: commitments(roles: []) { totalCount nodes { code } }
      }
      asThePlanSays: department(code: "ab") { commitments { totalCount nodes { code } } }
      partner(code: "mill") { commitments(roles: [LEAD, SUPPORT]) { totalCount nodes { code } } }
    }`);
    const codes = (...list: string[]) => list.map((code) => ({ code }));
    expect(data).toEqual({
      plan: { commitments: { totalCount: 3, nodes: codes('one/2', 'one/4', 'one/5') } },
      department: {
        all: { totalCount: 4, nodes: codes('one/1', 'one/2', 'one/3', 'one/4') },
        leads: { nodes: codes('one/2', 'one/4') },
        none: { totalCount: 0, nodes: [] },
      },
      asThePlanSays: {
        commitments: { totalCount: 4, nodes: codes('one/1', 'one/3', 'one/4', 'two/1') },
      },
      partner: { commitments: { totalCount: 1, nodes: codes('one/5') } },
    });
  });
});

describe('a filter that names something unknown', () => {
  const accepted = {
    plan: 'the code of a plan, such as "ca-2016-2018"',
    commitment: 'a code such as "ca-2016-2018/19" or "CA0060"',
    department: 'a code such as "tbs", a GC OrgID, a name or an alias',
    'partner organization': 'a code such as "odx", a name, an alias or an identifier',
    'reporting period': 'the key of a period, such as "mid-term" or "2023-06"',
  };

  it.each([
    ['commitments(filter: { plan: $name })', 'plan'],
    ['commitments(filter: { department: $name })', 'department'],
    ['commitments(filter: { partner: $name })', 'partner organization'],
    ['commitments(filter: { period: $name })', 'reporting period'],
    ['departments(filter: { plan: $name })', 'plan'],
    ['partners(filter: { plan: $name })', 'plan'],
    ['activities(filter: { plan: $name })', 'plan'],
    ['activities(filter: { commitment: $name })', 'commitment'],
    ['activities(filter: { department: $name })', 'department'],
    ['activities(filter: { partner: $name })', 'partner organization'],
    ['crossReferences(filter: { plan: $name })', 'plan'],
    ['crossReferences(filter: { from: $name })', 'commitment'],
    ['crossReferences(filter: { to: $name })', 'commitment'],
  ] as const)('is refused by %s with the value and what is accepted', async (list, what) => {
    for (const name of ['abc', '', "' or true --", 'é'.repeat(500)]) {
      const { errors } = await hub.ask(`query ($name: String!) { ${list} { totalCount } }`, { name });
      expect(errors).toHaveLength(1);
      const shown = name.length > 80 ? `${name.slice(0, 80)}…` : name;
      expect(errors?.[0]?.message).toBe(`There is no ${what} "${shown}"; accepted: ${accepted[what]}.`);
      expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT' });
    }
  });

  it('is refused where a commitment’s reports are asked for by it, too', async () => {
    const reports = (period: string) =>
      hub.ask(
        'query ($period: String!) { commitment(code: "one/1") { reports(period: $period) { version } } }',
        {
          period,
        },
      );
    expect((await reports('first')).data.commitment.reports).toHaveLength(1);
    expect((await reports('second')).data.commitment.reports).toEqual([]);
    expect((await reports('frist')).errors?.[0]?.message).toBe(
      `There is no reporting period "frist"; accepted: ${accepted['reporting period']}.`,
    );
  });

  it('is refused where a citation is asked for by it, too', async () => {
    const { errors } = await hub.ask(
      '{ commitment(code: "one/1") { citation(style: APA, period: "frist") } }',
    );
    expect(errors?.[0]?.message).toBe('Commitment "one/1" has no published report for the period "frist".');
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it.each([
    ['text: ""', 'The text to search for must have 1 to 300 characters'],
    [`text: "${'word '.repeat(61)}"`, 'The text to search for must have 1 to 300 characters'],
  ])('or has %s is refused', async (filter, message) => {
    for (const list of ['commitments', 'departments', 'partners', 'activities']) {
      const { errors } = await hub.ask(`{ ${list}(filter: { ${filter} }) { totalCount } }`);
      expect(errors?.[0]?.message).toContain(message);
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
  });
});
