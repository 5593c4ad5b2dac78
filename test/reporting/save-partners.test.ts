import type { DossierInput } from '../../src/reporting/dossier.js';
import { cloneDatabase, type TestDatabase } from '../setup/databases.js';
import { save } from './save.js';

type Partner = NonNullable<DossierInput['partners']>[number];

const odx: Partner = {
  code: 'odx',
  name: { en: 'Open Data Exchange' },
  kind: 'PRIVATE_SECTOR',
  aliases: ['The Exchange'],
  website: 'https://odx.example/',
  identifiers: [{ scheme: 'ROR', value: '01aff2v68' }],
};
/** What a file says that only names it. */
const named: Partner = { code: 'open-data-exchange', name: { en: 'open data exchange' }, kind: 'OTHER' };

let database: TestDatabase;
beforeEach(async () => {
  database = await cloneDatabase('migrated');
});
afterEach(() => database.drop());

const stored = () =>
  database.dataSource.query(`
    select p.code, p.name_en as en, p.name_fr as fr, p.kind, p.aliases, p.website,
      array(select scheme || ':' || value from partner_identifier i where i.partner_id = p.id) as identifiers
    from partner_organization p order by p.id`);

describe('a partner organization that is known by its name', () => {
  it('keeps its code and all that is stored of it when a file only names it', async () => {
    await save(database, { partners: [odx] });
    const before = await stored();
    const { tallies } = await save(database, { partners: [named] });
    expect(tallies.get('partner organizations')).toEqual({ created: 0, amended: 0, unchanged: 1 });
    expect(await stored()).toEqual(before);
  });

  it('keeps its code and takes over what a file knows better, whichever came first', async () => {
    await save(database, { partners: [named] });
    const { tallies } = await save(database, {
      partners: [{ ...odx, name: { en: 'Open Data Exchange', fr: 'Bourse de données' } }],
    });
    expect(tallies.get('partner organizations')).toEqual({ created: 0, amended: 1, unchanged: 0 });
    expect(await stored()).toEqual([
      {
        code: 'open-data-exchange',
        en: 'open data exchange',
        fr: 'Bourse de données',
        kind: 'PRIVATE_SECTOR',
        aliases: ['The Exchange', 'odx'],
        website: 'https://odx.example/',
        identifiers: ['ROR:01aff2v68'],
      },
    ]);
  });

  it('is found by the code of the file too, in that file and in later ones', async () => {
    await save(database, { partners: [named], departments: [{ code: 'one', name: { en: 'Office' } }] });
    const plan = {
      code: 'xx-2030-2032',
      title: { en: 'Plan' },
      start: '2030-01-01',
      end: '2032-12-31',
      rules: '2016' as const,
      periods: [{ key: 'only', label: { en: 'Only' }, start: '2030-01-01', end: '2032-12-31' }],
    };
    const led = (number: number) => ({
      plan: plan.code,
      number,
      title: { en: `Promise ${number}` },
      actors: [{ organization: 'odx', role: 'LEAD' as const }],
    });
    await save(database, { partners: [odx], plans: [plan], commitments: [led(1)] });
    await save(database, { commitments: [led(2)] });
    const leads = await database.dataSource.query(
      'select p.code from commitment_actor a join partner_organization p on p.id = a.partner_id',
    );
    expect(leads).toEqual([{ code: 'open-data-exchange' }, { code: 'open-data-exchange' }]);
  });

  it('is changed no further by the same file', async () => {
    await save(database, { partners: [named] });
    await save(database, { partners: [odx] });
    const before = await stored();
    const { tallies } = await save(database, { partners: [odx] });
    expect(tallies.get('partner organizations')).toEqual({ created: 0, amended: 0, unchanged: 1 });
    expect(tallies.get('identifiers')).toEqual({ created: 0, amended: 0, unchanged: 1 });
    expect(await stored()).toEqual(before);
  });
});

describe('what else a partner organization is called', () => {
  it('is added to, and never lost', async () => {
    await save(database, { partners: [{ ...odx, aliases: ['The Exchange', 'The Exchange'] }] });
    await save(database, { partners: [{ ...odx, aliases: ['ODX Inc.'] }] });
    expect(await stored()).toMatchObject([{ aliases: ['The Exchange', 'ODX Inc.'] }]);
  });
});
