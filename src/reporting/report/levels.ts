import { CompletionLevel } from '../../model/completion-level.js';

/** From the lowest to the highest. */
const order: readonly CompletionLevel[] = [
  CompletionLevel.NOT_STARTED,
  CompletionLevel.LIMITED,
  CompletionLevel.SUBSTANTIAL,
  CompletionLevel.COMPLETE,
];

/** Whether a level is lower than another one. */
export function isBelow(level: CompletionLevel, other: CompletionLevel): boolean {
  return order.indexOf(level) < order.indexOf(other);
}
