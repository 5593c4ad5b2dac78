import type { DossierInput } from '../../src/reporting/dossier.js';
import { TestHub } from '../setup/hub.js';
import { importObject, refusalOf } from './import-text.js';
import { activity, commitment, department, partner, report } from './single-facts.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start();
});
afterAll(() => hub.stop());

describe('a file of the hub’s own data is refused for', () => {
  it('everything that is wrong with it, all at once', async () => {
    const facts: DossierInput = {
      departments: [department('moon', { gcOrgId: 2242 })],
      commitments: [
        commitment(30, { ogpCode: 'CA0060' }),
        commitment(31, { actors: [{ organization: 'sun', role: 'LEAD' }] }),
      ],
      reports: [report({ period: 'never', department: 'sun' })],
      activities: [activity({ organizations: ['sun'] })],
    };
    expect(refusalOf(await importObject(hub.database.dataSource, facts)).map(({ column }) => column)).toEqual(
      [
        'departments[0].gcOrgId',
        'commitments[0].ogpCode',
        'commitments[1].actors[0].organization',
        'reports[0].period',
        'reports[0].department',
        'activities[0].organizations[0]',
      ],
    );
  });

  it('more than the database can hold, instead of failing', async () => {
    // Some 200,000 words, each another one, are more than PostgreSQL's full-text search takes of one thing.
    const words = (at: number) =>
      Array.from({ length: 2_500 }, (_, place) => (36 ** 5 + at * 2_500 + place).toString(36));
    const aliases = Array.from({ length: 80 }, (_, at) => words(at).join(' '));
    const [problem, ...others] = refusalOf(
      await importObject(hub.database.dataSource, { partners: [partner('moon', { aliases })] }),
    );
    expect(others).toEqual([]);
    expect(problem?.message).toMatch(
      /^This contradicts what the hub holds, or is more than it can hold: .*tsvector/,
    );
  });
});
