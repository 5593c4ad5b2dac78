import { appendChanges } from '../changes/append-changes.js';
import { ChangeDirection } from '../model/change.js';
import { ChangeKind } from '../model/change-kind.js';
import { error, type Problem } from './problem.js';
import { isBelow } from './report/levels.js';
import { type LevelChange, refreshStatus } from './report/refresh-status.js';
import type { Writing } from './writing.js';

/**
 * Ends a writing that was not refused: brings the current levels of what it touched up to date, and appends all it did
 * to the feed. Call it last, right before the transaction is committed. A level that would go down without a reason is
 * noted, and nothing is appended then: whatever makes it go down, nobody finds it lower and does not learn why.
 * @returns the positions of its changes in the feed; empty when nothing changed.
 */
export async function finishWriting(writing: Writing): Promise<number[]> {
  const { database, caller, touched, usualReason, outcome } = writing;
  const levels = await refreshStatus(database, [...touched.keys()]);
  const changes = levels.map((level) => {
    const reason = touched.get(level.deliverableKey) ?? (isLowered(level) ? usualReason : null);
    return statusChanged(level, reason);
  });
  for (const change of changes) {
    if (change.direction === ChangeDirection.DOWN && change.reason === null)
      outcome.note(unexplained(change));
  }
  if (outcome.refused) return [];
  return appendChanges(database, caller.subject ?? '', [...writing.changes, ...changes]);
}

function isLowered({ from, to }: LevelChange): boolean {
  return from !== null && to !== null && isBelow(to, from);
}

function statusChanged(level: LevelChange, reason: string | null) {
  const { from, to } = level;
  const direction =
    from === null || to === null ? null : isLowered(level) ? ChangeDirection.DOWN : ChangeDirection.UP;
  return { kind: ChangeKind.STATUS_CHANGED, ...level, direction, reason };
}

function unexplained({ from, to }: LevelChange): Problem {
  return error(
    {
      en: `The current level of a deliverable goes down by this, from ${from} to ${to}; give the reason.`,
      fr: `Le niveau actuel d’un livrable baisse ainsi, de ${from} à ${to}; donnez-en la raison.`,
    },
    { code: 'REASON_REQUIRED', column: 'reason' },
  );
}
