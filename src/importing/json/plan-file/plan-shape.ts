import type { CommitmentInput } from '../dossier-input.js';
import type { Origins } from '../origins.js';
import { inEnglish } from '../outside-text.js';
import { type Placed, placed } from '../placed.js';
import type { Shape } from '../shape.js';
import { checkPlanFile } from './check-plan-file.js';
import { type PlanFile, type PlanFileCommitment, planFile } from './plan-file.js';
import { readActors } from './read-actors.js';
import { readAssessments } from './read-assessments.js';
import { readDeliverables, readReports } from './read-levels.js';
import { readPartners } from './read-partners.js';
import { readPlan } from './read-plan.js';
import { readReferences } from './read-references.js';

/** The facts gathered on a plan of the years before trackers. */
export const planShape: Shape<PlanFile> = {
  format: 'plan',
  schema: planFile,
  unknownNames: 'left out',
  check: checkPlanFile,
  toDossier: (file, origins) => {
    const commitments = placed(file.commitments, ['commitments']);
    const keys = new Set(file.commitments.flatMap(({ leadDepartments }) => leadDepartments ?? []));
    const codeOf = ({ thing }: Placed<PlanFileCommitment>) => `${file.plan.code}/${thing.number}`;
    return {
      partners: readPartners(commitments, origins),
      plans: [readPlan(file, origins)],
      commitments: commitments.map((one) => readCommitment(file.plan.code, one, keys, origins)),
      reports: commitments.flatMap((one) => readReports(codeOf(one), one, origins)),
      references: readReferences(file, origins),
      assessments: commitments.flatMap((one) => readAssessments(codeOf(one), one, origins)),
    };
  },
};

function readCommitment(
  plan: string,
  commitment: Placed<PlanFileCommitment>,
  keys: ReadonlySet<string>,
  origins: Origins,
): CommitmentInput {
  const { number, ogpCode, title, otherActors, ogpValues, policyAreas, pages } = commitment.thing;
  const addresses = [pages?.midTerm, pages?.ogp].filter((page) => page != null);
  const facts: CommitmentInput = {
    plan,
    number,
    ogpCode: ogpCode ?? undefined,
    title,
    otherActors: inEnglish(otherActors),
    ogpValues: ogpValues ?? undefined,
    policyAreas: policyAreas ?? undefined,
    pages: addresses.length === 0 ? undefined : addresses,
    actors: readActors(commitment, keys, origins),
    deliverables: readDeliverables(commitment, origins),
  };
  return origins.note(facts, commitment.path, {
    actors: ['leadDepartments'],
    deliverables: ['endOfTermDeliverables'],
  });
}
