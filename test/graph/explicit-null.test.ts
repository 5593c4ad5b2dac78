import { TestHub } from '../setup/hub.js';

describe('an argument given as null', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await TestHub.start();
  });
  afterAll(() => hub.stop());

  it.each([
    ['references(direction: null, kinds: null, states: null)', 'references'],
    ['related(depth: null, direction: null)', 'related'],
    ['deliverables(kinds: null, topLevel: null)', 'deliverables'],
    ['reports(period: null, formerVersions: null)', 'reports'],
    ['activities(filter: null, first: null, after: null, last: null, before: null)', 'activities'],
    ['title(language: null)', 'title'],
  ])('is as good as none: %s', async (given, left) => {
    const selection = left === 'title' ? '' : '{ __typename }';
    const ask = (field: string) =>
      hub.query(`{ commitment(code: "ca-2016-2018/19") { field: ${field} ${selection} } }`);
    expect(await ask(given)).toEqual(await ask(left));
  });

  it('is as good as none for the direction of an order', async () => {
    const ask = (order: string) =>
      hub.query(`{ commitments(orderBy: ${order}, first: 3) { nodes { number } } }`);
    expect(await ask('{ field: NUMBER, direction: null }')).toEqual(await ask('{ field: NUMBER }'));
  });
});

describe('a date', () => {
  it('of the year 0, which PostgreSQL does not know, is refused', async () => {
    const hub = await TestHub.start();
    const { errors } = await hub.ask('{ activities(filter: { from: "0000-01-01" }) { totalCount } }');
    await hub.stop();
    expect(errors?.[0]?.message).toContain('0000-01-01');
    expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});
