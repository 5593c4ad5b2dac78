import { createSchema } from '../../src/server/schema.js';
import { type Answer, TestHub, type TestToken } from '../setup/hub.js';
import { policy } from './policy-table.js';

const title = { en: 'Title', fr: 'Titre' };
const report = { commitment: 'ca-2016-2018/19', period: 'end-of-term', department: 'tbs', entries: [] };
const activity = 'serving-you-better-2016';
const span = { start: '2030-01-01', end: '2030-12-31' };

/** An input of every mutation, on things of the departments tbs and cra. What it comes to is no matter here. */
const inputs: Readonly<Record<string, object>> = {
  saveReportDraft: report,
  submitReport: report,
  submitReports: { reports: [report], mode: 'EACH_FOR_ITSELF' },
  publishReport: { report: 'ca-2016-2018/19/end-of-term/tbs/9' },
  returnReport: { report: 'ca-2016-2018/19/end-of-term/tbs/9', reason: 'Why not.' },
  withdrawReport: { report: 'ca-2016-2018/19/end-of-term/tbs/9', reason: 'Why not.' },
  linkCommitments: { from: 'ca-2016-2018/19', to: 'ca-2016-2018/19' },
  unlinkCommitments: { from: 'ca-2016-2018/19', to: 'ca-2016-2018/1' },
  confirmReference: { from: 'ca-2016-2018/19', to: 'ca-2016-2018/1' },
  dismissReference: { from: 'ca-2016-2018/19', to: 'ca-2016-2018/1' },
  recordActivity: { code: 'no code', kind: 'SURVEY', title, organizations: ['tbs'] },
  amendActivity: { activity, url: 'no address' },
  withdrawActivity: { activity, reason: ' ' },
  createPlan: { code: 'no code', title, ...span, rules: 'RULES_2016' },
  amendPlan: { plan: 'none' },
  createPeriod: { plan: 'none', key: 'first', label: title, ...span },
  amendPeriod: { period: 'none/first' },
  createCommitment: { plan: 'none', number: 1, title },
  amendCommitment: { commitment: 'none/1' },
  createDeliverable: { commitment: 'none/1', position: 1, kind: 'DELIVERABLE', text: title },
  amendDeliverable: { deliverable: 'none/1.1' },
  createDepartment: { code: 'no code', name: title },
  amendDepartment: { department: 'none' },
  createPartner: { code: 'no code', name: title, kind: 'OTHER' },
  amendPartner: { partner: 'none' },
  assignActor: { commitment: 'none/1', organization: 'tbs', role: 'LEAD' },
  removeActor: { commitment: 'none/1', organization: 'tbs', role: 'LEAD' },
  recordAssessment: { commitment: 'none/1', author: 'IRM', scale: 'IRM_COMPLETION', level: 'LIMITED' },
  amendAssessment: { commitment: 'none/1', author: 'IRM', scale: 'IRM_COMPLETION', level: 'LIMITED' },
};

const [head = [], ...lines] = policy
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const written = lines.filter(([action = '']) => !action.startsWith('read'));
type Role = TestToken['roles'][number];
const cases = written.flatMap(([mutation = '', ...scopes]) =>
  scopes.map((scope, at) => [mutation, (head[at] ?? '') as Role, scope] as const),
);

describe('the mutations', () => {
  let hub: TestHub;
  let before: unknown;
  const feed = async () => (await hub.query('{ changes { totalCount } }')).changes.totalCount;
  beforeAll(async () => {
    hub = await TestHub.start();
    before = await feed();
  });
  afterAll(() => hub.stop());

  it('are those of the policy, and each is tried here', () => {
    const mutations = Object.keys(createSchema().getMutationType()?.getFields() ?? {}).sort();
    expect(written.map(([mutation]) => mutation).sort()).toEqual(mutations);
    expect(Object.keys(inputs).sort()).toEqual(mutations);
  });

  async function call(mutation: string, token: TestToken | null): Promise<Answer> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const headers = token === null ? {} : { authorization: `Bearer ${await hub.token(token)}` };
    return hub.ask(
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { cursor userErrors { code } } }`,
      { input: inputs[mutation] },
      headers,
    );
  }

  const refusal = ({ errors }: Answer) => errors?.map(({ extensions }) => extensions.code).join() ?? 'let in';

  it.each(cases)('let in for %s by a %s: %s', async (mutation, role, scope) => {
    const own = await call(mutation, { roles: [role], departments: ['tbs', 'cra'] });
    const foreign = await call(mutation, { roles: [role], departments: ['dfo'] });
    const departmentless = await call(mutation, { roles: [role], departments: [] });
    const none = await call(mutation, { roles: [], departments: ['tbs', 'cra'] });
    const foreigners = scope === 'any' ? 'let in' : 'FORBIDDEN';
    expect([own, foreign, departmentless, none].map(refusal)).toEqual([
      scope === '-' ? 'FORBIDDEN' : 'let in',
      foreigners,
      foreigners,
      'FORBIDDEN',
    ]);
  });

  it.each(written.map(([mutation = '']) => mutation))(
    'let nobody in for %s without a token',
    async (mutation) => {
      expect(refusal(await call(mutation, null))).toBe('UNAUTHENTICATED');
    },
  );

  it('have saved nothing by all of this', async () => {
    expect(await feed()).toBe(before);
  });
});
