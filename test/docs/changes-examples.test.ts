import { isEnumType, parse, validate } from 'graphql';
import { createSchema } from '../../src/server/schema.js';
import { TestHub } from '../setup/hub.js';
import { blocksOf, exampleOf, readPage } from './page-examples.js';

const schema = createSchema();
const blocks = blocksOf('changes.md');
const examples = blocks.flatMap((block, at) => exampleOf(block, blocks[at + 1]) ?? []);

describe('docs/changes.md', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await TestHub.start();
  });
  afterAll(() => hub.stop());

  it('has examples, and nothing else in fences', () => {
    expect(examples.length).toBeGreaterThan(3);
    expect(blocks).toHaveLength(examples.length);
  });

  it.each(examples.map((example) => [example.line, example] as const))(
    'shows a query in line %i that the hub answers',
    async (_line, { query, token }) => {
      expect(validate(schema, parse(query))).toEqual([]);
      const headers = token && { authorization: `Bearer ${await hub.token({ roles: ['steward'] })}` };
      const data = await hub.query(query, {}, headers || {});
      for (const found of Object.values(data)) expect(found).not.toBeNull();
    },
  );

  it('lists every kind of change, in the order of the schema', () => {
    const type = schema.getType('ChangeKind');
    const kinds = isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
    expect(kindsListed()).toEqual(kinds);
  });

  it('leads a reader through the whole feed, page by page, with nothing missed or met twice', async () => {
    const [feed] = examples;
    const query = feed?.query.replace('first: 100', 'first: 5') ?? '';
    const read: string[] = [];
    let after: string | null = null;
    for (;;) {
      const { changes } = (await hub.query(query, { after })) as {
        changes: { nodes: { cursor: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
      };
      read.push(...changes.nodes.map(({ cursor }) => cursor));
      after = changes.pageInfo.endCursor;
      if (!changes.pageInfo.hasNextPage) break;
    }
    const { changes } = await hub.query('{ changes(first: 0) { totalCount } }');
    expect(new Set(read).size).toBe(changes.totalCount);
    expect(read).toHaveLength(changes.totalCount);
  });

  it('says truly who sees who acted', async () => {
    const query = '{ changes(filter: { department: "tbs" }, last: 1) { nodes { actedBy } } }';
    const seen = async (
      roles: readonly ('reporter' | 'publisher' | 'steward')[],
      departments: readonly string[],
    ) => {
      const headers = { authorization: `Bearer ${await hub.token({ roles, departments })}` };
      return (await hub.query(query, {}, headers)).changes.nodes[0].actedBy;
    };
    expect(await seen(['reporter'], ['tbs'])).toBe('operator');
    expect(await seen(['publisher'], ['tbs'])).toBe('operator');
    expect(await seen(['steward'], [])).toBe('operator');
    expect(await seen(['reporter'], ['pch'])).toBeNull();
    expect((await hub.query(query)).changes.nodes[0].actedBy).toBeNull();
  });
});

function kindsListed(): string[] {
  const section =
    readPage('changes.md')
      .split(/^## /m)
      .find((part) => part.startsWith('Kinds\n')) ?? '';
  return [...section.matchAll(/^\| `(\w+)` \|/gm)].map(([, name = '']) => name);
}
