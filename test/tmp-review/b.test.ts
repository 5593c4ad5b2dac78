import { both, on, ReportingHub, submitReports } from '../reporting/reporting-hub.js';
import { saveFacts } from '../graph/save-facts.js';

const show = (name: string, value: unknown) => process.stderr.write(`\n## ${name}: ${JSON.stringify(value)}\n`);

describe('review', () => {
  let hub: ReportingHub;
  let one: Record<string, string>;
  beforeEach(async () => { hub = await ReportingHub.start(); one = await hub.reporter('one'); });
  afterEach(() => hub.stop());
  it('digit code foreign withdraw', async () => {
    const steward = await hub.as({ roles: ['steward'] });
    await hub.hub.query('mutation { createDepartment(input: {code: "1001", name: {en: "Digits", fr: "D"}}) { userErrors { code } } }', {}, steward);
    await saveFacts(hub.hub, { reports: [{ ...on('p-2016'), department: '1001', entries: [{ deliverable: 'p-2016/1.1', completion: 'LIMITED' as const }] }] }).catch(e => show('save', String(e)));
    const codes = (await hub.hub.database.dataSource.query('select code, department_id from status_report'));
    const before = await hub.try('withdrawReport', { report: 'p-2016/1/first/1001/1', reason: 'x' }, one);
    await hub.hub.query('mutation { amendDepartment(input: {department: "one", name: {en: "First Office renamed"}}) { userErrors { code message } } }', {}, steward).then(r => show('amend', r));
    const after = await hub.try('withdrawReport', { report: 'p-2016/1/first/1001/1', reason: 'x' }, one);
    show('digit withdraw', [codes, before.errors?.[0]?.extensions.code, after.errors?.[0], after.data?.payload]);
  });
  it('pool', async () => {
    const ds = hub.hub.database.dataSource;
    const pg = (await import('pg')).default;
    const c = new pg.Client(hub.hub.database.url); await c.connect();
    await c.query('begin'); await c.query(`select from commitment where code='p-2016/1' for no key update`);
    const pending = Array.from({ length: 10 }, (_, i) => hub.try('submitReport', { ...on('p-2016'), entries: [{ deliverable: 'p-2016/1.1', completion: 'COMPLETE', results: both(`t${i}`) }] }, one));
    await new Promise((r) => setTimeout(r, 500));
    const t = Date.now();
    const r = await fetch(`${hub.hub.address}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: '{ plans { nodes { code } } }' }) });
    show('anonymous read while 10 wait', [r.status, Date.now() - t, await r.text()]);
    const h = await fetch(`${hub.hub.address}/health/ready`); show('ready', h.status);
    const rest = await Promise.all(pending);
    show('waiters', [Date.now() - t, rest[0]]);
    await c.query('rollback'); await c.end();
    void ds;
  }, 60000);
  it('aliases', async () => {
    const entries = [1, 2, 3].map((n) => ({ deliverable: `p-2016/1.${n}`, completion: 'LIMITED', results: both('x'.repeat(19000)), nextSteps: both('x'.repeat(19000)), challenges: both('x'.repeat(19000)) }));
    const A = { ...on('p-2016'), entries };
    const B = { ...A, entries: entries.map((e) => ({ ...e, results: both('y' + 'x'.repeat(18000)) })) };
    const n = 200;
    const doc = `mutation($a: SubmitReportInput!, $b: SubmitReportInput!) { ${Array.from({ length: n }, (_, i) => `m${i}: submitReport(input: $${i % 2 ? 'a' : 'b'}) { cursor }`).join(' ')} }`;
    const t = Date.now();
    const r = await hub.hub.ask(doc, { a: A, b: B }, one);
    const [size] = await hub.hub.database.dataSource.query(`select count(*)::int as versions, pg_size_pretty(sum(length(results_en)+length(results_fr)+length(next_steps_en)+length(next_steps_fr)+length(challenges_en)+length(challenges_fr))) as chars from report_entry`);
    show('aliases', [Date.now() - t, r.errors?.[0], Object.keys(r.data ?? {}).length, JSON.stringify({ doc, A, B }).length, size]);
  }, 120000);
  it('anonymous changes aliases', async () => {
    await hub.hub.database.dataSource.query(`insert into change (kind, acted_by, commitment_id) select 'COMMITMENT_AMENDED', 'x', (select min(id) from commitment) from generate_series(1, 300000)`);
    const n = 60;
    const doc = `{ ${Array.from({ length: n }, (_, i) => `c${i}: changes(filter: { since: "20${10 + i % 10}-01-01T00:00:00Z", direction: DOWN}, first: 1) { totalCount nodes { id } }`).join(' ')} }`;
    const t = Date.now();
    const r = await hub.hub.ask(doc);
    show('anonymous changes', [Date.now() - t, r.errors?.[0]]);
    show('explain', await hub.hub.database.dataSource.query(`explain (analyze, costs off) select h.* from change h where h.at >= now() - interval '1 minute' and h.kind = 'X' or (h.at >= now() + interval '1 day') order by h.id limit 101`));
  }, 120000);
});
