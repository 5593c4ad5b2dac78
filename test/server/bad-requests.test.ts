import { TestHub } from '../setup/hub.js';
import { expectRefusal, type Refused, refused } from './refusal.js';

let hub: TestHub;

beforeAll(async () => {
  hub = await TestHub.start();
});

afterAll(() => hub.stop());

/** A well-formed request: refused with 400, or with 200 where only the older media type is accepted. */
type Document = readonly [what: string, code: string, request: object];

const nested = (depth: number, open: string, close: string, middle = '') =>
  open.repeat(depth) + middle + close.repeat(depth);

const documents: readonly Document[] = [
  ['an unknown field', 'GRAPHQL_VALIDATION_FAILED', { query: '{ commitment(code: "x") { nothing } }' }],
  [
    'an argument of the wrong type',
    'GRAPHQL_VALIDATION_FAILED',
    { query: '{ commitment(code: 5) { code } }' },
  ],
  ['a missing argument', 'GRAPHQL_VALIDATION_FAILED', { query: '{ commitment { code } }' }],
  [
    'an unknown language',
    'GRAPHQL_VALIDATION_FAILED',
    { query: '{ plan(code: "x") { title(language: DE) } }' },
  ],
  [
    'an unknown language in a variable',
    'BAD_USER_INPUT',
    {
      query: 'query ($language: Language) { plan(code: "x") { title(language: $language) } }',
      variables: { language: 'DE' },
    },
  ],
  [
    'a missing variable',
    'BAD_USER_INPUT',
    { query: 'query ($code: String!) { commitment(code: $code) { code } }' },
  ],
  [
    'more wrong variables than are worth listing',
    'BAD_USER_INPUT',
    {
      query: 'query ($kinds: [SearchKind!]) { search(text: "data", kinds: $kinds) { totalCount } }',
      variables: { kinds: Array(1_000).fill('WRONG') },
    },
  ],
  [
    'a number over 32 bits',
    'GRAPHQL_VALIDATION_FAILED',
    { query: '{ plan(code: "ca-2016-2018") { commitment(number: 2147483648) { code } } }' },
  ],
  [
    'a number over 32 bits in a variable',
    'BAD_USER_INPUT',
    {
      query: 'query ($number: Int!) { plan(code: "x") { commitment(number: $number) { code } } }',
      variables: { number: -2147483649 },
    },
  ],
  ['no GraphQL at all', 'GRAPHQL_PARSE_FAILED', { query: 'select 1' }],
  ['an unfinished document', 'GRAPHQL_PARSE_FAILED', { query: '{ commitment(code: "' }],
  ['5,000 tokens', 'GRAPHQL_PARSE_FAILED', { query: `{ ${'code '.repeat(5_000)} }` }],
  ['10,000 nested braces', 'GRAPHQL_PARSE_FAILED', { query: nested(10_000, '{ plan ', '}') }],
  ['3,900 opened brackets', 'GRAPHQL_PARSE_FAILED', { query: `{ search(text: ${'['.repeat(3_900)}` }],
  [
    '1,900 nested lists',
    'GRAPHQL_VALIDATION_FAILED',
    { query: `{ search(text: ${nested(1_900, '[', ']')}) { totalCount } }` },
  ],
  ['3,900 unknown fields', 'GRAPHQL_VALIDATION_FAILED', { query: `{ ${'nothing '.repeat(3_900)} }` }],
  [
    'a field that is named too often to compare',
    'GRAPHQL_VALIDATION_FAILED',
    { query: `{ ${'plans { nodes { code } } '.repeat(480)} }` },
  ],
  [
    'an unknown operation name',
    'OPERATION_RESOLUTION_FAILURE',
    { query: 'query One { __typename }', operationName: 'Two' },
  ],
  [
    'two operations and no name',
    'OPERATION_RESOLUTION_FAILURE',
    { query: 'query One { __typename } query Two { __typename }' },
  ],
];

describe('a well-formed request whose document is refused', () => {
  it.each(documents)(
    'for %s is answered 400 with %s in the newer media type',
    async (_what, code, request) => {
      expectRefusal(await post(request, 'application/graphql-response+json'), { status: 400, code });
    },
  );

  it.each(documents)('for %s is answered 200 with %s in the older one', async (_what, code, request) => {
    expectRefusal(await post(request, 'application/json'), { status: 200, code });
  });

  it.each([
    [
      'page size over 100',
      'PAGE_SIZE_OUT_OF_RANGE',
      '{ commitments(first: 100000) { totalCount nodes { code } } }',
    ],
    ['page size under 0', 'PAGE_SIZE_OUT_OF_RANGE', '{ commitments(last: -1) { nodes { code } } }'],
    ['cursor that is none', 'INVALID_CURSOR', '{ commitments(after: "Y3Vyc29y") { nodes { code } } }'],
    ['id that is none', 'BAD_USER_INPUT', '{ node(id: "nothing") { id } }'],
    ['search text that is empty', 'BAD_USER_INPUT', '{ search(text: " ") { totalCount } }'],
  ])('a %s is told as %s beside what else was asked for', async (_what, code, query) => {
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      const answer = await post({ query }, accept);
      expectRefusal(answer, { status: 200, code });
      expect(JSON.parse(answer.body)).toMatchObject({ errors: [{ path: [expect.any(String)] }] });
    }
  });

  it.each([
    ['Syntax Error: The document is nested too deeply.', `{ search(text: ${'['.repeat(3_900)}`],
    [/^The document names the same fields too often/, `{ ${'plans { nodes { code } } '.repeat(480)} }`],
  ])('is told of in words for its writer: %s', async (message, query) => {
    const { errors } = JSON.parse((await post({ query })).body);
    expect(errors).toEqual([expect.objectContaining({ message: expect.stringMatching(message) })]);
  });

  it('does not hide what fits in the int4 of a row number', async () => {
    const least = '{ plan(code: "ca-2016-2018") { commitment(number: -2147483648) { code } } }';
    expect(await hub.query(least)).toEqual({ plan: { commitment: null } });
    expect(await hub.query('{ node(id: "ReportEntry:999999999") { id } }')).toEqual({ node: null });
    expect(await hub.query('{ node(id: "ReportEntry:99999999999999") { id } }')).toEqual({ node: null });
  });

  it('takes bodies and variables that are deeper than a stack', async () => {
    const deep = nested(100_000, '[', ']');
    const ignored = await post(`{"query":"{ __typename }","more":${deep}}`);
    expect({ status: ignored.status, body: ignored.body.trim() }).toEqual({
      status: 200,
      body: '{"data":{"__typename":"Query"}}',
    });
    const query = 'query ($filter: CommitmentFilter) { commitments(filter: $filter) { totalCount } }';
    const body = `{"query":"${query}","variables":{"filter":${deep}}}`;
    expectRefusal(await post(body), { status: 200, code: 'BAD_USER_INPUT' });
  });

  it('takes variables of 200 kB', async () => {
    const query = 'query ($text: String!) { search(text: $text) { totalCount } }';
    const answer = await post({ query, variables: { text: 'x'.repeat(200_000) } });
    expectRefusal(answer, { status: 200, code: 'BAD_USER_INPUT' });
  });
});

describe('a malformed request', () => {
  it.each([
    ['no body', ''],
    ['malformed JSON', '{"query": "{ __typename }"'],
    ['a batch', '[{"query":"{ __typename }"}]'],
    ['a string', '"{ __typename }"'],
    ['a number', '5'],
    ['null', 'null'],
    ['an empty object', '{}'],
    ['no query', '{"variables":{}}'],
    ['an empty query', '{"query":""}'],
    ['a query that is a list', '{"query":["{ __typename }"]}'],
    ['a parsed document', '{"query":{"kind":"Document","definitions":[]}}'],
    ['variables that are a string', '{"query":"{ __typename }","variables":"{}"}'],
    ['the key __proto__', '{"query":"{ __typename }","__proto__":{"polluted":true}}'],
    [
      'the key __proto__ in variables',
      '{"query":"{ __typename }","variables":{"__proto__":{"polluted":true}}}',
    ],
    ['the key constructor', '{"query":"{ __typename }","constructor":{"prototype":{"polluted":true}}}'],
    [
      'a persisted query of another hash',
      '{"query":"{ __typename }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"0"}}}',
    ],
    [
      'a persisted query of another version',
      '{"extensions":{"persistedQuery":{"version":2,"sha256Hash":"0"}}}',
    ],
  ])('with %s is answered 400 in either media type', async (_what, body) => {
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      expectRefusal(await post(body, accept), { status: 400, code: 'BAD_REQUEST' });
    }
    expect({}).not.toHaveProperty('polluted');
  });

  it('with a body of 1 MB is answered 413', async () => {
    const answer = await post({ query: `{ __typename ${' '.repeat(1_000_000)} }` });
    expectRefusal(answer, { status: 413, code: 'PAYLOAD_TOO_LARGE' });
  });

  it.each([
    'text/plain',
    'text/html',
    'application/graphql',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonx',
    'json',
  ])('of the type %s is answered 415', async (type) => {
    const init = { method: 'POST', headers: { 'content-type': type }, body: '{"query":"{ __typename }"}' };
    const answer = await refused(await fetch(`${hub.address}/graphql`, init));
    expectRefusal(answer, { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' });
  });

  it('of no type is answered 415', async () => {
    const body = new Blob(['{"query":"{ __typename }"}']);
    const answer = await refused(await fetch(`${hub.address}/graphql`, { method: 'POST', body }));
    expectRefusal(answer, { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' });
  });
});

function post(body: object | string, accept = 'application/json'): Promise<Refused> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
  return fetch(`${hub.address}/graphql`, init).then(refused);
}
