import type { ActorInput } from '../dossier-input.js';
import type { Origins } from '../origins.js';
import { type Placed, placed } from '../placed.js';
import type { PlanFileCommitment } from './plan-file.js';

/**
 * Who leads and who supports a commitment: first what the plan states, then what the Open Government
 * Partnership does.
 * @param keys the keys of departments in the file; a claim may hold such a key or a name.
 */
export function readActors(
  { thing: commitment, path }: Placed<PlanFileCommitment>,
  keys: ReadonlySet<string>,
  origins: Origins,
): ActorInput[] {
  const { leadDepartments, leadOrganizations, claims } = commitment;
  const actorsOf = (
    organizations: readonly string[] | null | undefined,
    at: readonly string[],
    part: Pick<ActorInput, 'role' | 'statedBy'>,
  ) =>
    placed(organizations, [...path, ...at]).map(({ thing, path }) =>
      origins.note({ organization: keys.has(thing) ? thing.toLowerCase() : thing, ...part }, path),
    );
  return [
    ...actorsOf(leadDepartments, ['leadDepartments'], { role: 'LEAD', statedBy: 'PLAN' }),
    ...actorsOf(leadOrganizations, ['leadOrganizations'], { role: 'LEAD', statedBy: 'PLAN' }),
    ...actorsOf(claims?.leadsPerOgp, ['claims', 'leadsPerOgp'], { role: 'LEAD', statedBy: 'OGP' }),
    ...actorsOf(claims?.supportPerOgp, ['claims', 'supportPerOgp'], { role: 'SUPPORT', statedBy: 'OGP' }),
  ];
}
