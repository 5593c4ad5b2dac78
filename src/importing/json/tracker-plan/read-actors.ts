import type { ActorInput } from '../dossier-input.js';
import type { Origins } from '../origins.js';
import { type Placed, placed } from '../placed.js';
import type { TrackerCommitment, TrackerIndicator } from './tracker-plan-file.js';

/**
 * Who leads and who supports a commitment: its own lead departments or, where it names none, those of its
 * indicators; and whoever supports an indicator without leading the commitment.
 * @param indicators in the order of their codes.
 */
export function readCommitmentActors(
  { thing: commitment, path }: Placed<TrackerCommitment>,
  indicators: readonly Placed<TrackerIndicator>[],
  origins: Origins,
): ActorInput[] {
  const own = placed(commitment.leadDepartments, [...path, 'leadDepartments']).map(({ thing, path }) => ({
    thing: thing.toLowerCase(),
    path,
  }));
  const leads = own.length > 0 ? own : indicators.flatMap(leadsOf);
  return toActors(leads, indicators.flatMap(supportOf), origins);
}

/** Who leads and who supports an indicator. */
export function readIndicatorActors(indicator: Placed<TrackerIndicator>, origins: Origins): ActorInput[] {
  return toActors(leadsOf(indicator), supportOf(indicator), origins);
}

function leadsOf({ thing, path }: Placed<TrackerIndicator>): readonly Placed<string>[] {
  return placed(thing.leadDepts, [...path, 'leadDepts']);
}

function supportOf({ thing, path }: Placed<TrackerIndicator>): readonly Placed<string>[] {
  return thing.support == null ? [] : [{ thing: thing.support, path: [...path, 'support'] }];
}

/** Each organization once, the first time it is named: who leads does not support as well. */
function toActors(
  leads: readonly Placed<string>[],
  supporting: readonly Placed<string>[],
  origins: Origins,
): ActorInput[] {
  const actors = new Map<string, ActorInput>();
  for (const [role, organizations] of [
    ['LEAD', leads],
    ['SUPPORT', supporting],
  ] as const) {
    for (const { thing: organization, path } of organizations) {
      if (actors.has(organization)) continue;
      actors.set(organization, origins.note({ organization, role, statedBy: 'PLAN' }, path));
    }
  }
  return [...actors.values()];
}
