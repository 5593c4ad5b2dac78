import { collapseWhiteSpace } from '../../reporting/quote.js';

/** The organizations a line of leads names. */
export interface LeadNames {
  /** Names that are known, in the line's order. */
  readonly names: readonly string[];
  /**
   * Words that belong to no known name, in the line's order. They are cut only where a known name stands
   * between them, for a comma may be part of a name nobody knows yet.
   */
  readonly unknown: readonly string[];
}

const separator = / ?(?:,|&|\/| (?:and|et)(?= |$)) ?(?:(?:and|et) |& ?)?|^(?:and|et) /gi;
/** In parts between separators; "Innovation, Science, and Economic Development" has three. */
const mostPartsInName = 12;

interface Part {
  readonly start: number;
  readonly end: number;
}

/** The best reading of a line from one part to its end. */
interface Reading {
  /** Parts that belong to no known name. */
  readonly strays: number;
  readonly names: number;
  /** How many parts the first name has; 0 where the first part is a stray. */
  readonly take: number;
}

/**
 * Splits a line of leads into known names. A separator (`,`, `and`, `&`, `et`, `/`) may also stand inside a name:
 * of all readings, the one that leaves the fewest words unknown counts, then the one with the fewest names, then
 * the one whose earlier names are longer.
 */
export function splitLeads(text: string, known: (name: string) => boolean): LeadNames {
  const line = collapseWhiteSpace(text);
  const parts = partsOf(line);
  const between = (first: number, last: number): string =>
    line.slice(parts[first]?.start, parts[last]?.end).trim();

  const readings: Reading[] = [];
  readings[parts.length] = { strays: 0, names: 0, take: 0 };
  for (let first = parts.length - 1; first >= 0; first -= 1) {
    readings[first] = bestReading(readings, first, parts.length, (last) => known(between(first, last)));
  }

  const names: string[] = [];
  const unknown: string[] = [];
  let strayFrom: number | null = null;
  for (let at = 0; at < parts.length; ) {
    const take = readings[at]?.take ?? 0;
    if (take > 0) {
      names.push(between(at, at + take - 1));
      strayFrom = null;
    } else if (strayFrom === null) {
      strayFrom = at;
      unknown.push(between(at, at));
    } else {
      unknown[unknown.length - 1] = between(strayFrom, at);
    }
    at += Math.max(take, 1);
  }
  return { names, unknown };
}

function bestReading(
  readings: readonly Reading[],
  first: number,
  count: number,
  isName: (last: number) => boolean,
): Reading {
  const after = (take: number): Reading => readings[first + take] ?? { strays: 0, names: 0, take: 0 };
  let best: Reading = { strays: after(1).strays + 1, names: after(1).names, take: 0 };
  for (let take = 1; take <= Math.min(mostPartsInName, count - first); take += 1) {
    if (!isName(first + take - 1)) continue;
    const reading = { strays: after(take).strays, names: after(take).names + 1, take };
    const fewer = reading.strays - best.strays || reading.names - best.names;
    if (fewer <= 0) best = reading;
  }
  return best;
}

function partsOf(line: string): readonly Part[] {
  const parts: Part[] = [];
  let start = 0;
  const add = (end: number): void => {
    if (line.slice(start, end).trim() !== '') parts.push({ start, end });
  };
  for (const match of line.matchAll(separator)) {
    add(match.index);
    start = match.index + match[0].length;
  }
  add(line.length);
  return parts;
}
