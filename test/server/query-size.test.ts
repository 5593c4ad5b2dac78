import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, getIntrospectionQuery, getOperationAST, parse, validate } from 'graphql';
import { projectRoot } from '../../src/project-root.js';
import { deepestQuery, mostObjects } from '../../src/server/limit-size.js';
import { measureQuery } from '../../src/server/query-size.js';
import { createSchema } from '../../src/server/schema.js';
import { TestHub } from '../setup/hub.js';
import { expectRefusal, refused } from './refusal.js';

/** As the hub's graph is made: pages that may be nested in each other, and plain lists. */
const schema = buildSchema(`
  type Query { one: Thing, nodes(ids: [ID!]!): [Thing], things(first: Int, last: Int, after: String): ThingConnection! }
  interface Named { name: String, owner: Thing }
  type Thing implements Named {
    name: String
    owner: Thing
    parts: [Thing!]!
    found: Found
    things(first: Int, last: Int): ThingConnection!
  }
  union Found = Thing
  type ThingConnection { nodes: [Thing!]! edges: [ThingEdge!]! totalCount: Int! }
  type ThingEdge { node: Thing! cursor: String! }
  type Mutation { write(input: WriteInput!): Written! }
  input WriteInput { things: [String!]! tags: [String!] }
  type Written { results: [Thing!]! }
`);

describe('the size of a query', () => {
  it.each([
    ['a leaf', '{ __typename }', 0, 1],
    ['one object', '{ one { name } }', 1, 2],
    ['an object within another', '{ one { owner { name } } }', 2, 3],
    ['a plain list, as five', '{ one { parts { name } } }', 1 + 5, 3],
    ['plain lists in each other', '{ one { parts { parts { name } } } }', 1 + 5 + 25, 4],
    ['a page without a size, as twenty', '{ things { nodes { name } } }', 1 + 20, 3],
    ['a page of a size', '{ things(first: 3) { nodes { name } } }', 1 + 3, 3],
    ['a page from the end', '{ things(last: 3) { nodes { name } } }', 1 + 3, 3],
    ['edges', '{ things(first: 3) { edges { cursor node { name } } } }', 1 + 3 * 2, 4],
    ['a count alone', '{ things(first: 100) { totalCount } }', 1, 2],
    [
      'pages within pages',
      '{ things(first: 4) { nodes { things(first: 3) { nodes { name } } } } }',
      1 + 4 * (2 + 3),
      5,
    ],
    [
      'lists within pages, which have no page size',
      '{ things(first: 4) { nodes { parts { name } } } }',
      1 + 4 * 6,
      4,
    ],
    ['sizes beyond what a page may have, as a hundred', '{ things(first: 9999) { nodes { name } } }', 101, 3],
    ['a list asked for by ids', '{ nodes(ids: ["a", "b", "c"]) { name } }', 3, 2],
    ['the same field again under another name', '{ a: one { name } b: one { name } }', 2, 2],
    [
      'what it asks of the schema',
      '{ __schema { types { name } } __type(name: "Thing") { name } }',
      1 + 5 + 1,
      3,
    ],
  ])('counts %s', (_what, query, objects, depth) => {
    expect(measured(query)).toEqual({ objects, depth });
  });

  it('counts what a mutation answers by the longest list it was given, and by no less than any list', () => {
    const query = 'mutation ($input: WriteInput!) { write(input: $input) { results { parts { name } } } }';
    const many = { input: { things: Array.from({ length: 500 }, () => 'x'), tags: ['y'] } };
    expect(measured(query, many).objects).toBe(1 + 500 * 6);
    expect(measured(query, { input: { things: ['x'] } }).objects).toBe(1 + 5 * 6);
  });

  it('reads sizes from variables and from their defaults', () => {
    const query =
      'query ($size: Int = 7, $ids: [ID!]!) { things(first: $size) { nodes { name } } nodes(ids: $ids) { name } }';
    expect(measured(query, { ids: ['a'] })).toEqual({ objects: 1 + 7 + 1, depth: 3 });
    expect(measured(query, { ids: ['a', 'b'], size: 2 })).toEqual({ objects: 1 + 2 + 2, depth: 3 });
  });

  it('follows fragments, also those on a page, with the size of each page', () => {
    const query = `
      { a: things(first: 3) { ...Page } b: things(first: 5) { ...Page } one { ... on Named { owner { name } } found { ...Part } } }
      fragment Page on ThingConnection { nodes { ...Part } }
      fragment Part on Thing { owner { name } }`;
    expect(measured(query)).toEqual({ objects: 1 + 3 * 2 + 1 + 5 * 2 + 1 + 1 + 1 + 1, depth: 4 });
  });

  it('is found at once for fragments that name each other again and again', () => {
    const levels = 300;
    const fragments = Array.from(
      { length: levels },
      (_, at) => `fragment F${at} on Thing { a: owner { ...F${at + 1} } b: owner { ...F${at + 1} } }`,
    );
    const query = `{ one { ...F0 } } ${fragments.join(' ')} fragment F${levels} on Thing { name }`;
    expect(measured(query)).toEqual({ objects: expect.any(Number), depth: levels + 2 });
    expect(measured(query).objects).toBeGreaterThan(2 ** levels);
  });
});

describe('the limits of a query', () => {
  let hub: TestHub;

  beforeAll(async () => {
    hub = await TestHub.start();
  });

  afterAll(() => hub.stop());

  const examples = join(projectRoot, 'schema', 'operations');

  it.each(readdirSync(examples).map((file) => [file, readFileSync(join(examples, file), 'utf8')]))(
    'let the example %s pass with room to spare',
    (_file, query) => {
      const document = parse(query);
      for (const { name } of document.definitions.filter((part) => part.kind === 'OperationDefinition')) {
        const operation = getOperationAST(document, name?.value);
        if (!operation) throw new Error('an example without an operation');
        const { objects, depth } = measureQuery(createSchema(), document, operation, {});
        expect(objects).toBeLessThan(mostObjects / 10);
        expect(depth).toBeLessThanOrEqual(deepestQuery / 2);
      }
    },
  );

  it('let a page of a hundred commitments pass with all that is reported on each', async () => {
    const query = `{ commitments(first: 100) { nodes {
      title leads { name } partners { name } progress { total byLevel { level count } }
      deliverables { text completion reports { results nextSteps evidence { url } report { version } } }
    } } }`;
    expect((await hub.query(query)).commitments.nodes).toHaveLength(22);
  });

  it('let the query pass by which clients read the whole schema', async () => {
    const query = getIntrospectionQuery({ inputValueDeprecation: true, directiveIsRepeatable: true });
    expect((await hub.query(query)).__schema.types.length).toBeGreaterThan(50);
  });

  it.each([
    [
      'pages within pages',
      `{ commitments(first: 100) { nodes { plan { commitments(first: 100) { nodes { plan { commitments(first: 100) {
      nodes { code } } } } } } } } }`,
    ],
    [
      'one list under many names',
      `{ ${Array.from({ length: 200 }, (_, at) => `a${at}: ${'commitments(first: 100) { nodes { leads { name } } }'}`).join(' ')} }`,
    ],
    [
      'levels without end',
      `{ plan(code: "x") { ${'commitment(number: 1) { plan { '.repeat(100)} code ${'} }'.repeat(100)} } }`,
    ],
    [
      'the schema many times over',
      `{ ${Array.from({ length: 200 }, (_, at) => `a${at}: __schema { types { fields { args { type { name } } } } }`).join(' ')} }`,
    ],
  ])('stop %s before a statement is run', async (_what, query) => {
    expect(validate(createSchema(), parse(query))).toEqual([]);
    hub.statements.take();
    const response = await fetch(`${hub.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query }),
    });
    expectRefusal(await refused(response), { status: 400, code: 'QUERY_TOO_LARGE' });
    expect(hub.statements.take()).toEqual([]);
  });
});

function measured(query: string, variables: Readonly<Record<string, unknown>> = {}) {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('a query without an operation');
  return measureQuery(schema, document, operation, variables);
}
