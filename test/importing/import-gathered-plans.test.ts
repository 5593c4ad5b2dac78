import { existsSync, readFileSync } from 'node:fs';
import { TestHub } from '../setup/hub.js';
import { dumpDatabase } from './dump-database.js';
import { accepted, importText, talliesOf } from './import-text.js';
import { row, trackerText } from './tracker-text.js';

const gathered = (name: string) => new URL(`../../../shared/data/${name}`, import.meta.url);

if (existsSync(gathered('plan-2016-2018.json'))) {
  describe('the gathered plans', () => {
    let hub: TestHub;
    beforeEach(async () => {
      hub = await TestHub.start('sample');
    });
    afterEach(() => hub.stop());

    const dump = () => dumpDatabase(hub.database.dataSource);
    const importGathered = (name: string) =>
      importText(hub.database.dataSource, name, readFileSync(gathered(name)));

    it('overwrite no better text of the sample with a placeholder, and state nothing twice', async () => {
      // The sample leaves the end of term of commitment 19 open; the gathered plan does not.
      const facts = `{
        plan(code: "ca-2016-2018") {
          commitments(first: 22) {
            nodes {
              number title french: title(language: FR) description leads { code }
              deliverables { code text french: text(language: FR) }
              references { to { number } quote }
            }
          }
        }
      }`;
      const levels = `{
        plan(code: "ca-2016-2018") {
          commitments(first: 22) { nodes { number deliverables { completion } assessments { level } } }
        }
      }`;
      const others = async () =>
        (await hub.query(levels)).plan.commitments.nodes.filter(
          ({ number }: { number: number }) => number !== 19,
        );
      const before = [await hub.query(facts), await others()];
      expect((await importGathered('plan-2016-2018.json')).accepted).toBe(true);
      expect([await hub.query(facts), await others()]).toEqual(before);
      const partners = await hub.query('{ partners(first: 100) { nodes { code name } } }');
      expect(
        partners.partners.nodes.filter(({ name }: { name: string }) => name === 'Open Data Exchange'),
      ).toEqual([{ code: 'odx', name: 'Open Data Exchange' }]);
      const dumped = await dump();
      expect((await importGathered('plan-2016-2018.json')).accepted).toBe(true);
      expect(await dump()).toEqual(dumped);
    });

    it.each([
      ['plan-2018-2021.json', 'ca-2018-2021', [10, 56, 135]],
      ['plan-2022-2024.json', 'ca-2022-2024', [5, 19, 106]],
    ] as const)('%s has all commitments, milestones and indicators', async (file, code, expected) => {
      expect((await importGathered('departments.json')).accepted).toBe(true);
      expect((await importGathered(file)).accepted).toBe(true);
      const [rows] = await hub.database.dataSource.query(
        `select count(distinct c.id)::int as commitments,
          count(*) filter (where d.kind = 'MILESTONE' and d.parent_id is null)::int as milestones,
          count(*) filter (where d.kind = 'INDICATOR' and d.parent_id is not null)::int as indicators,
          count(*) filter (where d.text_en is null or d.text_fr is null or c.title_en is null or c.title_fr is null)::int as incomplete
        from commitment c join deliverable d on d.commitment_id = c.id where c.code like $1 || '/%'`,
        [code],
      );
      const [commitments, milestones, indicators] = expected;
      expect(rows).toEqual({ commitments, milestones, indicators, incomplete: 0 });
      const { plan } = await hub.query(
        `query ($code: String!) {
          plan(code: $code) {
            progress { total notReported }
            commitments(first: 100) { totalCount nodes { languages leads { code } deliverables { kind languages } } }
          }
        }`,
        { code },
      );
      expect(plan.progress).toEqual({ total: indicators, notReported: indicators });
      expect(plan.commitments.totalCount).toBe(commitments);
      const deliverables = plan.commitments.nodes.flatMap(
        (node: { deliverables: { kind: string; languages: string[] }[] }) => node.deliverables,
      );
      expect(deliverables.filter(({ kind }: { kind: string }) => kind === 'MILESTONE')).toHaveLength(
        milestones,
      );
      expect(deliverables.filter(({ kind }: { kind: string }) => kind === 'INDICATOR')).toHaveLength(
        indicators,
      );
      expect(deliverables.filter(({ languages }: { languages: string[] }) => languages.length < 2)).toEqual(
        [],
      );
      expect(plan.commitments.nodes.filter(({ leads }: { leads: unknown[] }) => leads.length === 0)).toEqual(
        [],
      );
    });

    it('of 2022-24 takes a tracker with a row for every indicator', async () => {
      expect((await importGathered('departments.json')).accepted).toBe(true);
      expect((await importGathered('plan-2022-2024.json')).accepted).toBe(true);
      const indicators = await hub.database.dataSource.query<{ code: string; slug: string }[]>(`
        select d.source_code as code, o.open_gov_slug as slug
        from deliverable d
          join commitment c on c.id = d.commitment_id
          join deliverable_lead l on l.deliverable_id = d.id
          join department o on o.id = l.department_id
        where d.kind = 'INDICATOR' and c.code like 'ca-2022-2024/%' order by 1, 2`);
      expect(new Set(indicators.map(({ code }) => code)).size).toBe(106);
      expect(indicators.map(({ code }) => code)).toEqual(expect.arrayContaining(['C05.2.01', 'C01.1.1']));
      const text = trackerText(
        ...indicators.map(({ code, slug }) =>
          row(code, { reporting_period: '2023-06', owner_org: slug, status: 'SP', progress_en: code }),
        ),
      );
      accepted(await importText(hub.database.dataSource, 'tracker.csv', text));
      const { plan } = await hub.query(`{
        plan(code: "ca-2022-2024") {
          progress { total notReported byLevel { level count } }
          commitments(first: 100) { nodes { deliverables(kinds: [INDICATOR]) { sourceCode completion results } } }
        }
      }`);
      expect(plan.progress).toMatchObject({ total: 106, notReported: 0 });
      expect(plan.progress.byLevel).toContainEqual({ level: 'SUBSTANTIAL', count: 106 });
      for (const { deliverables } of plan.commitments.nodes) {
        for (const { sourceCode, completion, results } of deliverables) {
          expect([completion, results]).toEqual(['SUBSTANTIAL', sourceCode]);
        }
      }
      const before = await dump();
      const again = accepted(await importText(hub.database.dataSource, 'tracker.csv', text));
      expect(Object.keys(talliesOf(again)['reports'] ?? {})).toEqual(['unchanged']);
      expect(await dump()).toEqual(before);
    });
  });
} else {
  console.info('Left out: the import of the gathered plans (not present).');
}
