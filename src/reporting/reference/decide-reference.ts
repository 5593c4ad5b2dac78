import { required } from '../../graph/loading/required.js';
import { Commitment } from '../../model/commitment.js';
import { CrossReference, ReferenceState } from '../../model/cross-reference.js';
import { lockRow } from '../find-named.js';
import { error } from '../problem.js';
import { InputCheck } from '../request/check-input.js';
import type { Writing } from '../writing.js';
import { insistOnReference } from './find-reference.js';
import { recordReference } from './record-reference.js';
import type { UnlinkCommitmentsInput } from './reference-input.js';

/** A decision on a reference: in which state it must be, and in which one it is then. */
export interface ReferenceDecision {
  readonly from: ReferenceState;
  readonly to: ReferenceState;
}

export const confirmation: ReferenceDecision = {
  from: ReferenceState.SUGGESTED,
  to: ReferenceState.CONFIRMED,
};
export const dismissal: ReferenceDecision = { from: ReferenceState.SUGGESTED, to: ReferenceState.DISMISSED };
export const unlinking: ReferenceDecision = { from: ReferenceState.CONFIRMED, to: ReferenceState.UNLINKED };

/**
 * Takes a decision on a reference, which is kept whatever becomes of it.
 * @param departmentKey the department that it is done for; null: for none.
 * @returns the number of the reference.
 */
export async function decideReference(
  writing: Writing,
  input: UnlinkCommitmentsInput,
  { from, to }: ReferenceDecision,
  departmentKey: number | null = null,
): Promise<number> {
  const { database, outcome, loading } = writing;
  const check = new InputCheck();
  const reason = check.reason(input.reason);
  outcome.noteAll(check.problems);
  const found = await insistOnReference(writing, input);
  if (found === null) return 0;
  const reference = await lockRow(writing, CrossReference, found.key);
  if (reference.state !== from) {
    outcome.note(
      error(
        {
          en: `The reference is ${reference.state}; it would have to be ${from}.`,
          fr: `La référence est ${reference.state}; elle devrait être ${from}.`,
        },
        { code: 'WRONG_STATE', column: input.reference == null ? 'to' : 'reference', value: reference.id },
      ),
    );
  }
  if (outcome.refused) return 0;
  await database.update(CrossReference, reference.key, { state: to });
  const { planKey } = await required(loading, Commitment, reference.fromKey);
  const { key, fromKey, deliverableKey, periodKey } = reference;
  recordReference(
    writing,
    { key, fromKey, state: to, deliverableKey, periodKey },
    { planKey, departmentKey, reason, fields: ['state'] },
  );
  return key;
}
