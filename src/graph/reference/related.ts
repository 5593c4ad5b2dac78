import { Field, Int, ObjectType } from 'type-graphql';
import { Commitment } from '../../model/commitment.js';
import { CrossReference, ReferenceState } from '../../model/cross-reference.js';
import type { Loading } from '../loading/loading.js';
import { required } from '../loading/required.js';
import { goes, type ReferenceDirection } from './reference-direction.js';
import { referencesOfCommitment } from './references.js';

/** References followed one after the other at the most. */
export const deepest = 5;

@ObjectType({ description: 'A commitment that references lead to, with the shortest way there.' })
export class RelatedCommitment {
  @Field(() => Commitment, { description: 'The commitment reached.' })
  readonly commitment!: Commitment;

  @Field(() => Int, { description: 'How many references lead there, from 1.' })
  readonly depth!: number;

  @Field(() => [CrossReference], { description: 'The references that lead there, in order.' })
  readonly path!: readonly CrossReference[];
}

interface Step {
  readonly key: number;
  readonly path: readonly CrossReference[];
}

/**
 * Follows confirmed references from a commitment, nearest first; each commitment is reached once, by a shortest
 * way, so loops end. One statement a depth, whatever the number of references.
 */
export async function findRelated(
  loading: Loading,
  start: number,
  depth: number,
  direction: ReferenceDirection,
): Promise<RelatedCommitment[]> {
  const reached = new Set([start]);
  const found: RelatedCommitment[] = [];
  let frontier: Step[] = [{ key: start, path: [] }];
  for (let level = 1; level <= depth && frontier.length > 0; level += 1) {
    const next: Step[] = [];
    const lists = await loading.many(
      referencesOfCommitment,
      frontier.map((step) => step.key),
    );
    frontier.forEach((step, at) => {
      for (const reference of lists[at] ?? []) {
        if (reference.state !== ReferenceState.CONFIRMED || !goes(reference, direction, step.key)) continue;
        const key = reference.fromKey === step.key ? reference.toKey : reference.fromKey;
        if (reached.has(key)) continue;
        reached.add(key);
        next.push({ key, path: [...step.path, reference] });
      }
    });
    for (const { key, path } of next) {
      found.push({ commitment: await required(loading, Commitment, key), depth: level, path });
    }
    frontier = next;
  }
  return found;
}
