import type { ChangeDirection } from '../model/change.js';
import type { ChangeKind } from '../model/change-kind.js';
import type { ActorRole } from '../model/commitment-actor.js';
import type { CompletionLevel } from '../model/completion-level.js';

/** A fact to append to the feed. What does not apply to its kind is left out. */
export interface NewChange {
  readonly kind: ChangeKind;
  readonly planKey?: number | null;
  readonly commitmentKey?: number | null;
  readonly deliverableKey?: number | null;
  readonly periodKey?: number | null;
  readonly departmentKey?: number | null;
  readonly partnerKey?: number | null;
  readonly reportKey?: number | null;
  readonly referenceKey?: number | null;
  readonly activityKey?: number | null;
  readonly assessmentKey?: number | null;
  readonly from?: CompletionLevel | null;
  readonly to?: CompletionLevel | null;
  readonly direction?: ChangeDirection | null;
  readonly fromRole?: ActorRole | null;
  readonly toRole?: ActorRole | null;
  readonly fields?: readonly string[];
  readonly reason?: string | null;
}
