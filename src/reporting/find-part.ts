import { byCode } from '../graph/loading/rows.js';
import { withoutType } from '../graph/lookup.js';
import type { Commitment } from '../model/commitment.js';
import { Deliverable } from '../model/deliverable.js';
import { ReportingPeriod } from '../model/reporting-period.js';
import { periodCode } from './look-up.js';
import { error } from './problem.js';
import type { Writing } from './writing.js';

/** What an input may narrow a statement on a commitment to. */
export interface NamedPart {
  /** Code or id of a deliverable. */
  readonly deliverable?: string | null | undefined;
  /** Key of a reporting period within the plan. */
  readonly period?: string | null | undefined;
}

/** The numbers of what is named; null: it is not to be named; undefined: nothing is said of it. */
export interface FoundPart {
  readonly deliverableKey: number | null | undefined;
  readonly periodKey: number | null | undefined;
}

/** Finds the deliverable of a commitment and the period of its plan, or notes that it has none of that name. */
export async function findPart(
  writing: Writing,
  commitment: Commitment | null,
  { deliverable, period }: NamedPart,
): Promise<FoundPart> {
  if (commitment === null) return { deliverableKey: null, periodKey: null };
  return {
    deliverableKey: deliverable == null ? deliverable : await deliverableOf(writing, commitment, deliverable),
    periodKey: period == null ? period : await periodOf(writing, commitment, period),
  };
}

async function deliverableOf(
  { loading, outcome }: Writing,
  commitment: Commitment,
  given: string,
): Promise<number | null> {
  const found = await loading.one(byCode(Deliverable), withoutType('Deliverable', given));
  if (found?.commitmentKey === commitment.key) return found.key;
  outcome.note(
    error(
      {
        en: `This is no deliverable of ${commitment.code}.`,
        fr: `Ce n’est pas un livrable de ${commitment.code}.`,
      },
      { code: found === null ? 'UNKNOWN' : 'MISPLACED', column: 'deliverable', value: given },
    ),
  );
  return null;
}

async function periodOf(
  { loading, outcome }: Writing,
  commitment: Commitment,
  given: string,
): Promise<number | null> {
  const found = await loading.one(byCode(ReportingPeriod), periodCode(commitment.code, given));
  if (found !== null) return found.key;
  const plan = commitment.code.split('/')[0];
  outcome.note(
    error(
      {
        en: `The plan ${plan} has no such reporting period.`,
        fr: `Le plan ${plan} n’a pas cette période de rapport.`,
      },
      { code: 'UNKNOWN', column: 'period', value: given },
    ),
  );
  return null;
}
