import { type DossierInput, dossier } from '../../src/reporting/dossier.js';
import { finishWriting } from '../../src/reporting/finish-writing.js';
import { saveDossier } from '../../src/reporting/save-dossier.js';
import { Writing } from '../../src/reporting/writing.js';
import type { TestHub } from '../setup/hub.js';

/** Saves facts as an import does, and insists that nothing was wrong with them. */
export async function saveFacts(hub: TestHub, facts: DossierInput): Promise<void> {
  await hub.database.dataSource.transaction(async (database) => {
    const writing = new Writing(database);
    await saveDossier(writing, dossier.parse(facts));
    const { problems, refused } = writing.outcome;
    if (refused) throw new Error(problems.map(({ message, value }) => `${message}: ${value}`).join('; '));
    await finishWriting(writing);
  });
}

type PlanInput = NonNullable<DossierInput['plans']>[number];
type CommitmentInput = NonNullable<DossierInput['commitments']>[number];

/** A plan of 2030 to 2032 with the periods "first" and "second", of one year each. */
export function aPlan(code: string, facts: Partial<PlanInput> = {}): PlanInput {
  return {
    code,
    title: { en: `Plan ${code}`, fr: `Plan ${code}` },
    start: '2030-01-01',
    end: '2031-12-31',
    rules: '2016',
    periods: [
      { key: 'first', label: { en: 'First year' }, start: '2030-01-01', end: '2030-12-31' },
      { key: 'second', label: { en: 'Second year' }, start: '2031-01-01', end: '2031-12-31' },
    ],
    ...facts,
  };
}

/** A commitment with a title of its own and nothing else. */
export function aCommitment(
  plan: string,
  number: number,
  facts: Partial<CommitmentInput> = {},
): CommitmentInput {
  return { plan, number, title: { en: `Promise ${number}` }, ...facts };
}

/** Deliverables 1 to `count` without anything but a text. */
export function deliverables(count: number): NonNullable<CommitmentInput['deliverables']> {
  return Array.from({ length: count }, (_, at) => ({
    position: at + 1,
    kind: 'DELIVERABLE',
    text: { en: `Result ${at + 1}` },
  }));
}
