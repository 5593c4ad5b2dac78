import { TestHub } from '../setup/hub.js';
import { aPlan, saveFacts } from './save-facts.js';

describe('looking things up', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await TestHub.start();
  });
  afterAll(() => hub.stop());

  const find = async (field: string, code: string): Promise<string | null> => {
    const data = await hub.query(`query ($code: String!) { found: ${field}(code: $code) { id } }`, { code });
    return data.found?.id ?? null;
  };

  it.each([
    ['its code', 'tbs'],
    ['its code in capitals', 'TBS'],
    ['its GC OrgID', '2242'],
    ['its slug on the open-data portal', 'tbs-sct'],
    ['that slug in capitals', 'TBS-SCT'],
    ['its English name', 'Treasury Board of Canada Secretariat'],
    ['an alias', 'Treasury Board Secretariat'],
    ['an alias in small letters with other white space', 'treasury  board\tsecretariat'],
    ['its French abbreviation', 'sct'],
    ['its French name without accents', 'secretariat du conseil du tresor du canada'],
    ['its French name in capitals with accents', 'SECRÉTARIAT DU CONSEIL DU TRÉSOR DU CANADA'],
    ['its id', 'Department:tbs'],
    ['an id with another of its names', 'Department:2242'],
  ])('finds the Treasury Board Secretariat by %s', async (_, code) => {
    expect(await find('department', code)).toBe('Department:tbs');
  });

  it.each([
    ['its code', 'uwaterloo'],
    ['its name in small letters', 'university of waterloo'],
    ['an identifier with its scheme', 'ROR:01aff2v68'],
    ['that identifier in other case', 'ror:01AFF2V68'],
    ['its id', 'PartnerOrganization:uwaterloo'],
  ])('finds the University of Waterloo by %s', async (_, code) => {
    expect(await find('partner', code)).toBe('PartnerOrganization:uwaterloo');
  });

  it.each([
    ['an alias', 'Desire2Learn', 'd2l'],
    ['a French name without its accent', 'quebec', 'quebec'],
    ['a French name with its accent', 'QUÉBEC', 'quebec'],
    ['a name whose hyphen was left out', 'nouvelle ecosse', 'nova-scotia'],
  ])('finds a partner by %s', async (_, name, code) => {
    expect(await find('partner', name)).toBe(`PartnerOrganization:${code}`);
  });

  it.each([
    ['plan', 'ca-2016-2018', 'ActionPlan:ca-2016-2018'],
    ['plan', 'ActionPlan:ca-2016-2018', 'ActionPlan:ca-2016-2018'],
    ['commitment', 'ca-2016-2018/19', 'Commitment:ca-2016-2018/19'],
    ['commitment', 'CA0060', 'Commitment:ca-2016-2018/19'],
    ['commitment', 'Commitment:ca-2016-2018/19', 'Commitment:ca-2016-2018/19'],
    ['deliverable', 'ca-2016-2018/19.2', 'Deliverable:ca-2016-2018/19.2'],
    ['deliverable', 'Deliverable:ca-2016-2018/19.2', 'Deliverable:ca-2016-2018/19.2'],
    ['activity', 'serving-you-better-2016', 'EngagementActivity:serving-you-better-2016'],
    ['activity', 'EngagementActivity:serving-you-better-2016', 'EngagementActivity:serving-you-better-2016'],
  ])('finds with %s(code: "%s") what has the id %s', async (field, code, id) => {
    expect(await find(field, code)).toBe(id);
  });

  it('finds a commitment by its number within a plan', async () => {
    const { plan } = await hub.query(
      '{ plan(code: "ca-2016-2018") { last: commitment(number: 22) { code } none: commitment(number: 23) { code } zero: commitment(number: -1) { code } } }',
    );
    expect(plan).toEqual({ last: { code: 'ca-2016-2018/22' }, none: null, zero: null });
  });

  const fields = ['plan', 'commitment', 'deliverable', 'department', 'partner', 'activity'];
  const nothings = [
    ['a code that nothing has', 'no-such-thing'],
    ['an empty code', ''],
    ['punctuation alone', '—'],
    ['the id of another type', 'ReportingPeriod:ca-2016-2018/mid-term'],
    ['SQL', "' or true --"],
    ['a pattern', '%'],
    ['nearly as many characters as a request may have', 'É-'.repeat(80_000)],
  ] as const;
  it.each(fields.flatMap((field) => nothings.map(([what, code]) => [field, what, code])))(
    'answers null when %s is asked for %s',
    async (field, _, code) => {
      expect(await find(field, code)).toBeNull();
    },
  );

  it('looks up many things of one type with one statement', async () => {
    hub.statements.take();
    await hub.query(`{
      a: department(code: "tbs") { id } b: department(code: "2293") { id } c: department(code: "no") { id }
      d: commitment(code: "CA0060") { id } e: commitment(code: "ca-2016-2018/1") { id }
    }`);
    expect(hub.statements.take()).toHaveLength(2);
  });
});

describe('a name that several organizations have', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await TestHub.start('migrated');
    await saveFacts(hub, {
      departments: [
        { code: 'works', name: { en: 'Former Works' }, aliases: [{ name: 'Housing' }] },
        { code: 'homes', name: { en: 'Housing' }, aliases: [{ name: 'housing' }] },
        { code: 'sea', name: { en: 'Sea' }, aliases: [{ name: 'Fisheries', to: '2014-01-01' }] },
        {
          code: 'ocean',
          name: { en: 'Ocean' },
          aliases: [{ name: 'fisheries', to: '1999-01-01' }, { name: 'Fisheries' }],
        },
        { code: 'parks', name: { en: 'Land' }, aliases: [{ name: 'land' }] },
        { code: 'land', name: { en: 'Parks' }, aliases: [] },
      ],
      partners: [
        { code: 'lab', name: { en: 'First Laboratory' }, kind: 'OTHER', aliases: ['The Laboratory'] },
        { code: 'laboratory', name: { en: 'The Laboratory' }, kind: 'OTHER' },
      ],
      plans: [aPlan('xx-1')],
    });
  });
  afterAll(() => hub.stop());

  it.each([
    ['department', 'land', 'land', 'whose code it is, before the one that is called so'],
    ['department', 'Housing', 'homes', 'whose official name it is, before one that has it as an alias'],
    ['department', 'fisheries', 'ocean', 'that still uses the alias, before the one that used it until 2014'],
    ['partner', 'the laboratory', 'laboratory', 'whose name it is, before one that has it as an alias'],
  ])('names the %s "%s" as %s: the one %s', async (field, name, code) => {
    const data = await hub.query(`query ($name: String!) { found: ${field}(code: $name) { code } }`, {
      name,
    });
    expect(data.found).toEqual({ code });
  });
});
