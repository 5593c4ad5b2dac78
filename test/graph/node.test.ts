import { TestHub } from '../setup/hub.js';

/** One query that meets a thing of every type that has an id. */
const everyType = `{
  plan(code: "ca-2016-2018") { id periods { id } }
  commitment(code: "ca-2016-2018/19") {
    id
    deliverables { id reports { id report { id } } }
    actors { id }
    references { id }
    assessments { id }
    history(first: 1) { nodes { id } }
  }
  department(code: "tbs") { id }
  partner(code: "odx") { id }
  activity(code: "serving-you-better-2016") { id }
}`;

describe('node and nodes', () => {
  let hub: TestHub;
  const node = (id: string) => hub.ask('query ($id: ID!) { node(id: $id) { __typename id } }', { id });
  beforeAll(async () => {
    hub = await TestHub.start();
  });
  afterAll(() => hub.stop());

  it('fetch a thing of every type again by its id, in the order asked', async () => {
    const found = JSON.stringify(await hub.query(everyType));
    const ids = [...found.matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id);
    const types = (await hub.query('{ __type(name: "Node") { possibleTypes { name } } }')).__type
      .possibleTypes;
    expect(new Set(ids.map((id) => id?.split(':')[0]))).toEqual(
      new Set(types.map(({ name }: { name: string }) => name)),
    );

    const asked = [...ids].reverse();
    const { nodes } = await hub.query('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', {
      ids: asked,
    });
    expect(nodes).toEqual(asked.map((id) => ({ __typename: id?.split(':')[0], id })));
    for (const id of ids) {
      expect((await node(id ?? '')).data).toEqual({ node: { __typename: id?.split(':')[0], id } });
    }
  });

  it('answer null in the place of what does not exist', async () => {
    const { nodes } = await hub.query(
      `{ nodes(ids: ["Department:nobody", "Department:tbs", "Assessment:999999999", "Department:tbs"]) { id } }`,
    );
    expect(nodes).toEqual([null, { id: 'Department:tbs' }, null, { id: 'Department:tbs' }]);
  });

  it('fetch a hundred ids of one type with one statement, and refuse more', async () => {
    const ask = (count: number) =>
      hub.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
        ids: Array.from({ length: count }, (_, at) => `Commitment:ca-2016-2018/${at + 1}`),
      });
    hub.statements.take();
    const { data } = await ask(100);
    expect(data.nodes.filter(Boolean)).toHaveLength(22);
    expect(hub.statements.take()).toHaveLength(1);

    const { errors } = await ask(101);
    expect(errors?.[0]).toMatchObject({
      message: '"ids" may hold 100 ids at the most, not 101.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it.each([
    'Commitment:CA0060',
    'Department:TBS',
    'Commitment:',
    'StatusReport:ca-2016-2018/19/mid-term/tbs/2',
    'ReportEntry:0',
    'ReportEntry:1.0',
    'ReportEntry:-1',
    'ReportEntry: 1',
    'Assessment:99999999999999999999',
    'CrossReference:1 or 1=1',
  ])('answer null for %s, which is no id that the hub gives', async (id) => {
    expect(await node(id)).toEqual({ data: { node: null } });
  });

  it.each([
    '',
    ':',
    'Commitment',
    'Commitments',
    'commitment:ca-2016-2018/19',
    'ActivityLeg:1',
    'constructor:x',
    '__proto__:x',
  ])('refuse %j, which is no id at all', async (id) => {
    const { data, errors } = await node(id);
    expect(data).toEqual({ node: null });
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.message).toContain(
      'is not an id of the hub; ids look like "Commitment:ca-2016-2018/19".',
    );
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
