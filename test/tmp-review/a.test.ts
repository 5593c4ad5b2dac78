import { both, on, ReportingHub, submitReports } from '../reporting/reporting-hub.js';
import { saveFacts } from '../graph/save-facts.js';

const show = (name: string, value: unknown) => process.stderr.write(`\n## ${name}: ${JSON.stringify(value)}\n`);

describe('review', () => {
  let hub: ReportingHub;
  let one: Record<string, string>;
  beforeEach(async () => { hub = await ReportingHub.start(); one = await hub.reporter('one'); });
  afterEach(() => hub.stop());

  it('B import publishes drafts', async () => {
    const facts = { reports: [{ ...on('p-review'), entries: [{ deliverable: 'p-review/1.2', completion: 'LIMITED' as const }] }] };
    await saveFacts(hub.hub, facts);
    const d = await hub.write('saveReportDraft', { ...on('p-review'), entries: [{ deliverable: 'p-review/1.1', completion: 'COMPLETE', results: both('SECRET DRAFT') }] }, one);
    show('B draft', d.report.state);
    await saveFacts(hub.hub, facts); // identical re-import
    const { commitment } = await hub.hub.query('{ commitment(code: "p-review/1") { reports { code state entries { deliverable { code } completion results } } } }');
    show('B after identical re-import, anonymous reads', commitment.reports);
  });
  it('E bulk hides going down', async () => {
    const seq = await hub.hub.query(submitReports, { input: { mode: 'ALL_OR_NOTHING', reports: [
      { ...on('p-2016'), entries: [{ deliverable: 'p-2016/1.1', completion: 'COMPLETE' }] },
      { ...on('p-2016', 'one', 1, 'second'), entries: [{ deliverable: 'p-2016/1.1', completion: 'LIMITED' }] },
    ] } }, one);
    show('E bulk', seq.payload);
    show('E feed', await hub.feed());
  });
  it('E2 later first', async () => {
    await hub.write('submitReport', { ...on('p-2016', 'one', 1, 'second'), entries: [{ deliverable: 'p-2016/1.1', completion: 'LIMITED' }] }, one);
    const r = await hub.write('submitReport', { ...on('p-2016'), entries: [{ deliverable: 'p-2016/1.1', completion: 'COMPLETE' }] }, one);
    show('E2 ', r.userErrors);
  });
  it('MM surrogate in outcome', async () => {
    const bad = `${'x'.repeat(199)}😀`;
    const r = await hub.hub.ask(submitReports, { input: { mode: 'EACH_FOR_ITSELF', idempotencyKey: 'k', reports: [
      { ...on('p-2016'), entries: [{ deliverable: 'p-2016/1.1', completion: 'COMPLETE' }] },
      { ...on('p-2016', 'one', 3), entries: [{ deliverable: bad, completion: 'COMPLETE' }] },
    ] } }, one);
    show('MM with key', r);
  });
  it('C publishedOn', async () => {
    await hub.write('submitReport', { ...on('p-2016'), entries: [{ deliverable: 'p-2016/1.1', completion: 'COMPLETE' }] }, one);
    await hub.write('saveReportDraft', { ...on('p-2016', 'one', 3), entries: [{ deliverable: 'p-2016/3.1', completion: 'COMPLETE' }] }, one);
    await hub.write('submitReport', { ...on('p-2016', 'one', 3), entries: [] }, one);
    show('C', (await hub.hub.query('{ a: commitment(code: "p-2016/1") { reports { publishedOn publishedAt } } b: commitment(code: "p-2016/3") { reports { publishedOn } } }')));
  });
  it('W plan TOCTOU', async () => {
    const ds = hub.hub.database.dataSource;
    const runner = ds.createQueryRunner(); await runner.startTransaction();
    await runner.query(`select from commitment where code='p-2016/1' for no key update`);
    const pending = hub.write('submitReport', { ...on('p-2016'), entries: [{ deliverable: 'p-2016/1.1', completion: 'COMPLETE' }] }, one);
    await new Promise((r) => setTimeout(r, 300));
    const steward = await hub.as({ roles: ['steward'] });
    const amended = await hub.hub.query('mutation { amendPlan(input: {plan: "p-2016", reviewRequired: true}) { userErrors { code } cursor } }', {}, steward);
    await runner.commitTransaction(); await runner.release();
    show('W', [amended, (await pending).report.state, await hub.feed()]);
  });
  it('V stale withdraw', async () => {
    const full = { ...on('p-2016'), entries: [{ deliverable: 'p-2016/1.1', completion: 'COMPLETE' }, { deliverable: 'p-2016/1.2', completion: 'LIMITED' }] };
    const r = await hub.write('submitReport', full, one);
    await hub.write('withdrawReport', { report: r.report.code, reason: 'wrong' }, one);
    const s = await hub.write('submitReport', { ...on('p-2016'), ifVersion: 1, entries: [{ deliverable: 'p-2016/1.2', results: both('t') }] }, one);
    show('V', s);
  });
  it('closed withdraw', async () => {
    await saveFacts(hub.hub, { reports: [{ ...on('p-2016', 'one', 1, 'closed'), entries: [{ deliverable: 'p-2016/1.2', completion: 'LIMITED' as const }] }] });
    const r = await hub.write('withdrawReport', { report: 'p-2016/1/closed/one/1', reason: 'x' }, one);
    show('closed withdraw', [r.report, r.userErrors]);
    const again = await hub.write('submitReport', { ...on('p-2016', 'one', 1, 'closed'), entries: [{ deliverable: 'p-2016/1.2', completion: 'LIMITED' }] }, one);
    show('closed resubmit', again.userErrors);
  });
  it('withdraw after losing part', async () => {
    const r = await hub.write('submitReport', { ...on('p-2016'), entries: [{ deliverable: 'p-2016/1.1', completion: 'COMPLETE' }] }, one);
    await hub.hub.database.dataSource.query(`update commitment_actor set ended_on = current_date where department_id = (select id from department where code='one')`);
    const w = await hub.write('withdrawReport', { report: r.report.code, reason: 'x' }, one);
    show('withdraw uninvolved', w.userErrors);
  });
  it('F drafted entry of a lost part', async () => {
    await hub.write('saveReportDraft', { ...on('p-review'), entries: [{ deliverable: 'p-review/1.1', completion: 'COMPLETE' }] }, one);
    const q = (s: string) => hub.hub.database.dataSource.query(s);
    await q(`update commitment_actor a set deliverable_id = (select id from deliverable where code='p-review/1.2') from department d, commitment c where d.id=a.department_id and d.code='one' and c.id=a.commitment_id and c.code='p-review/1'`);
    const s = await hub.write('submitReport', { ...on('p-review'), entries: [{ deliverable: 'p-review/1.2', completion: 'COMPLETE' }] }, one);
    const p = await hub.write('publishReport', { report: s.report?.code ?? 'x' }, await hub.as({ roles: ['publisher'], departments: ['one'] }));
    show('F', [s.userErrors, p.userErrors, p.report]);
  });
  it('R parent', async () => {
    await saveFacts(hub.hub, { commitments: [{ plan: 'p-2018', number: 9, title: { en: 'x' }, actors: [{ organization: 'one', role: 'LEAD' }], deliverables: [{ position: 1, kind: 'MILESTONE', text: { en: 'm' }, children: [{ position: 1, kind: 'INDICATOR', text: { en: 'i' } }] }] }] });
    const s = await hub.write('submitReport', { ...on('p-2018', 'one', 9), entries: [{ deliverable: 'p-2018/9.1', completion: 'COMPLETE' }] }, one);
    const q = await hub.hub.query('{ commitment(code: "p-2018/9") { progress { total notReported byLevel { level count } } } }');
    show('R', [s.userErrors, s.changes.map((c: any) => `${c.kind} ${c.deliverable?.code} ${c.to}`), q]);
  });
  it('null dept', async () => {
    const q = (s: string) => hub.hub.database.dataSource.query(s);
    await q(`update department set gc_org_id=null where code='one'`);
    const r = await hub.hub.query(submitReports, { input: { mode: 'EACH_FOR_ITSELF', reports: [
      { ...on('p-2016'), entries: [{ deliverable: 'p-2016/1.1', completion: 'COMPLETE' }] },
      { ...on('p-2016', 'null', 3), entries: [{ deliverable: 'p-2016/3.1', completion: 'COMPLETE' }] },
    ] } }, one);
    show('null dept', r.payload.results);
  });
  it('digit code', async () => {
    const steward = await hub.as({ roles: ['steward'] });
    const made = await hub.hub.query('mutation { createDepartment(input: {code: "1001", name: {en: "Digits", fr: "D"}}) { department { code } userErrors { code message } } }', {}, steward);
    show('digit code', made);
    await hub.hub.query('mutation { assignActor(input: {commitment: "p-2016/1", organization: "1001", role: LEAD}) { userErrors { code message } } }', {}, steward).catch((e) => show('assign', String(e)));
    const r = await hub.try('submitReport', { ...on('p-2016', '1001'), entries: [{ deliverable: 'p-2016/1.1', completion: 'COMPLETE' }] }, one);
    show('digit submit as one/1001', [r.errors, r.data?.payload?.report?.code, r.data?.payload?.userErrors]);
  });
});
