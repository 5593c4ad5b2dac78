import { In } from 'typeorm';
import { Deliverable } from '../../model/deliverable.js';
import type { Writing } from '../writing.js';

/** Takes down that the leads of commitments may be others now: of several departments' levels the first lead's counts. */
export async function touchCommitments(
  writing: Writing,
  commitmentKeys: readonly number[],
  reason: string | null = null,
): Promise<void> {
  const deliverables = await writing.database.find(Deliverable, {
    select: { key: true },
    where: { commitmentKey: In([...commitmentKeys]) },
  });
  writing.touch(
    deliverables.map(({ key }) => key),
    reason,
  );
}
