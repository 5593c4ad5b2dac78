import type { NewChange } from '../../changes/new-change.js';
import { ChangeKind } from '../../model/change-kind.js';
import type { CommitmentActor } from '../../model/commitment-actor.js';
import type { Writing } from '../writing.js';

/** Takes down for the feed that an organization was given a part, another one, or another place, or lost it. */
export function recordActor(
  writing: Writing,
  { commitmentKey, deliverableKey, departmentKey, partnerKey }: CommitmentActor,
  change: Omit<NewChange, 'kind' | 'commitmentKey' | 'deliverableKey' | 'departmentKey' | 'partnerKey'>,
): void {
  writing.record({
    ...change,
    kind: ChangeKind.ACTOR_CHANGED,
    commitmentKey,
    deliverableKey,
    departmentKey,
    partnerKey,
  });
}
