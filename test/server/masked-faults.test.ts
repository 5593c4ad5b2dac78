import { LoggedHub } from './logged-hub.js';
import { expectNoInternals, expectRefusal, refused } from './refusal.js';

let hub: LoggedHub;

beforeAll(async () => {
  hub = await LoggedHub.start();
});

afterAll(() => hub.stop());

afterEach(() => hub.takeErrors());

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe('a fault of the hub', () => {
  beforeAll(() => hub.database.dataSource.query('drop table assessment cascade'));

  it('is told by nothing but an id, which the log holds with the whole of it', async () => {
    const query = '{ commitment(code: "ca-2016-2018/19") { code assessments { level } } }';
    const answer = await ask({ query });
    const [error] = JSON.parse(answer.body).errors;
    expectRefusal(answer, { status: 200, code: 'INTERNAL_SERVER_ERROR' });
    expect(error.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', id: expect.stringMatching(id) });
    expect(error.message).toContain(error.extensions.id);
    expect(hub.takeErrors()).toEqual([
      expect.objectContaining({
        errorId: error.extensions.id,
        err: expect.objectContaining({
          type: 'QueryFailedError',
          message: expect.stringContaining('relation "assessment" does not exist'),
          stack: expect.stringContaining('assessment'),
        }),
      }),
    ]);
  });

  it('leaves what else was asked for where it may be null', async () => {
    const query = `{
      department(code: "tbs") { code }
      commitment(code: "ca-2016-2018/19") { assessments { level } }
    }`;
    const { data, errors } = JSON.parse((await ask({ query })).body);
    expect(data).toEqual({ department: { code: 'tbs' }, commitment: null });
    expect(errors).toMatchObject([{ path: ['commitment', 'assessments'] }]);
  });

  it('has an id of its own each time', async () => {
    const query = '{ commitment(code: "ca-2016-2018/19") { assessments { level } } }';
    const ids = [];
    for (let time = 0; time < 2; time++)
      ids.push(JSON.parse((await ask({ query })).body).errors[0].extensions.id);
    expect(new Set(ids).size).toBe(2);
    expect(hub.takeErrors().map(({ errorId }) => errorId)).toEqual(ids);
  });
});

describe('a fault of the request', () => {
  it.each([
    '{ nothing }',
    '{ commitments(first: 1000) { totalCount } }',
    '{ node(id: "nothing") { id } }',
    'no GraphQL',
  ])('is no error in the log: %s', async (query) => {
    await ask({ query });
    expect(hub.takeErrors()).toEqual([]);
  });
});

describe('an end of the database', () => {
  beforeAll(() => hub.database.dataSource.destroy());

  it('is told by nothing but ids', async () => {
    const answer = await ask({
      query: '{ one: plan(code: "a") { code } two: department(code: "b") { code } }',
    });
    expectNoInternals(answer.body);
    const { errors } = JSON.parse(answer.body);
    expect(errors).toHaveLength(2);
    expect(errors).toEqual(
      errors.map(() =>
        expect.objectContaining({
          extensions: { code: 'INTERNAL_SERVER_ERROR', id: expect.stringMatching(id) },
        }),
      ),
    );
    expect(hub.takeErrors()).toHaveLength(2);
  });

  it('leaves what needs no database', async () => {
    expect(JSON.parse((await ask({ query: '{ __typename }' })).body)).toEqual({
      data: { __typename: 'Query' },
    });
  });
});

async function ask(request: object) {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  };
  return refused(await fetch(`${hub.address}/graphql`, init));
}
