import { TestHub } from '../setup/hub.js';

describe('the parts of things in the sample plan', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await TestHub.start();
  });
  afterAll(() => hub.stop());

  it('are, of a plan, its dates, rules, areas and periods', async () => {
    const { plan } = await hub.query(`{
      plan(code: "ca-2016-2018") {
        id start end rules reviewRequired priorityAreas
        periods { id key label start end due isOpen plan { code } }
      }
    }`);
    expect(plan).toEqual({
      id: 'ActionPlan:ca-2016-2018',
      start: '2016-07-01',
      end: '2018-06-30',
      rules: 'RULES_2016',
      reviewRequired: false,
      priorityAreas: expect.arrayContaining(['Open by default']),
      periods: [
        {
          id: 'ReportingPeriod:ca-2016-2018/mid-term',
          key: 'mid-term',
          label: 'Mid-term',
          start: '2016-07-01',
          end: '2017-06-30',
          due: null,
          isOpen: true,
          plan: { code: 'ca-2016-2018' },
        },
        expect.objectContaining({ key: 'end-of-term', end: '2018-06-30' }),
      ],
    });
  });

  it('are, of a commitment, who leads and who takes part, as the plan and as others state it', async () => {
    const { commitment } = await hub.query(`{
      commitment(code: "CA0056") {
        leads { __typename code } partners { code kind }
        actors { role statedBy position organization { code } deliverable { code } }
        ofOthers: actors(statedBy: OGP) { role organization { code } }
        supporting: actors(role: SUPPORT) { statedBy organization { code } }
        none: actors(role: PARTNER, statedBy: OGP) { role }
      }
    }`);
    expect(commitment.leads).toEqual([
      { __typename: 'Department', code: 'feddev' },
      { __typename: 'PartnerOrganization', code: 'odx' },
    ]);
    expect(commitment.partners).toEqual([
      { code: 'communitech', kind: 'OTHER' },
      { code: 'cdmn', kind: 'OTHER' },
      { code: 'opentext', kind: 'PRIVATE_SECTOR' },
      { code: 'd2l', kind: 'PRIVATE_SECTOR' },
      { code: 'uwaterloo', kind: 'ACADEMIA' },
    ]);
    expect(
      commitment.actors.map(
        ({
          statedBy,
          role,
          position,
          organization,
        }: Record<string, never> & { organization: { code: string } }) =>
          `${statedBy} ${role} ${position} ${organization.code}`,
      ),
    ).toEqual([
      'PLAN LEAD 1 feddev',
      'PLAN LEAD 2 odx',
      'PLAN PARTNER 1 communitech',
      'PLAN PARTNER 2 cdmn',
      'PLAN PARTNER 3 opentext',
      'PLAN PARTNER 4 d2l',
      'PLAN PARTNER 5 uwaterloo',
      'OGP LEAD 1 feddev',
      'OGP SUPPORT 1 odx',
    ]);
    expect(commitment.ofOthers).toEqual([
      { role: 'LEAD', organization: { code: 'feddev' } },
      { role: 'SUPPORT', organization: { code: 'odx' } },
    ]);
    expect(commitment.supporting).toEqual([{ statedBy: 'OGP', organization: { code: 'odx' } }]);
    expect(commitment.none).toEqual([]);
  });

  it('are, of a commitment, the levels that others give, apart from the completion reported', async () => {
    const { commitment } = await hub.query(`{
      commitment(code: "ca-2016-2018/5") {
        all: assessments { author scale level on period { key } commitment { number } deliverable { code } }
        schedule: assessments(author: GOVERNMENT, scales: [SCHEDULE]) { level statement period { key } }
        none: assessments(author: IRM, scales: [SCHEDULE]) { level }
      }
    }`);
    expect(commitment.all.length).toBeGreaterThan(2);
    expect(commitment.all.map(({ author }: { author: string }) => author)).toEqual(
      [...commitment.all.map(({ author }: { author: string }) => author)].sort(),
    );
    expect(commitment.schedule).toEqual([
      { level: 'ON_SCHEDULE', statement: null, period: { key: 'mid-term' } },
      {
        level: 'MOSTLY_ON_SCHEDULE',
        statement: 'Most deliverables on schedule.',
        period: { key: 'end-of-term' },
      },
    ]);
    expect(commitment.none).toEqual([]);
  });

  it('are, of an activity, who took part, what it touches, and when as far as that is known', async () => {
    const { activity } = await hub.query(`{
      activity(code: "odx-cross-canada-tour-2017") {
        id kind start end datePrecision places formats url
        departments { code } partners { code } commitments { number } legs { position }
      }
    }`);
    expect(activity).toEqual({
      id: 'EngagementActivity:odx-cross-canada-tour-2017',
      kind: 'TOUR',
      start: '2017-02-01',
      end: null,
      datePrecision: 'MONTH',
      places: ['Centres throughout Canada'],
      formats: ['IN_PERSON'],
      url: null,
      departments: [],
      partners: [{ code: 'odx' }],
      commitments: [{ number: 15 }, { number: 19 }],
      legs: [],
    });
  });

  it('are, of organizations, what else they are called', async () => {
    const data = await hub.query(`{
      department(code: "wage") { code gcOrgId openGovSlug abbreviation aliases { name from to } }
      partner(code: "uwaterloo") { code kind aliases website identifiers { scheme value } }
    }`);
    expect(data.department).toEqual({
      code: 'wage',
      gcOrgId: 2241,
      openGovSlug: 'wage',
      abbreviation: 'WAGE',
      aliases: [{ name: 'Status of Women Canada', from: null, to: '2018-12-12' }],
    });
    expect(data.partner).toEqual({
      code: 'uwaterloo',
      kind: 'ACADEMIA',
      aliases: [],
      website: 'https://uwaterloo.ca/',
      identifiers: [{ scheme: 'ROR', value: '01aff2v68' }],
    });
  });
});
