import { CompletionLevel } from '../../src/model/completion-level.js';
import { OgpValue } from '../../src/model/ogp-value.js';
import type { DossierInput } from '../../src/reporting/dossier.js';
import { TestHub } from '../setup/hub.js';
import { dumpDatabase } from './dump-database.js';
import { accepted, importObject, talliesOf } from './import-text.js';

let hub: TestHub;
beforeEach(async () => {
  hub = await TestHub.start('migrated');
});
afterEach(() => hub.stop());

const importFacts = (facts: DossierInput) => importObject(hub.database.dataSource, facts);
const dump = () => dumpDatabase(hub.database.dataSource);

describe('what a file of the hub’s own data does not say', () => {
  it('stays as it is', async () => {
    const full: DossierInput = {
      departments: [
        {
          code: 'mo',
          gcOrgId: 4001,
          name: { en: 'Moon Office', fr: 'Bureau de la lune' },
          abbreviation: { en: 'MO' },
          openGovSlug: 'mo-bl',
          aliases: [{ name: 'Lunar Office' }],
        },
      ],
      partners: [
        {
          code: 'club',
          name: { en: 'Star Club', fr: 'Club' },
          kind: 'ACADEMIA',
          aliases: ['Stars'],
          website: 'https://stars.example',
          identifiers: [{ scheme: 'ROR', value: '01aff2v68' }],
        },
      ],
      plans: [
        {
          code: 'xx-2016-2018',
          title: { en: 'P', fr: 'P' },
          start: '2016-07-01',
          end: '2018-06-30',
          rules: '2016',
          reviewRequired: true,
          priorityAreas: [{ en: 'Light' }],
          periods: [
            {
              key: 'only',
              label: { en: 'Only', fr: 'Seule' },
              start: '2016-07-01',
              end: '2018-06-30',
              due: '2018-07-31',
              open: false,
            },
          ],
        },
      ],
      commitments: [
        {
          plan: 'xx-2016-2018',
          number: 1,
          ogpCode: 'XX0001',
          title: { en: 'T', fr: 'T' },
          problem: { en: 'p' },
          ogpValues: [OgpValue.TRANSPARENCY],
          policyAreas: ['a'],
          pages: ['https://a.example/'],
          actors: [{ organization: 'mo', role: 'LEAD' }],
          deliverables: [
            {
              position: 1,
              kind: 'DELIVERABLE',
              sourceCode: 'C01.1',
              text: { en: 'D', fr: 'L' },
              dueDate: '2017-06-30',
              duePrecision: 'MONTH',
              deadline: { en: 'soon' },
            },
          ],
        },
      ],
      reports: [
        {
          commitment: 'xx-2016-2018/1',
          period: 'only',
          department: 'mo',
          publishedOn: '2018-07-01',
          entries: [
            {
              deliverable: 'xx-2016-2018/1.1',
              completion: CompletionLevel.LIMITED,
              results: { en: 'r', fr: 'r' },
              evidence: [{ url: 'https://a.example/e' }],
            },
          ],
        },
      ],
      activities: [
        {
          code: 'tour',
          kind: 'TOUR',
          title: { en: 'Tour' },
          summary: { en: 's' },
          start: '2017-01-01',
          end: '2017-02-01',
          datePrecision: 'DAY',
          places: [{ en: 'Ottawa' }],
          formats: ['ONLINE'],
          organizations: ['mo'],
          commitments: ['xx-2016-2018/1'],
          legs: [
            { position: 1, place: { en: 'Ottawa' }, start: '2017-01-01', reportUrl: 'https://a.example/leg' },
          ],
          url: 'https://a.example/tour',
        },
      ],
      assessments: [
        {
          commitment: 'xx-2016-2018/1',
          author: 'IRM',
          scale: 'IRM_AMBITION',
          level: 'HIGH',
          on: '2018-01-01',
          statement: { en: 'well' },
        },
      ],
    };
    const bare: DossierInput = {
      departments: [{ code: 'mo', name: { en: 'Moon Office' } }],
      partners: [{ code: 'club', name: { en: 'Star Club' }, kind: 'OTHER' }],
      plans: [
        {
          code: 'xx-2016-2018',
          title: { en: 'P' },
          start: '2016-07-01',
          end: '2018-06-30',
          rules: '2016',
          periods: [{ key: 'only', label: { en: 'Only' }, start: '2016-07-01', end: '2018-06-30' }],
        },
      ],
      commitments: [
        {
          plan: 'xx-2016-2018',
          number: 1,
          title: { en: 'T' },
          deliverables: [{ position: 1, kind: 'DELIVERABLE', text: { en: 'D' } }],
        },
      ],
      reports: [
        {
          commitment: 'xx-2016-2018/1',
          period: 'only',
          department: 'mo',
          entries: [{ deliverable: 'xx-2016-2018/1.1' }],
        },
      ],
      activities: [
        {
          code: 'tour',
          kind: 'TOUR',
          title: { en: 'Tour' },
          legs: [{ position: 1, place: { en: 'Ottawa' } }],
        },
      ],
      assessments: [{ commitment: 'xx-2016-2018/1', author: 'IRM', scale: 'IRM_AMBITION', level: 'HIGH' }],
    };
    accepted(await importFacts(full));
    const before = await dump();
    const again = accepted(await importFacts(bare));
    expect(Object.values(talliesOf(again)).every((tally) => Object.keys(tally).join() === 'unchanged')).toBe(
      true,
    );
    expect(await dump()).toEqual(before);
  });
});
