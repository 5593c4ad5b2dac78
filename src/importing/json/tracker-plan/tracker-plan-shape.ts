import type { CommitmentInput, PlanInput } from '../dossier-input.js';
import type { Origins } from '../origins.js';
import { type Placed, placed } from '../placed.js';
import type { Shape } from '../shape.js';
import { checkTrackerPlan } from './check-tracker-plan.js';
import { lastNumberOf } from './natural-order.js';
import { rulesOf, spanOf } from './plan-period.js';
import { readCommitmentActors } from './read-actors.js';
import { indicatorsOf, inOrder, readDeliverables } from './read-deliverables.js';
import { readPeriods } from './read-periods.js';
import { type TrackerCommitment, type TrackerPlanFile, trackerPlanFile } from './tracker-plan-file.js';

/** The structure of a tracker: a plan whose commitments have milestones, and those indicators. */
export const trackerPlanShape: Shape<TrackerPlanFile> = {
  format: 'plan (tracker structure)',
  schema: trackerPlanFile,
  unknownNames: 'left out',
  check: checkTrackerPlan,
  toDossier: (file, origins) => ({
    plans: [readPlan(file, origins)],
    commitments: inOrder(placed(file.commitments, ['commitments'])).map((commitment) =>
      readCommitment(file.code, commitment, origins),
    ),
  }),
};

function readPlan({ code, title, period, reportingPeriods }: TrackerPlanFile, origins: Origins): PlanInput {
  const facts = {
    code,
    title,
    ...spanOf(period),
    rules: rulesOf(period),
    periods: readPeriods(reportingPeriods, origins),
  };
  const years = ['period'];
  return origins.note(facts, [], { start: years, end: years, rules: years, periods: ['reportingPeriods'] });
}

function readCommitment(
  plan: string,
  commitment: Placed<TrackerCommitment>,
  origins: Origins,
): CommitmentInput {
  const { thing, path } = commitment;
  const milestones = inOrder(placed(thing.milestones, [...path, 'milestones']));
  const facts = {
    plan,
    number: lastNumberOf(thing.code),
    sourceCode: thing.code,
    ogpCode: thing.ogpCode ?? undefined,
    title: thing.title,
    actors: readCommitmentActors(commitment, milestones.flatMap(indicatorsOf), origins),
    deliverables: readDeliverables(milestones, origins),
  };
  return origins.note(facts, path, {
    number: ['code'],
    sourceCode: ['code'],
    deliverables: ['milestones'],
    actors: ['leadDepartments'],
  });
}
