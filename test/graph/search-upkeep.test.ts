import { TestHub } from '../setup/hub.js';
import { insertReport } from './insert-report.js';
import { aCommitment, aPlan, deliverables, saveFacts } from './save-facts.js';

describe('what search finds', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await TestHub.start('migrated');
    await saveFacts(hub, {
      departments: [{ code: 'ab', name: { en: 'Bread' }, aliases: [{ name: 'Bakery' }] }],
      partners: [{ code: 'mill', name: { en: 'Mill' }, kind: 'OTHER', aliases: ['Grinder'] }],
      plans: [aPlan('one')],
      commitments: [aCommitment('one', 1, { deliverables: deliverables(1) })],
      activities: [{ code: 'fair', kind: 'OTHER', title: { en: 'Fair' } }],
    });
  });
  afterAll(() => hub.stop());

  const ids = async (text: string): Promise<string[]> => {
    const { search } = await hub.query(
      'query ($text: String!) { search(text: $text) { nodes { subject { ... on Node { id } } } } }',
      { text },
    );
    return search.nodes.map(({ subject }: { subject: { id: string } }) => subject.id);
  };
  const run = (statement: string) => hub.database.dataSource.query(statement);

  it.each([
    ['a commitment renamed', `update commitment set title_en = 'Xylophone'`, 'xylophone', 'Commitment:one/1'],
    [
      'a commitment described',
      `update commitment set description_fr = 'Violoncelle'`,
      'violoncelle',
      'Commitment:one/1',
    ],
    ['a commitment given a code', `update commitment set ogp_code = 'XX1234'`, 'xx1234', 'Commitment:one/1'],
    [
      'a deliverable reworded',
      `update deliverable set text_fr = 'Clarinette'`,
      'clarinette',
      'Deliverable:one/1.1',
    ],
    ['a department renamed', `update department set name_fr = 'Trompette'`, 'trompette', 'Department:ab'],
    [
      'a department given an abbreviation',
      `update department set abbreviation_en = 'QRSTU'`,
      'qrstu',
      'Department:ab',
    ],
    [
      'an alias added',
      `insert into department_alias (department_id, name) select id, 'Harpsichord' from department`,
      'harpsichord',
      'Department:ab',
    ],
    [
      'an alias changed',
      `update department_alias set name = 'Bassoon' where name = 'Bakery'`,
      'bassoon',
      'Department:ab',
    ],
    [
      'a partner renamed',
      `update partner_organization set name_en = 'Tambourine'`,
      'tambourine',
      'PartnerOrganization:mill',
    ],
    [
      'a partner given an alias',
      `update partner_organization set aliases = aliases || array['Glockenspiel']`,
      'glockenspiel',
      'PartnerOrganization:mill',
    ],
    [
      'an activity renamed',
      `update engagement_activity set title_en = 'Accordion'`,
      'accordion',
      'EngagementActivity:fair',
    ],
    [
      'an activity’s outcome noted',
      `update engagement_activity set heard_en = 'Ukulele'`,
      'ukulele',
      'EngagementActivity:fair',
    ],
  ])('follows %s', async (_, statement, text, id) => {
    expect(await ids(text)).toEqual([]);
    await run(statement);
    expect(await ids(text)).toEqual([id]);
    // Words that came later are found with typing errors, too.
    if (!/\d/.test(text)) expect(await ids(`${text.slice(0, -2)}${text.at(-1)}${text.at(-2)}`)).toContain(id);
  });

  it('follows an alias taken back', async () => {
    expect(await ids('bassoon')).toEqual(['Department:ab']);
    await run(`delete from department_alias where name = 'Bassoon'`);
    expect(await ids('bassoon')).toEqual([]);
  });

  it('follows what is current of a deliverable’s reports', async () => {
    const report = { commitment: 'one/1', department: 'ab', version: 1, state: 'PUBLISHED' as const };
    await insertReport(hub, {
      ...report,
      period: 'first',
      levels: { 'one/1.1': 'LIMITED' },
      results: 'Sousaphone',
    });
    expect(await ids('sousaphone')).toEqual(['Deliverable:one/1.1']);
    await insertReport(hub, {
      ...report,
      period: 'second',
      levels: { 'one/1.1': 'COMPLETE' },
      results: 'Theremin',
    });
    expect(await ids('theremin')).toEqual(['Deliverable:one/1.1']);
    expect(await ids('sousaphone')).toEqual([]);
    expect(
      (await hub.query('{ commitments(filter: { text: "theremin" }) { nodes { code } } }')).commitments.nodes,
    ).toEqual([{ code: 'one/1' }]);
  });

  it('follows what is imported', async () => {
    await saveFacts(hub, {
      partners: [{ code: 'dulcimer', name: { en: 'Zither' }, kind: 'OTHER' }],
      commitments: [aCommitment('one', 2, { title: { en: 'Bandoneon' }, deliverables: deliverables(1) })],
    });
    expect(await ids('zither')).toEqual(['PartnerOrganization:dulcimer']);
    expect(await ids('dulcimer')).toEqual(['PartnerOrganization:dulcimer']);
    expect(await ids('bandoneon')).toEqual(['Commitment:one/2']);
  });
});
