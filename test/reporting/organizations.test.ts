import { StewardHub } from './steward-hub.js';

const office = {
  code: 'ssc',
  gcOrgId: 2240,
  name: { en: 'Shared Services Canada', fr: 'Services partagés Canada' },
  abbreviation: { en: 'SSC', fr: 'SPC' },
  openGovSlug: 'ssc-spc',
  aliases: [{ name: 'Shared Services', from: '2011-08-04', to: '2012-06-29' }],
};
const club = {
  code: 'waterloo-club',
  name: { en: 'Waterloo Club' },
  kind: 'CIVIL_SOCIETY',
  aliases: ['The Club'],
  identifiers: [{ scheme: 'Wikidata', value: 'Q1' }],
  website: 'https://club.example',
};

let hub: StewardHub;
beforeEach(async () => {
  hub = await StewardHub.start();
});
afterEach(() => hub.stop());

const codeOf = async (name: string, kind: 'department' | 'partner' = 'department') => {
  const data = await hub.hub.query(`query ($name: String!) { found: ${kind}(code: $name) { code } }`, {
    name,
  });
  return data.found?.code ?? null;
};

describe('a department', () => {
  it('is made by a steward, with its aliases, and found by all its names', async () => {
    const { thing, changes } = await hub.done('createDepartment', office);
    expect(thing).toEqual({
      code: 'ssc',
      gcOrgId: 2240,
      name: 'Shared Services Canada',
      nameFr: 'Services partagés Canada',
      abbreviation: 'SSC',
      openGovSlug: 'ssc-spc',
      aliases: [{ name: 'Shared Services', from: '2011-08-04', to: '2012-06-29' }],
    });
    expect(changes).toEqual([{ kind: 'DEPARTMENT_ADDED', department: 'ssc' }]);
    for (const name of ['ssc', '2240', 'services partages canada', 'SPC', 'shared services']) {
      expect(await codeOf(name)).toBe('ssc');
    }
    expect(await hub.forbidden('createDepartment', office)).toBe('UNAUTHENTICATED');
    expect(await hub.forbidden('createDepartment', office, await hub.reporter('tbs'))).toBe('FORBIDDEN');
  });

  it('is told everything that is wrong with it at once', async () => {
    expect(
      await hub.refused('createDepartment', {
        ...office,
        code: 'tbs',
        gcOrgId: 2242,
        name: { en: 'STATISTICS  Canada', fr: '' },
        openGovSlug: 'TBS',
        aliases: [{ name: 'Old', from: '2012-01-01', to: '2011-01-01' }, { name: 'Old' }, { name: '' }],
      }),
    ).toEqual(
      expect.arrayContaining([
        'DUPLICATE code',
        'DUPLICATE gcOrgId',
        'DUPLICATE name.en',
        'REQUIRED name.fr',
        'INVALID openGovSlug',
        'INVALID aliases.0.to',
        'DUPLICATE aliases.1.name',
        'REQUIRED aliases.2.name',
      ]),
    );
    // The letters are Cyrillic.
    expect(await hub.refused('createDepartment', { ...office, code: 'ѕѕс', gcOrgId: 99 })).toEqual([
      'INVALID code',
      'INVALID gcOrgId',
    ]);
  });

  it('that is renamed keeps its former names as aliases, with the last day they were in use', async () => {
    const { thing, changes } = await hub.done('amendDepartment', {
      department: 'fin',
      name: { en: 'Money Canada', fr: 'Argent Canada' },
      renamedOn: '2026-04-01',
      reason: 'By order in council.',
    });
    expect(thing).toMatchObject({ code: 'fin', name: 'Money Canada', nameFr: 'Argent Canada' });
    expect(thing.aliases).toEqual(
      expect.arrayContaining([
        { name: 'Department of Finance Canada', from: null, to: '2026-03-31' },
        { name: 'Ministère des Finances Canada', from: null, to: '2026-03-31' },
        { name: 'Finance', from: null, to: null },
      ]),
    );
    expect(changes).toEqual([
      {
        kind: 'DEPARTMENT_AMENDED',
        department: 'fin',
        fields: ['aliases', 'name'],
        reason: 'By order in council.',
      },
    ]);
    for (const name of [
      'Department of Finance Canada',
      'ministere des finances canada',
      'Money Canada',
      'fin',
    ]) {
      expect(await codeOf(name)).toBe('fin');
    }
    const again = await hub.done('amendDepartment', {
      department: '2225',
      name: { en: 'Treasure Canada', fr: 'Trésor Canada' },
      renamedOn: '2028-01-01',
    });
    expect(again.thing.aliases).toEqual(
      expect.arrayContaining([
        { name: 'Department of Finance Canada', from: null, to: '2026-03-31' },
        { name: 'Money Canada', from: '2026-04-01', to: '2027-12-31' },
        { name: 'Argent Canada', from: '2026-04-01', to: '2027-12-31' },
      ]),
    );
  });

  it('that is renamed in one language keeps the other name, and ended yesterday unless it is said when', async () => {
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    const { thing } = await hub.done('amendDepartment', {
      department: 'Department:cra',
      name: { en: 'Revenue Canada' },
      addAliases: [{ name: 'Canada Revenue Agency', from: '2003-12-12' }, { name: 'The taxman' }],
    });
    expect(thing).toMatchObject({ name: 'Revenue Canada', nameFr: 'Agence du revenu du Canada' });
    expect(thing.aliases).toEqual([
      { name: 'Canada Revenue Agency', from: '2003-12-12', to: yesterday },
      { name: 'The taxman', from: null, to: null },
    ]);
    expect(await codeOf('canada revenue agency')).toBe('cra');
  });

  it('gets aliases, and loses none', async () => {
    const added = await hub.done('amendDepartment', {
      department: 'tbs',
      addAliases: [{ name: 'Treasury Board Secretariat', to: '2030-01-01' }, { name: 'The Board' }],
    });
    expect(added.thing.aliases).toEqual([
      { name: 'The Board', from: null, to: null },
      { name: 'Treasury Board Secretariat', from: null, to: '2030-01-01' },
    ]);
    expect(added.changes).toEqual([{ kind: 'DEPARTMENT_AMENDED', department: 'tbs', fields: ['aliases'] }]);
    const same = await hub.done('amendDepartment', {
      department: 'tbs',
      addAliases: [{ name: 'The Board' }],
    });
    expect(same.changes).toEqual([]);
    expect(
      await hub.refused('amendDepartment', {
        department: 'tbs',
        addAliases: [{ name: 'Treasury Board Secretariat', from: '2031-01-01' }],
      }),
    ).toEqual(['INVALID addAliases.0.from']);
    expect(await codeOf('the board')).toBe('tbs');
  });

  it('is named by what never changes, and loses what null is given for', async () => {
    expect(await hub.refused('amendDepartment', { department: 'Finance', gcOrgId: null })).toContain(
      'UNKNOWN department',
    );
    const { thing, changes } = await hub.done('amendDepartment', {
      department: '2225',
      gcOrgId: null,
      openGovSlug: null,
      abbreviation: { fr: null },
    });
    expect(thing).toMatchObject({ code: 'fin', gcOrgId: null, openGovSlug: null, abbreviation: 'FIN' });
    expect(changes).toEqual([
      { kind: 'DEPARTMENT_AMENDED', department: 'fin', fields: ['abbreviation', 'gcOrgId', 'openGovSlug'] },
    ]);
    expect(await hub.refused('amendDepartment', { department: 'fin', name: null })).toEqual([
      'REQUIRED name',
    ]);
    expect(
      await hub.refused('amendDepartment', { department: 'fin', name: { en: 'X' }, renamedOn: '0001-01-01' }),
    ).toEqual(['INVALID renamedOn']);
  });
});

describe('a partner organization', () => {
  it('is made by a steward, and found by all its names', async () => {
    const { thing, changes } = await hub.done('createPartner', club);
    expect(thing).toEqual({
      code: 'waterloo-club',
      name: 'Waterloo Club',
      kind: 'CIVIL_SOCIETY',
      aliases: ['The Club'],
      website: 'https://club.example',
      identifiers: [{ scheme: 'Wikidata', value: 'Q1' }],
    });
    expect(changes).toEqual([{ kind: 'PARTNER_ADDED', partner: 'waterloo-club' }]);
    for (const name of ['waterloo club', 'the club', 'Wikidata:Q1']) {
      expect(await codeOf(name, 'partner')).toBe('waterloo-club');
    }
    expect(await hub.forbidden('createPartner', club, await hub.reporter('tbs'))).toBe('FORBIDDEN');
  });

  it('is told everything that is wrong with it at once', async () => {
    expect(
      await hub.refused('createPartner', {
        ...club,
        code: 'odx',
        name: { en: 'open data EXCHANGE', fr: '<p>' },
        aliases: ['x', 'x', ''],
        identifiers: [
          { scheme: 'ROR', value: '01aff2v69' },
          { scheme: 'ROR', value: '01aff2v68' },
          { scheme: '', value: 'y' },
        ],
        website: 'example',
      }),
    ).toEqual(
      expect.arrayContaining([
        'DUPLICATE code',
        'DUPLICATE name.en',
        'INVALID name.fr',
        'DUPLICATE aliases.1',
        'REQUIRED aliases.2',
        'INVALID identifiers.0.value',
        'DUPLICATE identifiers.1.value',
        'REQUIRED identifiers.2.scheme',
        'INVALID website',
      ]),
    );
  });

  it('is told so in French', async () => {
    const { userErrors } = await hub.write(
      'createPartner',
      { ...club, identifiers: [{ scheme: 'ROR', value: '01aff2v69' }] },
      await hub.as({ roles: ['steward'] }, 'fr-CA'),
    );
    expect(userErrors[0].message).toContain('Un identifiant ROR compte neuf caractères');
  });

  it('that is renamed is found by its former name, and its lists are replaced as a whole', async () => {
    await hub.done('createPartner', club);
    const { thing, changes } = await hub.done('amendPartner', {
      partner: 'PartnerOrganization:waterloo-club',
      name: { en: 'Kitchener Club', fr: 'Club de Kitchener' },
      aliases: ['Klub'],
      identifiers: [{ scheme: 'Wikidata', value: 'Q2' }],
      website: null,
    });
    expect(thing).toMatchObject({
      name: 'Kitchener Club',
      aliases: ['Klub', 'Waterloo Club'],
      identifiers: [{ scheme: 'Wikidata', value: 'Q2' }],
      website: null,
    });
    expect(changes).toEqual([
      {
        kind: 'PARTNER_AMENDED',
        partner: 'waterloo-club',
        fields: ['aliases', 'identifiers', 'name', 'website'],
      },
    ]);
    expect(await codeOf('Waterloo Club', 'partner')).toBe('waterloo-club');
    expect(await codeOf('Wikidata:Q1', 'partner')).toBeNull();
    const emptied = await hub.done('amendPartner', {
      partner: 'waterloo-club',
      aliases: null,
      identifiers: [],
    });
    expect(emptied.thing).toMatchObject({ aliases: [], identifiers: [] });
    expect((await hub.done('amendPartner', { partner: 'waterloo-club', identifiers: [] })).changes).toEqual(
      [],
    );
    expect(await hub.refused('amendPartner', { partner: 'waterloo-club', name: null, kind: null })).toEqual([
      'REQUIRED name',
      'REQUIRED kind',
    ]);
  });
});
