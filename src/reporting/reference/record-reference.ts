import type { NewChange } from '../../changes/new-change.js';
import { ChangeKind } from '../../model/change-kind.js';
import { type CrossReference, ReferenceState } from '../../model/cross-reference.js';
import type { Writing } from '../writing.js';

/** What the feed says of a reference that has come into a state. */
const kindOf: Readonly<Record<ReferenceState, ChangeKind>> = {
  [ReferenceState.CONFIRMED]: ChangeKind.REFERENCE_LINKED,
  [ReferenceState.SUGGESTED]: ChangeKind.REFERENCE_SUGGESTED,
  [ReferenceState.DISMISSED]: ChangeKind.REFERENCE_DISMISSED,
  [ReferenceState.UNLINKED]: ChangeKind.REFERENCE_UNLINKED,
};

/** A reference as far as the feed tells of it. */
export type RecordedReference = Pick<
  CrossReference,
  'key' | 'fromKey' | 'state' | 'deliverableKey' | 'periodKey'
>;

/** Takes down for the feed what became of a reference: it tells of it by the state that it is in now. */
export function recordReference(
  writing: Writing,
  { key, fromKey, state, deliverableKey, periodKey }: RecordedReference,
  change: Pick<NewChange, 'planKey' | 'departmentKey' | 'fields' | 'reason'>,
): void {
  writing.record({
    ...change,
    kind: kindOf[state],
    commitmentKey: fromKey,
    deliverableKey,
    periodKey,
    referenceKey: key,
  });
}
