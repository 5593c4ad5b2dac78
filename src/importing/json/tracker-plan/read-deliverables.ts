import type { DeliverableInput, IndicatorInput } from '../dossier-input.js';
import { lastDayOf } from '../month.js';
import type { Origins } from '../origins.js';
import { unlessBlank } from '../outside-text.js';
import { type Placed, placed } from '../placed.js';
import { byNaturalOrder } from './natural-order.js';
import { positionsOf } from './positions.js';
import { readIndicatorActors } from './read-actors.js';
import type { TrackerIndicator, TrackerMilestone } from './tracker-plan-file.js';

/** The things of a list in the natural order of their codes. */
export function inOrder<Coded extends { readonly code: string }>(
  things: readonly Placed<Coded>[],
): readonly Placed<Coded>[] {
  return things.toSorted((one, other) => byNaturalOrder(one.thing.code, other.thing.code));
}

/** The indicators of a milestone in natural order. */
export function indicatorsOf({ thing, path }: Placed<TrackerMilestone>): readonly Placed<TrackerIndicator>[] {
  return inOrder(placed(thing.indicators, [...path, 'indicators']));
}

/** Milestones, in natural order, with the indicators below them. */
export function readDeliverables(
  milestones: readonly Placed<TrackerMilestone>[],
  origins: Origins,
): DeliverableInput[] {
  const positions = positionsOf(milestones.map(({ thing }) => thing.code));
  return milestones.map((milestone) => {
    const { code, title } = milestone.thing;
    const facts: DeliverableInput = {
      position: positions.get(code) ?? 0,
      kind: 'MILESTONE',
      sourceCode: code,
      text: title,
      children: readIndicators(indicatorsOf(milestone), origins),
    };
    return origins.note(facts, milestone.path, { ...names, children: ['indicators'] });
  });
}

const names = { position: ['code'], sourceCode: ['code'], text: ['title'] };

function readIndicators(indicators: readonly Placed<TrackerIndicator>[], origins: Origins): IndicatorInput[] {
  const positions = positionsOf(indicators.map(({ thing }) => thing.code));
  return indicators.map((indicator) => {
    const { code, title, dueDate, deadline } = indicator.thing;
    const facts: IndicatorInput = {
      position: positions.get(code) ?? 0,
      kind: 'INDICATOR',
      sourceCode: code,
      text: title,
      dueDate: dueDate == null ? undefined : lastDayOf(dueDate),
      duePrecision: dueDate == null ? undefined : 'MONTH',
      deadline: unlessBlank(deadline),
      actors: readIndicatorActors(indicator, origins),
    };
    return origins.note(facts, indicator.path, { ...names, duePrecision: ['dueDate'] });
  });
}
