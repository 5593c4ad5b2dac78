import { readdirSync, readFileSync } from 'node:fs';
import { parse, validate } from 'graphql';
import { createSchema } from '../../src/server/schema.js';
import { TestHub } from '../setup/hub.js';

const folder = new URL('../../schema/operations/', import.meta.url);
const examples = readdirSync(folder)
  .sort()
  .map((file) => [file, readFileSync(new URL(file, folder), 'utf8')] as const);

describe('the ready example', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await TestHub.start();
  });
  afterAll(() => hub.stop());

  it('is there, several times', () => {
    expect(examples.map(([file]) => file)).toEqual(
      expect.arrayContaining(['1-commitment.graphql', '3-search.graphql']),
    );
  });

  it.each(examples)('%s says what it is for and fits the schema', (_, document) => {
    expect(document).toMatch(/^# .+\.\n/);
    expect(validate(createSchema(), parse(document))).toEqual([]);
  });

  it.each(examples)('%s is answered in both languages, each its own', async (_, document) => {
    const english = await hub.query(document, {}, { 'accept-language': 'en' });
    const french = await hub.query(document, {}, { 'accept-language': 'fr' });
    for (const data of [english, french]) {
      for (const found of Object.values(data)) expect(found).not.toBeNull();
      // An example that finds nothing teaches nothing.
      expect(JSON.stringify(data)).not.toMatch(/^\{"[a-z]+":\{"totalCount":0/);
    }
    expect(french).not.toEqual(english);
  });

  it('of paging leads to the next page', async () => {
    const [, document = ''] = examples.find(([file]) => file.includes('commitments')) ?? [];
    const { commitments } = await hub.query(document);
    expect(commitments.pageInfo.hasNextPage).toBe(true);
    const next = await hub.query(document, { after: commitments.pageInfo.endCursor });
    expect(next.commitments.edges.length).toBe(commitments.totalCount - commitments.edges.length);
  });
});
