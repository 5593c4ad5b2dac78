import { TestHub } from '../setup/hub.js';
import { aCommitment, aPlan, saveFacts } from './save-facts.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start('migrated');
  await saveFacts(hub, {
    departments: [
      { code: 'ab', name: { en: 'Bread', fr: 'Pain' }, aliases: [{ name: 'Bakery' }] },
      { code: 'cd', name: { en: 'Cheese' } },
      { code: 'ef', name: { en: 'Water' } },
    ],
    partners: [
      { code: 'mill', name: { en: 'The Mill' }, kind: 'PRIVATE_SECTOR', aliases: ['Moulin'] },
      { code: 'dairy', name: { en: 'The Dairy' }, kind: 'CIVIL_SOCIETY' },
      { code: 'well', name: { en: 'The Well' }, kind: 'MUNICIPAL' },
    ],
    plans: [aPlan('one'), aPlan('two')],
    commitments: [
      aCommitment('one', 1, {
        actors: [
          { organization: 'ab', role: 'LEAD' },
          { organization: 'mill', role: 'PARTNER' },
          { organization: 'ef', role: 'LEAD', statedBy: 'OGP' },
          { organization: 'well', role: 'PARTNER', statedBy: 'OGP' },
        ],
      }),
      aCommitment('one', 2, { actors: [{ organization: 'dairy', role: 'LEAD' }] }),
      aCommitment('two', 1, {
        actors: [
          { organization: 'ab', role: 'SUPPORT' },
          { organization: 'cd', role: 'LEAD' },
          { organization: 'mill', role: 'LEAD' },
        ],
      }),
    ],
    references: [
      { from: 'one/1', to: 'one/2' },
      { from: 'one/2', to: 'one/1', kind: 'DEPENDS_ON' },
      { from: 'one/2', to: 'one/1', kind: 'RELATED', state: 'SUGGESTED' },
      { from: 'two/1', to: 'one/1', kind: 'CONTINUES' },
    ],
    activities: [
      {
        code: 'fair',
        kind: 'WORKSHOP',
        title: { en: 'Bread fair' },
        start: '2030-03-01',
        end: '2030-03-31',
        formats: ['IN_PERSON', 'ONLINE'],
        organizations: ['ab', 'mill'],
        commitments: ['one/1'],
      },
      {
        code: 'poll',
        kind: 'SURVEY',
        title: { en: 'Cheese poll' },
        start: '2030-06-01',
        formats: ['ONLINE'],
        organizations: ['cd'],
        commitments: ['two/1', 'one/1'],
      },
      { code: 'closed', kind: 'PANEL', title: { en: 'Panel' }, end: '2030-01-15', organizations: ['dairy'] },
      { code: 'undated', kind: 'OTHER', title: { en: 'Talk' }, heard: { en: 'More bread, please.' } },
    ],
  });
});
afterAll(() => hub.stop());

async function found(field: string, filter: string, name = 'code'): Promise<string> {
  const { list } = await hub.query(`{ list: ${field}(filter: ${filter}) { totalCount nodes { ${name} } } }`);
  expect(list.totalCount).toBe(list.nodes.length);
  return list.nodes.map((node: Record<string, string>) => node[name]).join(' ');
}

describe('a filter of departments', () => {
  it.each([
    ['{}', 'ab cd ef'],
    ['null', 'ab cd ef'],
    ['{ plan: "one" }', 'ab'],
    ['{ plan: "ActionPlan:two" }', 'ab cd'],
    ['{ role: LEAD }', 'ab cd'],
    ['{ plan: "two", role: SUPPORT }', 'ab'],
    ['{ plan: "one", role: SUPPORT }', ''],
    ['{ text: "bakery" }', 'ab'],
    ['{ text: "pain", role: LEAD }', 'ab'],
    ['{ text: "cheese", plan: "one" }', ''],
  ])('%s lets through: %s', async (filter, codes) => {
    expect(await found('departments', filter)).toBe(codes);
  });
});

describe('a filter of partners', () => {
  it.each([
    ['{}', 'dairy mill well'],
    ['{ plan: "one" }', 'dairy mill'],
    ['{ role: PARTNER }', 'mill'],
    ['{ plan: "two", role: LEAD }', 'mill'],
    ['{ kinds: [CIVIL_SOCIETY, MUNICIPAL] }', 'dairy well'],
    ['{ kinds: [] }', ''],
    ['{ kinds: [PRIVATE_SECTOR], plan: "one", role: PARTNER, text: "moulin" }', 'mill'],
  ])('%s lets through: %s', async (filter, codes) => {
    expect(await found('partners', filter)).toBe(codes);
  });
});

describe('a filter of activities', () => {
  it.each([
    ['{}', 'poll fair closed undated'],
    ['{ kinds: [SURVEY, PANEL] }', 'poll closed'],
    ['{ formats: [ONLINE] }', 'poll fair'],
    ['{ formats: [IN_PERSON, TELEPHONE] }', 'fair'],
    ['{ plan: "two" }', 'poll'],
    ['{ plan: "one" }', 'poll fair'],
    ['{ commitment: "two/1" }', 'poll'],
    ['{ commitment: "Commitment:one/1" }', 'poll fair'],
    ['{ commitment: "one/2" }', ''],
    ['{ department: "bakery" }', 'fair'],
    ['{ department: "Department:cd" }', 'poll'],
    ['{ partner: "Moulin" }', 'fair'],
    ['{ partner: "PartnerOrganization:dairy" }', 'closed'],
    ['{ from: "2030-03-31" }', 'poll fair'],
    ['{ from: "2030-04-01" }', 'poll'],
    ['{ to: "2030-03-01" }', 'fair closed'],
    ['{ to: "2030-02-28" }', 'closed'],
    ['{ from: "2030-01-16", to: "2030-05-31" }', 'fair'],
    ['{ text: "bread" }', 'fair undated'],
    ['{ text: "bread", kinds: [OTHER], formats: null }', 'undated'],
  ])('%s lets through: %s', async (filter, codes) => {
    expect(await found('activities', filter)).toBe(codes);
  });

  it('works the same below a commitment, a department and a partner', async () => {
    const filter = '(filter: { formats: [ONLINE], to: "2030-05-31" }) { totalCount nodes { code } }';
    const data = await hub.query(`{
      commitment(code: "one/1") { activities${filter} }
      department(code: "ab") { activities${filter} }
      partner(code: "mill") { activities${filter} }
      none: department(code: "cd") { activities${filter} }
    }`);
    const fair = { activities: { totalCount: 1, nodes: [{ code: 'fair' }] } };
    expect(data).toEqual({
      commitment: fair,
      department: fair,
      partner: fair,
      none: { activities: { totalCount: 0, nodes: [] } },
    });
  });

  it.each(['2030-02-30', '2030-13-01', 'yesterday', '2030-1-1', '2030-01-01T00:00:00Z', ''])(
    'takes no day such as %j',
    async (from) => {
      const { errors } = await hub.ask(
        'query ($from: Date) { activities(filter: { from: $from }) { totalCount } }',
        {
          from,
        },
      );
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
      expect(errors?.[0]?.message).toContain(from);
    },
  );
});

describe('a filter of references', () => {
  const ends = async (filter: string): Promise<string[]> => {
    const { list } = await hub.query(
      `{ list: crossReferences(filter: ${filter}) { totalCount nodes { kind from { code } to { code } } } }`,
    );
    expect(list.totalCount).toBe(list.nodes.length);
    return list.nodes.map(
      (one: { kind: string; from: { code: string }; to: { code: string } }) =>
        `${one.from.code} ${one.kind} ${one.to.code}`,
    );
  };
  const related = 'one/1 RELATED one/2';
  const depends = 'one/2 DEPENDS_ON one/1';
  const suggested = 'one/2 RELATED one/1';
  const continues = 'two/1 CONTINUES one/1';

  it.each([
    ['{}', [related, depends, continues]],
    ['{ plan: "one" }', [related, depends]],
    ['{ plan: "two" }', [continues]],
    ['{ from: "one/2" }', [depends]],
    ['{ to: "Commitment:one/1" }', [depends, continues]],
    ['{ from: "two/1", to: "one/2" }', []],
    ['{ kinds: [RELATED, CONTINUES] }', [related, continues]],
    ['{ states: [SUGGESTED] }', [suggested]],
    ['{ states: [SUGGESTED, CONFIRMED], to: "one/1" }', [depends, suggested, continues]],
    ['{ states: [] }', []],
    ['{ states: null }', [related, depends, continues]],
  ])('%s lets through: %j', async (filter, expected) => {
    expect(await ends(filter)).toEqual(expected);
  });
});
