import {
  GraphQLID,
  type GraphQLInputType,
  GraphQLString,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
} from 'graphql';
import { createSchema } from '../../src/server/schema.js';
import { TestHub } from '../setup/hub.js';
import { expectRefusal, refused } from './refusal.js';

let hub: TestHub;

beforeAll(async () => {
  hub = await TestHub.start('migrated');
});

afterAll(() => hub.stop());

/** What JSON can write and PostgreSQL cannot hold. */
const unstorable = {
  'a null byte': 'a\u0000b',
  'half a surrogate pair': '\ud800',
  'its other half': 'a\udc00b',
};

/** Every argument of a query that takes a text, and every field of input within one. */
const places = Object.values(createSchema().getQueryType()?.getFields() ?? {}).flatMap(({ name, args }) =>
  args.flatMap((argument) =>
    textsWithin(argument.type).map(({ written, type }) => ({
      place: `${name}(${argument.name}: ${written})`,
      query: `query ($text: ${type}!) { ${name}(${[
        `${argument.name}: ${written}`,
        ...args
          .filter((other) => other !== argument && isRequiredArgument(other))
          .map((other) => `${other.name}: "x"`),
      ].join()}) { __typename } }`,
    })),
  ),
);

describe('a text that no database holds', () => {
  it('is looked for wherever a query takes one', () => {
    expect(places.map(({ place }) => place)).toEqual(
      expect.arrayContaining([
        'node(id: $text)',
        'nodes(ids: [$text])',
        'search(text: $text)',
        'department(code: $text)',
        'commitments(filter: { period: $text })',
        'commitments(after: $text)',
      ]),
    );
  });

  for (const [what, text] of Object.entries(unstorable)) {
    it.each(places)(`${what} is refused in $place`, async ({ query }) => {
      hub.statements.take();
      expectRefusal(await post({ query, variables: { text } }), { status: 400, code: 'BAD_USER_INPUT' });
      expect(hub.statements.take()).toEqual([]);
    });

    it(`${what} is found within a variable, which is named`, async () => {
      const query = 'query ($filter: CommitmentFilter) { commitments(filter: $filter) { totalCount } }';
      const answer = await post({ query, variables: { filter: { text } } });
      expectRefusal(answer, { status: 400, code: 'BAD_USER_INPUT' });
      expect(JSON.parse(answer.body).errors[0].message).toContain('"$filter"');
    });
  }

  it.each(['"a\\u0000b"', '"a\u0000b"', '"""a\u0000b"""'])(
    'is refused where the document itself has a null byte, and told by its place: %j',
    async (literal) => {
      const answer = await post({ query: `{\n  commitment(code: ${literal}) { code }\n}` });
      expectRefusal(answer, { status: 400, code: 'BAD_USER_INPUT' });
      expect(JSON.parse(answer.body).errors[0].locations).toEqual([{ line: 2, column: 20 }]);
    },
  );

  it.each(['"\\ud800"', '"\ud800"'])(
    'is no GraphQL where the document has half a pair: %j',
    async (literal) => {
      const answer = await post({ query: `{ commitment(code: ${literal}) { code } }` });
      expectRefusal(answer, { status: 400, code: 'GRAPHQL_PARSE_FAILED' });
    },
  );

  it('is found among 100,000 values', async () => {
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    // Numbers are ids too, and shorter than texts: the body must not become too large.
    const ids = [...Array(100_000).fill(1), '\u0000'];
    const answer = await post({ query, variables: { ids } });
    expectRefusal(answer, { status: 400, code: 'BAD_USER_INPUT' });
    expect(JSON.parse(answer.body).errors[0].message).toContain('"$ids"');
  });
});

describe('any other text', () => {
  it.each(['', 'é', '\ud83c\udf41', '\u0001', '\uffff', "'; drop table commitment; --", '%_\\', '\u202e'])(
    'is taken: %j',
    async (text) => {
      const answer = await post({
        query: 'query ($t: String!) { commitment(code: $t) { code } }',
        variables: { t: text },
      });
      expect(JSON.parse(answer.body)).toEqual({ data: { commitment: null } });
    },
  );
});

/** The ways to write a value of a type around the variable `$text`, with the type that the variable then has. */
function textsWithin(type: GraphQLInputType): { readonly written: string; readonly type: string }[] {
  if (isNonNullType(type)) return textsWithin(type.ofType);
  if (isListType(type)) {
    return textsWithin(type.ofType).map((within) => ({ ...within, written: `[${within.written}]` }));
  }
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).flatMap(({ name, type: of }) =>
      textsWithin(of).map((within) => ({ ...within, written: `{ ${name}: ${within.written} }` })),
    );
  }
  return type === GraphQLString || type === GraphQLID ? [{ written: '$text', type: type.name }] : [];
}

async function post(body: object | string) {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
  return refused(await fetch(`${hub.address}/graphql`, init));
}
