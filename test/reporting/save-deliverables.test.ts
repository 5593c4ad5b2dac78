import type { DossierInput } from '../../src/reporting/dossier.js';
import { cloneDatabase, type TestDatabase } from '../setup/databases.js';
import { problemsOf, save } from './save.js';

type Deliverable = NonNullable<NonNullable<DossierInput['commitments']>[number]['deliverables']>[number];

const plan = 'xx-2030-2032';
let database: TestDatabase;
beforeEach(async () => {
  database = await cloneDatabase('migrated');
  await save(database, {
    plans: [
      {
        code: plan,
        title: { en: 'Plan' },
        start: '2030-01-01',
        end: '2032-12-31',
        rules: '2022',
        periods: [{ key: '2030-06', label: { en: 'June' }, start: '2030-04-01', end: '2030-06-30' }],
      },
    ],
  });
});
afterEach(() => database.drop());

const holding = (...deliverables: readonly Deliverable[]): DossierInput => ({
  commitments: [{ plan, number: 5, title: { en: 'Promise' }, deliverables: [...deliverables] }],
});
const indicator = (position: number, sourceCode: string) =>
  ({ position, kind: 'INDICATOR', sourceCode, text: { en: sourceCode } }) as const;
const milestone = (...children: readonly ReturnType<typeof indicator>[]): Deliverable => ({
  position: 2,
  kind: 'MILESTONE',
  sourceCode: 'C05.2',
  text: { en: 'Milestone' },
  children: [...children],
});
const stored = () =>
  database.dataSource.query(`
    select d.code, p.code as parent, d.source_code as source, d.text_en as en, d.text_fr as fr
    from deliverable d left join deliverable p on p.id = d.parent_id order by d.code`);

describe('deliverables', () => {
  it('stand below their milestones, wherever in the file these come', async () => {
    await save(database, holding(milestone(indicator(1, 'C05.2.01'), indicator(3, 'C05.2.1'))));
    const code = `${plan}/5.2`;
    expect(await stored()).toMatchObject([
      { code, parent: null, source: 'C05.2' },
      { code: `${code}.1`, parent: code, source: 'C05.2.01' },
      { code: `${code}.3`, parent: code, source: 'C05.2.1' },
    ]);
  });

  it('keep their source codes, so that what was reported under one never turns up under another', async () => {
    await save(database, holding(milestone(indicator(1, 'C05.2.1'))));
    expect(
      await problemsOf(database, holding(milestone(indicator(1, 'C05.2.01'), indicator(2, 'C05.2.1')))),
    ).toEqual([
      'error: commitments[0].deliverables[0].children[0].sourceCode: ' +
        `The deliverable ${plan}/5.2.1 has the source code "C05.2.1", which does not change.`,
    ]);
  });

  it('may get a source code later', async () => {
    const { sourceCode: _, ...without } = indicator(1, 'C05.2.1');
    await save(database, holding({ ...milestone(), children: [without] }));
    await save(database, holding(milestone(indicator(1, 'C05.2.1'))));
    expect(await stored()).toMatchObject([{ source: 'C05.2' }, { source: 'C05.2.1' }]);
  });

  it('take a placeholder for their text only where they have none', async () => {
    const one = { position: 1, kind: 'DELIVERABLE' } as const;
    const placeholder = { ...one, text: { en: 'Deliverable 1', fr: 'Livrable 1' }, textIsPlaceholder: true };
    await save(database, holding(placeholder));
    expect(await stored()).toMatchObject([{ en: 'Deliverable 1', fr: 'Livrable 1' }]);
    await save(database, holding({ ...one, text: { en: 'Talk more', fr: 'Parler plus' } }));
    const { tallies } = await save(database, holding(placeholder));
    expect(tallies.get('deliverables')).toEqual({ created: 0, amended: 0, unchanged: 1 });
    expect(await stored()).toMatchObject([{ en: 'Talk more', fr: 'Parler plus' }]);
  });
});
