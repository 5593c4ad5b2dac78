import { appendChanges } from '../changes/append-changes.js';
import type { NewChange } from '../changes/new-change.js';
import { ChangeDirection } from '../model/change.js';
import { ChangeKind } from '../model/change-kind.js';
import { isBelow } from './report/levels.js';
import { type LevelChange, refreshStatus } from './report/refresh-status.js';
import type { Writing } from './writing.js';

/**
 * Ends a writing that was not refused: brings the current levels of what it touched up to date, and appends all it did
 * to the feed. Call it last, right before the transaction is committed.
 * @returns the positions of its changes in the feed; empty when nothing changed.
 */
export async function finishWriting(writing: Writing): Promise<number[]> {
  const { database, caller, touched, usualReason } = writing;
  const levels = await refreshStatus(database, [...touched.keys()]);
  const changes = [
    ...writing.changes,
    ...levels.map((level) => statusChanged(level, touched.get(level.deliverableKey) ?? null, usualReason)),
  ];
  return appendChanges(database, caller.subject ?? '', changes);
}

function statusChanged(level: LevelChange, reason: string | null, usualReason: string | null): NewChange {
  const { from, to } = level;
  const direction =
    from === null || to === null ? null : isBelow(to, from) ? ChangeDirection.DOWN : ChangeDirection.UP;
  return {
    kind: ChangeKind.STATUS_CHANGED,
    ...level,
    direction,
    reason: reason ?? (direction === ChangeDirection.DOWN ? usualReason : null),
  };
}
