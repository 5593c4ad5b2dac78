import { saveFacts } from '../graph/save-facts.js';
import { StewardHub } from './steward-hub.js';

let hub: StewardHub;
beforeEach(async () => {
  hub = await StewardHub.start();
});
afterEach(() => hub.stop());

const partsIn = async (commitment: string, includeEnded = false) => {
  const data = await hub.hub.query(
    `{ commitment(code: "${commitment}") {
      leads { code } partners { code } actors(statedBy: PLAN, includeEnded: ${includeEnded}) {
        role position endedOn organization { code }
      }
    } }`,
  );
  return data.commitment;
};
const leadsOf = async (commitment: string) =>
  (await partsIn(commitment)).leads.map(({ code }: { code: string }) => code);

const at = { plan: 'ca-2016-2018', commitment: 'ca-2016-2018/19' };

describe('a part in a commitment', () => {
  it('is given to a department or a partner by a steward alone', async () => {
    const input = {
      commitment: 'ca-2016-2018/19',
      organization: 'cra',
      role: 'SUPPORT',
      reason: 'It asked to.',
    };
    const { thing, changes } = await hub.done('assignActor', input);
    expect(thing).toEqual({
      id: expect.stringMatching(/^CommitmentActor:\d+$/),
      role: 'SUPPORT',
      position: 1,
      statedBy: 'PLAN',
      endedOn: null,
      organization: { code: 'cra' },
      deliverable: null,
      commitment: { code: 'ca-2016-2018/19' },
    });
    expect(changes).toEqual([
      { kind: 'ACTOR_CHANGED', ...at, department: 'cra', toRole: 'SUPPORT', reason: 'It asked to.' },
    ]);
    expect((await hub.done('assignActor', input)).changes).toEqual([]);
    const partner = await hub.done('assignActor', { ...input, organization: 'odx', role: 'PARTNER' });
    expect(partner.changes).toEqual([
      { kind: 'ACTOR_CHANGED', ...at, partner: 'odx', toRole: 'PARTNER', reason: 'It asked to.' },
    ]);
    expect(await hub.forbidden('assignActor', input)).toBe('UNAUTHENTICATED');
    expect(await hub.forbidden('assignActor', input, await hub.reporter('tbs'))).toBe('FORBIDDEN');
  });

  it('is told everything that is wrong with it at once', async () => {
    expect(
      await hub.refused('assignActor', {
        commitment: 'ca-2016-2018/19',
        deliverable: 'ca-2016-2018/2.1',
        organization: 'Treasury Board Secretariat',
        role: 'LEAD',
        position: 0,
        reason: '<b>',
      }),
    ).toEqual(['INVALID position', 'INVALID reason', 'MISPLACED deliverable', 'UNKNOWN organization']);
  });

  it('is one at a time: another role ends the one before', async () => {
    const { thing, changes } = await hub.done('assignActor', {
      commitment: 'ca-2016-2018/3',
      organization: '2242',
      role: 'SUPPORT',
    });
    expect(thing.role).toBe('SUPPORT');
    expect(changes).toEqual([
      {
        kind: 'ACTOR_CHANGED',
        plan: 'ca-2016-2018',
        commitment: 'ca-2016-2018/3',
        department: 'tbs',
        fromRole: 'LEAD',
        toRole: 'SUPPORT',
      },
    ]);
    expect(await leadsOf('ca-2016-2018/3')).toEqual(['statcan']);
  });

  it('stands where it is put, and the others move over', async () => {
    const { changes } = await hub.done('assignActor', {
      commitment: 'ca-2016-2018/4',
      organization: 'pspc',
      role: 'LEAD',
      position: 1,
    });
    expect(await leadsOf('ca-2016-2018/4')).toEqual(['pspc', 'tbs', 'lac']);
    expect(
      changes.map((change: Record<string, unknown>) => [change['department'], change['fields']]),
    ).toEqual([
      ['pspc', ['position']],
      ['tbs', ['position']],
      ['lac', ['position']],
    ]);
    await hub.done('assignActor', {
      commitment: 'ca-2016-2018/4',
      organization: 'cra',
      role: 'LEAD',
      position: 2,
    });
    expect(await leadsOf('ca-2016-2018/4')).toEqual(['pspc', 'cra', 'tbs', 'lac']);
    await hub.done('assignActor', {
      commitment: 'ca-2016-2018/4',
      organization: 'pspc',
      role: 'LEAD',
      position: 99,
    });
    expect(await leadsOf('ca-2016-2018/4')).toEqual(['cra', 'tbs', 'lac', 'pspc']);
  });

  it('is never deleted: it ends, stays to be read, and is taken up again', async () => {
    const named = { commitment: 'ca-2016-2018/3', organization: 'statcan', role: 'LEAD' };
    const { thing, changes } = await hub.done('removeActor', {
      ...named,
      endedOn: '2020-03-31',
      reason: 'Done.',
    });
    expect(thing).toMatchObject({ role: 'LEAD', endedOn: '2020-03-31' });
    expect(changes).toEqual([
      {
        kind: 'ACTOR_CHANGED',
        plan: 'ca-2016-2018',
        commitment: 'ca-2016-2018/3',
        department: 'statcan',
        fromRole: 'LEAD',
        reason: 'Done.',
      },
    ]);
    expect(await partsIn('ca-2016-2018/3')).toMatchObject({
      leads: [{ code: 'tbs' }],
      actors: [{ organization: { code: 'tbs' } }],
    });
    expect((await partsIn('ca-2016-2018/3', true)).actors).toContainEqual({
      role: 'LEAD',
      position: 2,
      endedOn: '2020-03-31',
      organization: { code: 'statcan' },
    });
    const { department, commitments, departments } = await hub.hub.query(`{
      department(code: "statcan") { commitments { nodes { code } } }
      commitments(filter: { department: "statcan" }) { nodes { code } }
      departments(filter: { plan: "ca-2016-2018", role: LEAD }, first: 100) { nodes { code } }
    }`);
    expect({ department, commitments }).toEqual({
      department: { commitments: { nodes: [] } },
      commitments: { nodes: [] },
    });
    expect(departments.nodes).not.toContainEqual({ code: 'statcan' });

    expect(await hub.refused('removeActor', named)).toEqual(['WRONG_STATE role']);
    expect(await hub.refused('removeActor', { actor: thing.id })).toEqual(['WRONG_STATE actor']);
    const again = await hub.done('assignActor', named);
    expect(again.thing).toMatchObject({ id: thing.id, endedOn: null, position: 2 });
    expect(again.changes).toEqual([expect.objectContaining({ kind: 'ACTOR_CHANGED', toRole: 'LEAD' })]);
  });

  it('that ended is not taken up again by importing', async () => {
    await hub.done('removeActor', { commitment: 'ca-2016-2018/3', organization: 'statcan', role: 'LEAD' });
    const before = await hub.newest();
    const { commitment } = await hub.hub.query(
      '{ commitment(code: "ca-2016-2018/3") { title(language: EN) } }',
    );
    await saveFacts(hub.hub, {
      commitments: [
        {
          plan: 'ca-2016-2018',
          number: 3,
          title: { en: commitment.title },
          actors: [
            { organization: 'tbs', role: 'LEAD' },
            { organization: 'statcan', role: 'LEAD' },
          ],
        },
      ],
    });
    expect(await leadsOf('ca-2016-2018/3')).toEqual(['tbs']);
    expect(await hub.newest()).toBe(before);
  });

  it('is named in one way, and ends no later than today', async () => {
    const named = { commitment: 'ca-2016-2018/3', organization: 'tbs', role: 'LEAD' };
    expect(await hub.refused('removeActor', { commitment: 'ca-2016-2018/3' })).toEqual(['REQUIRED actor']);
    expect(await hub.refused('removeActor', { ...named, actor: 'CommitmentActor:1' })).toEqual([
      'INVALID actor',
    ]);
    expect(await hub.refused('removeActor', { actor: 'CommitmentActor:99999' })).toEqual(['UNKNOWN actor']);
    expect(await hub.refused('removeActor', { ...named, role: 'SUPPORT' })).toEqual(['UNKNOWN role']);
    expect(await hub.refused('removeActor', { ...named, endedOn: '2999-01-01' })).toEqual([
      'INVALID endedOn',
    ]);
  });
});

describe('a level', () => {
  it('moves with the first lead', async () => {
    const report = async (department: string, completion: string) => {
      const { submitReport } = await hub.hub.query(
        `mutation { submitReport(input: {
          commitment: "ca-2016-2018/11", period: "end-of-term", department: "${department}", reason: "Checked."
          entries: [{ deliverable: "ca-2016-2018/11.1", completion: ${completion} }]
        }) { userErrors { message } } }`,
        {},
        await hub.reporter(department),
      );
      expect(submitReport.userErrors).toEqual([]);
    };
    await report('tbs', 'SUBSTANTIAL');
    await report('pch', 'LIMITED');
    const silently = await hub.try('removeActor', {
      commitment: 'ca-2016-2018/11',
      organization: 'tbs',
      role: 'LEAD',
    });
    expect(silently.data.payload).toMatchObject({
      changes: [],
      userErrors: [{ code: 'REASON_REQUIRED', field: ['reason'] }],
    });
    const { changes } = await hub.done('removeActor', {
      commitment: 'ca-2016-2018/11',
      organization: 'tbs',
      role: 'LEAD',
      reason: 'Heritage leads it alone.',
    });
    expect(changes).toEqual([
      expect.objectContaining({ kind: 'ACTOR_CHANGED', department: 'tbs', fromRole: 'LEAD' }),
      {
        kind: 'STATUS_CHANGED',
        plan: 'ca-2016-2018',
        commitment: 'ca-2016-2018/11',
        deliverable: 'ca-2016-2018/11.1',
        period: 'end-of-term',
        department: 'pch',
        from: 'SUBSTANTIAL',
        to: 'LIMITED',
        direction: 'DOWN',
        reason: 'Heritage leads it alone.',
      },
    ]);
    const back = await hub.done('assignActor', {
      commitment: 'ca-2016-2018/11',
      organization: 'tbs',
      role: 'LEAD',
      position: 1,
    });
    expect(back.changes).toContainEqual(
      expect.objectContaining({
        kind: 'STATUS_CHANGED',
        department: 'tbs',
        to: 'SUBSTANTIAL',
        direction: 'UP',
      }),
    );
  });
});
