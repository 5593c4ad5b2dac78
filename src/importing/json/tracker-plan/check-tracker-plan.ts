import { z } from 'zod';
import {
  commitmentCode,
  indicatorCode,
  milestoneCode,
  parentOf,
  type TrackerCode,
} from '../../tracker/tracker-codes.js';
import type { Finding } from '../finding.js';
import { onceEach } from '../once-each.js';
import { type Placed, placed } from '../placed.js';

/** Blank where it is no text. */
const code = z.string().catch('');
const indicator = z.object({ code }).catch({ code: '' });
const milestone = z
  .object({ code, indicators: z.array(indicator).catch([]) })
  .catch({ code: '', indicators: [] });
const commitment = z
  .object({ code, milestones: z.array(milestone).catch([]) })
  .catch({ code: '', milestones: [] });
/** The codes alone, without whatever is malformed. */
const outline = z
  .object({ reportingPeriods: z.array(code).catch([]), commitments: z.array(commitment).catch([]) })
  .catch({ reportingPeriods: [], commitments: [] });

interface PlacedCode extends Placed<string> {
  readonly kind: TrackerCode;
  /** The code that it stands below; null where that is not well-formed, or there is none. */
  readonly above: string | null;
}

/** Tells of codes that are given twice, and of those that stand below a thing to which they do not belong. */
export function* checkTrackerPlan(value: unknown): Generator<Finding> {
  const { reportingPeriods, commitments } = outline.parse(value);
  yield* onceEach(placed(reportingPeriods, ['reportingPeriods']));

  const codes = [...codesOf(commitments)];
  yield* onceEach(codes);
  for (const { thing, path, kind, above } of codes) {
    if (above === null || !kind.pattern.test(thing) || parentOf(thing) === above) continue;
    const message = `This does not belong to ${above}, below which it stands`;
    yield { severity: 'error', message: `${message}; expected "${above}." and a number.`, path };
  }
}

function* codesOf(commitments: z.output<typeof commitment>[]): Generator<PlacedCode> {
  for (const { thing: upper, path } of placed(commitments, ['commitments'])) {
    yield { thing: upper.code, path: [...path, 'code'], kind: commitmentCode, above: null };
    for (const { thing: middle, path: below } of placed(upper.milestones, [...path, 'milestones'])) {
      const above = wellFormed(commitmentCode, upper.code);
      yield { thing: middle.code, path: [...below, 'code'], kind: milestoneCode, above };
      for (const { thing: lower, path: bottom } of placed(middle.indicators, [...below, 'indicators'])) {
        const above = wellFormed(milestoneCode, middle.code);
        yield { thing: lower.code, path: [...bottom, 'code'], kind: indicatorCode, above };
      }
    }
  }
}

function wellFormed(kind: TrackerCode, code: string): string | null {
  return kind.pattern.test(code) ? code : null;
}
