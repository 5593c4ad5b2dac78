import { registerEnumType } from 'type-graphql';
import type { CrossReference } from '../../model/cross-reference.js';

/** Which references of a commitment are meant. */
export enum ReferenceDirection {
  OUT = 'OUT',
  IN = 'IN',
  BOTH = 'BOTH',
}

registerEnumType(ReferenceDirection, {
  name: 'ReferenceDirection',
  description: 'Which references of a commitment are meant.',
  valuesConfig: {
    OUT: { description: 'Those it makes to others.' },
    IN: { description: 'Those that others make to it.' },
    BOTH: { description: 'All of them.' },
  },
});

/** Whether a reference goes in that direction, seen from the commitment of this number. */
export function goes(
  reference: CrossReference,
  direction: ReferenceDirection,
  commitmentKey: number,
): boolean {
  if (direction === ReferenceDirection.OUT) return reference.fromKey === commitmentKey;
  if (direction === ReferenceDirection.IN) return reference.toKey === commitmentKey;
  return true;
}
