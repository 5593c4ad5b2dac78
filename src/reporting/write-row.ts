import type { NumberedNode } from '../model/node.js';
import { type ChangeOf, recordRows } from './alterations.js';
import type { AlteredKinds } from './altered-kinds.js';
import { type Desired, reconcile, type WrittenRow } from './reconcile.js';
import type { Writing } from './writing.js';

/** How one thing that is one row is written. */
export interface RowWriting<Thing> {
  /** What such things are called when counted. */
  readonly things: string;
  readonly kinds: AlteredKinds;
  /** What the feed says of it beside that. */
  readonly changeOf: (now: Thing) => ChangeOf;
}

/**
 * Makes one thing, or makes it what it is to be, where null takes away; tells the feed unless it was so already.
 * @param stored what it is so far; null: it is new.
 * @returns what was written; null: nothing was.
 */
export async function writeRow<Thing extends NumberedNode>(
  writing: Writing,
  entity: new () => Thing,
  stored: Thing | null,
  desired: Desired<Thing>,
  { things, kinds, changeOf }: RowWriting<Thing>,
): Promise<WrittenRow<Thing> | null> {
  const { written } = await reconcile(writing, entity, {
    things,
    existing: stored === null ? [] : [stored],
    desired: [desired],
    identity: () => 'it',
    takesAway: true,
  });
  recordRows(writing, kinds, written, changeOf);
  return written[0] ?? null;
}
