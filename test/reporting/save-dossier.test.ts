import { CompletionLevel } from '../../src/model/completion-level.js';
import type { DossierInput } from '../../src/reporting/dossier.js';
import { cloneDatabase, type TestDatabase } from '../setup/databases.js';
import { StatementCounter } from '../setup/statement-counter.js';
import { problemsOf, save } from './save.js';

const statements = new StatementCounter();
let database: TestDatabase;
beforeEach(async () => {
  database = await cloneDatabase('migrated', { logger: statements });
});
afterEach(() => database.drop());

/** So many of everything, each naming others; the first number tells them from those of other files. */
function many(count: number, first: number): DossierInput {
  const numbers = Array.from({ length: count }, (_, at) => first + at);
  const plan = `xx-${first}-plan`;
  const period = { label: { en: 'Period' }, start: '2030-01-01', end: '2030-12-31' };
  return {
    departments: numbers.map((number) => ({
      code: `office-${number}`,
      gcOrgId: number,
      name: { en: `Office ${number}` },
      aliases: [{ name: `Bureau ${number}` }],
    })),
    partners: numbers.map((number) => ({
      code: `club-${number}`,
      name: { en: `Club ${number}` },
      kind: 'OTHER',
      identifiers: [{ scheme: 'X', value: String(number) }],
    })),
    plans: [
      {
        code: plan,
        title: { en: 'Plan' },
        start: '2030-01-01',
        end: '2030-12-31',
        rules: '2016',
        periods: numbers.map((number) => ({ key: `p-${number}`, ...period })),
      },
    ],
    commitments: numbers.map((number) => ({
      plan,
      number,
      title: { en: `Promise ${number}` },
      actors: [
        { organization: `Bureau ${number}`, role: 'LEAD' },
        { organization: `Club ${number}`, role: 'PARTNER' },
      ],
      deliverables: [
        {
          position: 1,
          kind: 'MILESTONE',
          text: { en: 'M' },
          children: [{ position: 1, kind: 'INDICATOR', text: { en: 'I' } }],
        },
      ],
    })),
    reports: numbers.map((number) => ({
      commitment: `${plan}/${number}`,
      period: `p-${number}`,
      department: `Office ${number}`,
      entries: [{ deliverable: `${plan}/${number}.1.1`, completion: CompletionLevel.LIMITED }],
    })),
    references: numbers.slice(1).map((number) => ({
      from: `${plan}/${number}`,
      to: `${plan}/${first}`,
      deliverable: `${plan}/${number}.1`,
      period: `p-${number}`,
    })),
    activities: numbers.map((number) => ({
      code: `tour-${first}-${number}`,
      kind: 'TOUR',
      title: { en: 'Tour' },
      commitments: [`${plan}/${number}`],
      organizations: [`club-${number}`],
    })),
    assessments: numbers.map((number) => ({
      commitment: `${plan}/${number}`,
      deliverable: `${plan}/${number}.1`,
      period: `p-${number}`,
      author: 'GOVERNMENT',
      scale: 'SCHEDULE',
      level: 'COMPLETED',
    })),
  };
}

describe('a dossier', () => {
  it('takes as many statements to save for hundreds of things of each sort as for a few', async () => {
    // What connecting took is not counted.
    statements.take();
    await save(database, many(3, 1_000));
    const forThree = statements.take().length;
    await save(database, many(200, 2_000));
    expect(statements.take()).toHaveLength(forThree);
  });

  it('may have others state unknown actors, which costs a warning, but not the plan', async () => {
    await save(database, many(1, 1_000));
    const stated = (statedBy: 'PLAN' | 'OGP'): DossierInput => ({
      commitments: [
        {
          plan: 'xx-1000-plan',
          number: 1_000,
          title: { en: 'Promise 1000' },
          actors: [{ organization: 'Moon Office', role: 'LEAD', statedBy }],
        },
      ],
    });
    const told =
      'commitments[0].actors[0].organization: No department or partner organization is known by this name; import it first.';
    expect(await problemsOf(database, stated('OGP'))).toEqual([`warning: ${told}`]);
    expect(await problemsOf(database, stated('PLAN'))).toEqual([`error: ${told}`]);
  });

  it('keeps the places of actors, also of one that is not known yet', async () => {
    await save(database, many(3, 1_000));
    const led = (...names: readonly string[]): DossierInput => ({
      commitments: [
        {
          plan: 'xx-1000-plan',
          number: 1_500,
          title: { en: 'Promise 1500' },
          actors: names.map((organization) => ({ organization, role: 'LEAD', statedBy: 'OGP' })),
        },
      ],
    });
    const places = () =>
      database.dataSource.query(
        `select d.code, a.position from commitment_actor a join department d on d.id = a.department_id
         where a.stated_by = 'OGP' order by a.position`,
      );
    await save(database, led('office-1001', 'office-1000'));
    expect(await places()).toEqual([
      { code: 'office-1001', position: 1 },
      { code: 'office-1000', position: 2 },
    ]);
    await save(database, led('office-1000', 'office-1001', 'office-1000'));
    expect(await places()).toEqual([
      { code: 'office-1000', position: 1 },
      { code: 'office-1001', position: 2 },
    ]);
  });
});
