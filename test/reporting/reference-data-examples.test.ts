import { Kind, parse, validate } from 'graphql';
import { actions } from '../../src/access/policy.js';
import { createSchema } from '../../src/server/schema.js';
import { blocksOf, exampleOf, readPage, tokensOf } from '../docs/page-examples.js';
import { TestHub, type TestToken } from '../setup/hub.js';

/** What the page is about, as the names of mutations end. */
const things =
  /(Plan|Period|Commitments?|Deliverable|Department|Partner|Actor|Assessment|Reference|Activity)$/;

const schema = createSchema();
const blocks = blocksOf('reference-data.md');
const examples = blocks.flatMap((block) => exampleOf(block, undefined) ?? []);
const tokens: Readonly<Record<string, TestToken>> = {
  STEWARD: { roles: ['steward'] },
  REPORTER: { roles: ['reporter'], departments: ['tbs'] },
};

/** The mutations that a document calls. */
const calledIn = (query: string) =>
  parse(query).definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? definition.selectionSet.selections.flatMap((one) => (one.kind === Kind.FIELD ? one.name.value : []))
      : [],
  );

describe('docs/reference-data.md', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await TestHub.start();
  });
  afterAll(() => hub.stop());

  it('gets the tokens that its examples are sent with', () => {
    const made = blocks.flatMap(tokensOf);
    expect(made.map(([name]) => name)).toEqual(Object.keys(tokens));
    expect(made[0]?.[1]).toContain('--role steward');
    expect(made[1]?.[1]).toContain('--department tbs --role reporter');
  });

  it('says of every mutation of reference data who may, and shows it', () => {
    const others = Object.keys(actions).filter((action) => things.test(action));
    const called = examples.flatMap(({ query }) => calledIn(query));
    expect(others.filter((action) => !called.includes(action))).toEqual([]);
    const table = readPage('reference-data.md')
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .join('\n');
    expect(others.filter((action) => !table.includes(`\`${action}\``))).toEqual([]);
  });

  it.each(examples.map((example) => [example.line, example] as const))(
    'shows a mutation in line %i that does what it says',
    async (_line, { query, token }) => {
      expect(validate(schema, parse(query))).toEqual([]);
      const authorization = `Bearer ${await hub.token(tokens[token ?? ''] ?? { roles: [] })}`;
      const data = await hub.query(query, {}, { authorization });
      for (const { userErrors } of Object.values(data) as { userErrors: unknown }[]) {
        expect(userErrors).toEqual([]);
      }
    },
  );
});
