import { refreshStatus } from '../../src/reporting/report/refresh-status.js';
import { TestHub } from '../setup/hub.js';
import { insertReport } from './insert-report.js';

/** Everything a reader could learn about commitment 19 and its department from reports. */
const everything = `{
  commitment(code: "ca-2016-2018/19") {
    reports { id } all: reports(formerVersions: true) { id } latest: reports(period: "end-of-term") { id }
    progress { notReported byLevel { level count } overPeriods { period { key } byLevel { level count } } }
    deliverables {
      completion results currentReport { id } currentPeriod { key }
      reports { id } all: reports(formerVersions: true) { id }
    }
    citation(style: APA, retrieved: "2026-11-23")
  }
  plan(code: "ca-2016-2018") {
    progress { notReported byLevel { level count } byDepartment { department { code } byLevel { level count } } }
  }
  department(code: "tbs") { reports { totalCount nodes { id } } progress { byLevel { level count } } }
  commitments(filter: { completion: [COMPLETE] }) { totalCount nodes { code } }
  period: commitments(filter: { period: "end-of-term" }) { totalCount nodes { code } }
  notReported: commitments(filter: { notReported: true }) { totalCount }
  words: commitments(filter: { text: "zeppelin" }) { totalCount }
  search(text: "zeppelin") { totalCount nodes { score } }
}`;

describe.each(['DRAFT', 'SUBMITTED', 'RETURNED'] as const)('a report in the state %s', (state) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await TestHub.start();
  });
  afterAll(() => hub.stop());

  it('is in no list, no level, no count, no filter, no search and no citation', async () => {
    const before = await hub.query(everything);
    const ids = await insertReport(hub, {
      commitment: 'ca-2016-2018/19',
      period: 'end-of-term',
      department: 'tbs',
      version: 1,
      state,
      levels: { 'ca-2016-2018/19.1': 'COMPLETE', 'ca-2016-2018/19.2': 'COMPLETE' },
      results: 'We bought a zeppelin.',
    });
    expect(ids).toHaveLength(3);
    expect(await hub.query(everything)).toEqual(before);
    expect(await hub.query('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })).toEqual({
      nodes: [null, null, null],
    });
  });

  it('is not read through a later version either', async () => {
    const report = {
      commitment: 'ca-2016-2018/2',
      period: 'mid-term',
      department: 'tbs',
      levels: { 'ca-2016-2018/2.1': 'LIMITED' },
    };
    await insertReport(hub, { ...report, version: 1, state: 'WITHDRAWN' });
    await insertReport(hub, { ...report, version: 2, state });
    await insertReport(hub, { ...report, version: 3, state: 'PUBLISHED' });
    const { commitment } = await hub.query(`{
      commitment(code: "ca-2016-2018/2") {
        reports(period: "mid-term") {
          version previousVersion { version state previousVersion { version } }
        }
        all: reports(period: "mid-term", formerVersions: true) { version state }
      }
    }`);
    expect(commitment).toEqual({
      reports: [{ version: 3, previousVersion: { version: 1, state: 'WITHDRAWN', previousVersion: null } }],
      all: [
        { version: 3, state: 'PUBLISHED' },
        { version: 1, state: 'WITHDRAWN' },
      ],
    });
  });

  it('is seen by the same query once it is published', async () => {
    const { manager } = hub.database.dataSource;
    await manager.query(
      `update status_report set state = 'PUBLISHED', published_at = now() where code like '%/19/end-of-term/tbs/1'`,
    );
    const deliverables = await manager.query<{ id: number }[]>(
      `select id from deliverable where code like 'ca-2016-2018/19.%'`,
    );
    await refreshStatus(
      manager,
      deliverables.map(({ id }) => id),
    );
    const seen = await hub.query(everything);
    expect(seen.commitment.latest).toHaveLength(1);
    expect(seen.commitment.deliverables[0]).toMatchObject({
      completion: 'COMPLETE',
      results: 'We bought a zeppelin.',
      currentPeriod: { key: 'end-of-term' },
    });
    expect(seen.commitment.citation).toContain('End of term');
    expect(seen.words.totalCount).toBe(1);
    expect(seen.search.totalCount).toBe(2);
  });
});
