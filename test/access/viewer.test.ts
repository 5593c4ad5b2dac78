import { TestHub } from '../setup/hub.js';
import { viewerOf } from './ask-as.js';
import { TestIssuer } from './test-issuer.js';
import { startTrusting } from './trusting-hub.js';

let issuer: TestIssuer;
let hub: TestHub;

beforeAll(async () => {
  issuer = await TestIssuer.start('https://login.example');
  hub = await startTrusting(issuer);
});

afterAll(async () => {
  await hub.stop();
  await issuer.stop();
});

const viewerWith = async (claims: Record<string, unknown>) => viewerOf(hub, await issuer.sign({ claims }));

describe('the viewer', () => {
  it('is null without a token', async () => {
    expect(await hub.query('{ viewer { subject } }')).toEqual({ viewer: null });
  });

  it('is what the token says, and what that allows', async () => {
    const exp = Math.floor(Date.now() / 1_000) + 300;
    const claims = { exp, sub: 'u1', name: 'Zoé', roles: ['publisher', 'reporter'], departments: ['tbs'] };
    expect(await viewerWith(claims)).toEqual({
      subject: 'https://login.example|u1',
      name: 'Zoé',
      roles: ['REPORTER', 'PUBLISHER'],
      departments: [{ code: 'tbs' }],
      everyDepartment: false,
      unknownDepartments: [],
      expiresAt: new Date(exp * 1_000).toISOString(),
      may: expect.arrayContaining(['submitReport', 'publishReport']),
    });
  });

  it('has nothing that the token does not say', async () => {
    expect(await viewerWith({ roles: undefined })).toMatchObject({
      name: null,
      roles: [],
      departments: [],
      everyDepartment: false,
      unknownDepartments: [],
      may: [],
    });
  });

  it('has departments like any others, whole', async () => {
    const token = await issuer.sign({ claims: { departments: [2242] } });
    const query = '{ viewer { departments { id name(language: FR) commitments(first: 1) { totalCount } } } }';
    const { viewer } = await hub.query(query, {}, { authorization: `Bearer ${token}` });
    expect(viewer.departments).toEqual([
      {
        id: 'Department:tbs',
        name: expect.stringContaining('Trésor'),
        commitments: { totalCount: expect.any(Number) },
      },
    ]);
  });

  it('costs one statement', async () => {
    const token = await issuer.sign({ claims: { departments: ['tbs', 2242, 'pch', 'nothing'] } });
    hub.statements.take();
    await viewerOf(hub, token);
    expect(hub.statements.take()).toHaveLength(1);
    await viewerOf(hub, await issuer.sign());
    expect(hub.statements.take()).toHaveLength(0);
  });
});

describe('a role in a token', () => {
  it('counts in lower case alone, and each once', async () => {
    const roles = ['steward', 'steward', 'Reporter', 'PUBLISHER', 'admin', 'registrar ', '', 5, null, {}];
    expect((await viewerWith({ roles })).roles).toEqual(['STEWARD']);
  });
});

describe('a department in a token', () => {
  it.each([
    ['its code', 'tbs'],
    ['its GC OrgID', 2242],
    ['the digits of its GC OrgID', '2242'],
  ])('is known by %s', async (_what, claim) => {
    const viewer = await viewerWith({ departments: [claim] });
    expect(viewer).toMatchObject({ departments: [{ code: 'tbs' }], unknownDepartments: [] });
  });

  it.each([
    'TBS',
    ' tbs',
    'Treasury Board Secretariat',
    'Treasury Board of Canada Secretariat',
    'SCT',
    'tbs-sct',
    'Department:tbs',
    'nothing',
    'tbs\u0000',
    '\ud800',
    '',
    '02242',
    '2242.0',
    '1',
    '99999999999999999999',
    1,
    -2242,
    2242.5,
    1e300,
    "tbs' or true --",
    '%',
  ])('is not known by anything else: %j', async (claim) => {
    const viewer = await viewerWith({ roles: ['reporter'], departments: [claim] });
    expect(viewer).toMatchObject({ departments: [], may: [] });
    expect(viewer.unknownDepartments).toHaveLength(1);
  });

  it('counts once, however it is named', async () => {
    const departments = ['tbs', 2242, '2242', 'tbs', 'pch', 'nothing', 'nothing'];
    expect(await viewerWith({ departments })).toMatchObject({
      departments: [{ code: 'pch' }, { code: 'tbs' }],
      unknownDepartments: ['nothing'],
    });
  });

  it('is every one for a publisher with "*", beside those that are named', async () => {
    const claims = { roles: ['publisher'], departments: ['*', 'tbs'] };
    expect(await viewerWith(claims)).toMatchObject({
      departments: [{ code: 'tbs' }],
      everyDepartment: true,
      unknownDepartments: [],
      may: ['publishReport', 'returnReport', 'withdrawReport'],
    });
  });

  it.each(['reporter', 'steward', 'registrar'])('is none for a %s with "*"', async (role) => {
    expect(await viewerWith({ roles: [role], departments: ['*'] })).toMatchObject({
      departments: [],
      everyDepartment: false,
      unknownDepartments: ['*'],
    });
  });
});

describe('a name in a token', () => {
  it.each([
    ['is cut to 200 characters', 'é'.repeat(500), 'é'.repeat(200)],
    ['is trimmed', '  Zoé ', 'Zoé'],
    ['is left out when it is blank', ' ', null],
    ['is left out when it is no text', { first: 'Zoé' }, null],
    ['is left out when it would steer a terminal', 'Zo\u001b[31m', null],
  ])('%s', async (_what, claim, name) => {
    expect((await viewerWith({ name: claim })).name).toBe(name);
  });
});

describe('a token of the hub’s own', () => {
  it('has a subject by its roles and departments, so that a newer one is the same caller’s', async () => {
    const local = await TestHub.start('sample');
    try {
      const [one, two] = await Promise.all(
        [
          ['reporter', 'publisher'],
          ['publisher', 'reporter'],
        ].map(async (roles) => {
          const given = { roles: roles as ['reporter'], departments: ['tbs', 'ircc'] };
          return viewerOf(local, await local.token(given));
        }),
      );
      expect(one.subject).toBe('urn:commitment-hub:local|local/publisher+reporter/ircc+tbs');
      expect(two.subject).toBe(one.subject);
      expect((await viewerOf(local, await local.token({ roles: ['steward'] }))).subject).toBe(
        'urn:commitment-hub:local|local/steward',
      );
      const named = await local.token({ roles: ['steward'], subject: 'Zoé', expiresIn: '2m' });
      expect((await viewerOf(local, named)).subject).toBe('urn:commitment-hub:local|Zoé');
    } finally {
      await local.stop();
    }
  });
});
