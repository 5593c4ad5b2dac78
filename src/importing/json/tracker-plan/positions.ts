import { lastNumberOf } from './natural-order.js';

/**
 * The position of each sibling, given in natural order: the last number of its code. Where several have the
 * same, the first keeps it, and each of the others takes the next that no sibling has.
 *
 * @example positionsOf(['C05.2.01', 'C05.2.1', 'C05.2.02']) // C05.2.01: 1, C05.2.1: 3, C05.2.02: 2
 */
export function positionsOf(codes: readonly string[]): ReadonlyMap<string, number> {
  const positions = new Map<string, number>();
  const taken = new Set([0]);
  for (const code of codes) {
    const position = lastNumberOf(code);
    if (taken.has(position)) continue;
    positions.set(code, position);
    taken.add(position);
  }
  for (const code of codes) {
    if (positions.has(code)) continue;
    let position = lastNumberOf(code);
    while (taken.has(position)) position += 1;
    positions.set(code, position);
    taken.add(position);
  }
  return positions;
}
