import fc from 'fast-check';
import { CompletionLevel } from '../../src/model/completion-level.js';
import type { DossierInput } from '../../src/reporting/dossier.js';
import { cloneDatabase, type TestDatabase } from '../setup/databases.js';
import { dumpDatabase } from './dump-database.js';
import { accepted, importObject, importText, talliesOf } from './import-text.js';
import { mutatedFacts } from './mutated-facts.js';
import { mutatedText } from './mutated-text.js';
import { pageText } from './page-text.js';
import {
  activity,
  aPlan,
  assessment,
  commitment,
  department,
  leg,
  partner,
  plan,
  report,
} from './single-facts.js';
import { row, trackerPlan, trackerText } from './tracker-text.js';

let database: TestDatabase;
async function prepare(): Promise<void> {
  database = await cloneDatabase('sample');
  accepted(await importObject(database.dataSource, trackerPlan()));
}
beforeAll(prepare);
afterAll(() => database.drop());

const page = pageText({
  leads: 'TBS, Finance',
  results: '1. See Commitments 3 and 98.\n2. The ODX came:\n    - twice',
});
const tracker = trackerText(
  row('C01.1.1', { record_modified: '2022-07-01', evidence_en: 'A page', evidence_fr: 'Une page' }),
  row('C01.1.2', { owner_org: 'cra-arc', status: 'NS' }),
  row('C02.1.1', { reporting_period: '2022-09', progress_en: 'NIL', progress_fr: 'NIL' }),
);
/** Something of every section. */
const hubData: DossierInput = {
  departments: [department('moon', { gcOrgId: 4001, aliases: [{ name: 'Luna', from: '2020-01-01' }] })],
  partners: [partner('stars', { aliases: ['Sterne'], identifiers: [{ scheme: 'ROR', value: '03dbr7087' }] })],
  plans: [aPlan()],
  commitments: [
    commitment(30, {
      ogpCode: 'CA0900',
      actors: [{ organization: 'moon', role: 'LEAD' }],
      deliverables: [{ position: 1, kind: 'DELIVERABLE', text: { en: 'Shine' }, dueDate: '2018-06-30' }],
    }),
  ],
  reports: [
    report({
      commitment: `${plan}/30`,
      department: 'moon',
      entries: [
        { deliverable: `${plan}/30.1`, completion: CompletionLevel.LIMITED, results: { en: 'Shone' } },
      ],
    }),
  ],
  references: [{ from: `${plan}/30`, to: `${plan}/19`, quote: { en: 'as Commitment 19 says' } }],
  activities: [
    activity({ start: '2017-01-01', legs: [leg], organizations: ['moon'], commitments: [`${plan}/30`] }),
  ],
  assessments: [assessment({ commitment: `${plan}/30`, statement: { en: 'High' } })],
};

/** Imports a file: all of it for good, so that the same again changes nothing, or nothing at all. */
async function importWholeOrNot(name: string, text: string): Promise<void> {
  const dump = () => dumpDatabase(database.dataSource);
  const before = await dump();
  const outcome = await importText(database.dataSource, name, text);
  const messages = outcome.problems.map(({ message }) => message);
  expect(outcome.accepted).toBe(!outcome.problems.some(({ severity }) => severity === 'error'));
  // The last resort; whatever the hub can know beforehand is told in words that help.
  expect(messages.filter((message) => message.startsWith('This contradicts what the hub holds'))).toEqual([]);
  if (!outcome.accepted) {
    expect(await dump()).toEqual(before);
    return;
  }
  const after = await dump();
  const again = await importText(database.dataSource, name, text);
  const fates = Object.values(talliesOf(again)).flatMap((tally) => Object.keys(tally));
  expect(again.accepted).toBe(true);
  expect(fates.filter((fate) => fate !== 'unchanged')).toEqual([]);
  expect(await dump()).toEqual(after);
  // What one file claims must not refuse the next one.
  await database.drop();
  await prepare();
}

describe('a file is taken whole and for good, or leaves nothing behind, however broken:', () => {
  it.each([
    ['a page', 'page.txt', page],
    ['a tracker', 'tracker.csv', tracker],
    ['the structure of a tracker', 'plan.json', JSON.stringify(trackerPlan('zz-2022-2024'), null, 1)],
    ['the hub’s own data', 'facts.json', JSON.stringify(hubData, null, 1)],
  ])('%s with broken text', async (_what, name, text) => {
    await fc.assert(
      fc.asyncProperty(mutatedText(text), (broken) => importWholeOrNot(name, broken)),
      { numRuns: 30 },
    );
  });

  it.each([
    ['the structure of a tracker', trackerPlan('zz-2022-2024')],
    ['the hub’s own data', hubData],
  ])('%s with wrong values', async (_what, facts) => {
    await fc.assert(
      fc.asyncProperty(mutatedFacts(facts), (wrong) => importWholeOrNot('facts.json', JSON.stringify(wrong))),
      { numRuns: 30 },
    );
  });
});
