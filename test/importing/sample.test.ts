import { loadSampleOnce } from '../../src/importing/sample.js';
import { TestHub } from '../setup/hub.js';
import { dumpDatabase } from './dump-database.js';
import { accepted, importObject } from './import-text.js';
import { aPlan } from './single-facts.js';

let hub: TestHub;
beforeEach(async () => {
  hub = await TestHub.start('migrated');
});
afterEach(() => hub.stop());

const load = () => loadSampleOnce(hub.database.dataSource);
const dump = () => dumpDatabase(hub.database.dataSource);

describe('the sample plan', () => {
  it('is loaded into an empty hub: all departments, and 22 commitments with their leads', async () => {
    expect(await load()).toBe(true);
    const { departments, plan } = await hub.query(`{
      departments(first: 100) { totalCount }
      plan(code: "ca-2016-2018") {
        periods { key } commitments(first: 100) { totalCount nodes { number languages leads { code } } }
      }
    }`);
    expect(departments.totalCount).toBe(27);
    expect(plan.periods.map(({ key }: { key: string }) => key)).toEqual(['mid-term', 'end-of-term']);
    expect(plan.commitments.totalCount).toBe(22);
    const { nodes } = plan.commitments;
    expect(
      nodes.map(({ number }: { number: number }) => number).sort((a: number, b: number) => a - b),
    ).toEqual(Array.from({ length: 22 }, (_, at) => at + 1));
    expect(nodes.filter(({ leads }: { leads: unknown[] }) => leads.length === 0)).toEqual([]);
    expect(nodes.filter(({ languages }: { languages: string[] }) => languages.length < 2)).toEqual([]);
  });

  it('has commitment 19 substantial in both deliverables at mid-term, and open at the end of term', async () => {
    await load();
    const { commitment } = await hub.query(`{
      commitment(code: "ca-2016-2018/19") {
        leads { name }
        deliverables { position completion currentPeriod { key } }
        midTerm: reports(period: "mid-term") { version department { code } }
        endOfTerm: reports(period: "end-of-term") { version }
        references { to { number } quote }
      }
    }`);
    const atMidTerm = { completion: 'SUBSTANTIAL', currentPeriod: { key: 'mid-term' } };
    expect(commitment).toEqual({
      leads: [{ name: 'Treasury Board of Canada Secretariat' }],
      deliverables: [
        { position: 1, ...atMidTerm },
        { position: 2, ...atMidTerm },
      ],
      midTerm: [{ version: 1, department: { code: 'tbs' } }],
      endOfTerm: [],
      references: [
        { to: { number: 20 }, quote: 'As noted in the Commitment 20 update' },
        { to: { number: 22 }, quote: 'The Commitment 22 update describes' },
      ],
    });
  });

  it('is loaded once only, and changes nothing the second time', async () => {
    await load();
    const before = await dump();
    expect(await load()).toBe(false);
    expect(await dump()).toEqual(before);
  });

  it('is loaded once where two hubs start at the same time', async () => {
    await Promise.all([load(), load()]);
    const counts = await hub.database.dataSource.query(`
      select (select count(*)::int from commitment) as commitments,
        (select count(*)::int from status_report where version > 1) as amended,
        (select count(*)::int from commitment_actor where position > 10) as beyond`);
    expect(counts).toEqual([{ commitments: 22, amended: 0, beyond: 0 }]);
  });

  it('stays away from a hub that has a plan of its own', async () => {
    accepted(await importObject(hub.database.dataSource, { plans: [aPlan()] }));
    const before = await dump();
    expect(await load()).toBe(false);
    expect(await dump()).toEqual(before);
  });
});
