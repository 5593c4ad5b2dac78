import {
  type GraphQLNamedType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
  printSchema,
  validateSchema,
} from 'graphql';
import { createSchema } from '../../src/server/schema.js';

const schema = createSchema();
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);

interface Described {
  readonly place: string;
  readonly description: string | null | undefined;
}

/** Everything in a type that a reader of the schema meets. */
function partsOf(type: GraphQLNamedType): Described[] {
  const itself = { place: type.name, description: type.description };
  if (isEnumType(type)) {
    return [
      itself,
      ...type.getValues().map(({ name, description }) => ({ place: `${type.name}.${name}`, description })),
    ];
  }
  if (isInputObjectType(type)) {
    return [
      itself,
      ...Object.values(type.getFields()).map(({ name, description }) => ({
        place: `${type.name}.${name}`,
        description,
      })),
    ];
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [itself];
  return [
    itself,
    ...Object.values(type.getFields()).flatMap(({ name, description, args }) => [
      { place: `${type.name}.${name}`, description },
      ...args.map((arg) => ({ place: `${type.name}.${name}(${arg.name}:)`, description: arg.description })),
    ]),
  ];
}

/** The inputs of mutations, and what stands in them. */
const writtenInputs = new Set<GraphQLNamedType>();
for (
  const rest = Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap(({ args }) =>
    args.map(({ type }) => getNamedType(type)),
  );
  rest.length > 0;
) {
  const type = rest.pop();
  if (!isInputObjectType(type) || writtenInputs.has(type)) continue;
  writtenInputs.add(type);
  rest.push(...Object.values(type.getFields()).map((field) => getNamedType(field.type)));
}

const outputs = types.filter((type) => isObjectType(type) || isInterfaceType(type));

describe('the schema', () => {
  it('is valid, and the same however often it is made', () => {
    expect(validateSchema(schema)).toEqual([]);
    expect(printSchema(createSchema())).toBe(printSchema(schema));
  });

  it('describes every type, field, argument, value and input field in sentences', () => {
    const parts = types.flatMap(partsOf);
    expect(parts.length).toBeGreaterThan(400);
    expect(parts.filter(({ description }) => !description?.trim())).toEqual([]);
    expect(
      parts.filter(({ description }) => !/^[\p{Lu}`“]|^(null|true)[:,]/u.test(description ?? '')),
    ).toEqual([]);
    expect(parts.filter(({ description }) => !description?.endsWith('.'))).toEqual([]);
  });

  it('has the lookups and lists that were promised', () => {
    expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).toEqual(
      expect.arrayContaining([
        'node',
        'nodes',
        'plan',
        'plans',
        'commitment',
        'commitments',
        'department',
        'departments',
        'partner',
        'partners',
        'activity',
        'activities',
        'crossReferences',
        'search',
      ]),
    );
  });

  const connections = outputs.filter(({ name }) => name.endsWith('Connection'));

  it.each(connections.map((type) => [type.name, type] as const))(
    'makes %s a connection as Relay knows it',
    (_, type) => {
      const shown = Object.fromEntries(
        Object.values(type.getFields()).map((field) => [field.name, String(field.type)]),
      );
      const edge = getNamedType(type.getFields()['edges']?.type);
      const node = getNamedType(type.getFields()['nodes']?.type);
      expect(shown).toEqual({
        edges: `[${edge?.name}!]!`,
        nodes: `[${node?.name}!]!`,
        pageInfo: 'PageInfo!',
        totalCount: 'Int!',
      });
      expect(edge?.name).toBe(type.name.replace(/Connection$/, 'Edge'));
      expect(isObjectType(edge) && String(edge.getFields()['node']?.type)).toBe(`${node?.name}!`);
      expect(isObjectType(edge) && String(edge.getFields()['cursor']?.type)).toBe('String!');
    },
  );

  it('gives every list of pages the same arguments', () => {
    const paged = outputs
      .flatMap((type) => Object.values(type.getFields()))
      .filter((field) => getNamedType(field.type).name.endsWith('Connection'));
    expect(paged.length).toBeGreaterThan(10);
    for (const { name, args } of paged) {
      const own = args.filter((arg) => ['first', 'after', 'last', 'before'].includes(arg.name));
      const shown = own.map((arg) => `${arg.name}: ${arg.type}`);
      const forward = ['first: Int', 'after: String'];
      expect([name, shown]).toEqual([
        name,
        name === 'search' ? forward : [...forward, 'last: Int', 'before: String'],
      ]);
      // What says which and in which order stands before the page.
      expect(args.slice(-own.length)).toEqual(own);
    }
  });

  it('says of every Node what fetches it again, and has no other `id`', () => {
    const withId = outputs.filter((type) => type.getFields()['id'] !== undefined).map(({ name }) => name);
    const node = schema.getType('Node');
    const nodes = isInterfaceType(node) ? schema.getPossibleTypes(node).map(({ name }) => name) : [];
    expect(withId.filter((name) => name !== 'Node' && name !== 'Organization').sort()).toEqual(
      [...nodes].sort(),
    );
    for (const type of outputs) {
      const id = type.getFields()['id'];
      if (id) expect(String(id.type)).toBe('ID!');
    }
  });

  it('lets every text be asked for in a language, and says which are complete', () => {
    const localized = outputs.filter((type) =>
      Object.values(type.getFields()).some(({ args }) => args.some(({ name }) => name === 'language')),
    );
    expect(localized.length).toBeGreaterThan(8);
    // A computed sentence is there in both always.
    const computed = ['Progress'];
    expect(localized.filter((type) => !type.getFields()['languages']).map(({ name }) => name)).toEqual(
      computed,
    );
  });

  it('requires no argument that has a default, and no input field but the one an order is by', () => {
    const required = types.flatMap((type) => {
      const inputs = isInputObjectType(type)
        ? Object.values(type.getFields()).map((field) => ({ place: `${type.name}.${field.name}`, ...field }))
        : isObjectType(type)
          ? Object.values(type.getFields()).flatMap((field) =>
              field.args.map((arg) => ({ ...arg, place: `${type.name}.${field.name}(${arg.name}:)` })),
            )
          : [];
      // What a mutation cannot do without, its own rules and tests are about.
      const isWritten = type.name === 'Mutation' || (isInputObjectType(type) && writtenInputs.has(type));
      return (isWritten ? [] : inputs)
        .filter((one) => isNonNullType(one.type) && one.defaultValue === undefined)
        .map(({ place }) => place);
    });
    expect(required.sort()).toEqual([
      'ActionPlan.commitment(number:)',
      'Commitment.citation(style:)',
      'CommitmentOrder.field',
      'Query.activity(code:)',
      'Query.commitment(code:)',
      'Query.deliverable(code:)',
      'Query.department(code:)',
      'Query.node(id:)',
      'Query.nodes(ids:)',
      'Query.partner(code:)',
      'Query.plan(code:)',
      'Query.search(text:)',
    ]);
  });

  it('has no type that nothing leads to', () => {
    const met = new Set<GraphQLNamedType>();
    const rest: GraphQLNamedType[] = [schema.getQueryType() ?? [], schema.getMutationType() ?? []].flat();
    for (let type = rest.pop(); type !== undefined; type = rest.pop()) {
      if (met.has(type)) continue;
      met.add(type);
      if (isUnionType(type)) rest.push(...type.getTypes());
      if (isInterfaceType(type)) rest.push(...schema.getPossibleTypes(type));
      if (isObjectType(type)) rest.push(...type.getInterfaces());
      if (isInputObjectType(type)) {
        rest.push(...Object.values(type.getFields()).map((field) => getNamedType(field.type)));
      } else if (isObjectType(type) || isInterfaceType(type)) {
        for (const field of Object.values(type.getFields())) {
          rest.push(getNamedType(field.type), ...field.args.map((arg) => getNamedType(arg.type)));
        }
      }
    }
    expect(types.filter((type) => !met.has(type)).map(({ name }) => name)).toEqual([]);
  });
});
