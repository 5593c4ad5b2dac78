import { codeOfName } from '../code-of-name.js';
import type { PartnerInput } from '../dossier-input.js';
import type { Origins } from '../origins.js';
import { type Placed, placed } from '../placed.js';
import type { PlanFileCommitment } from './plan-file.js';

/** The leads that are no departments, each once. The file says nothing of them but their names. */
export function readPartners(
  commitments: readonly Placed<PlanFileCommitment>[],
  origins: Origins,
): PartnerInput[] {
  const partners = new Map<string, PartnerInput>();
  for (const { thing: commitment, path: above } of commitments) {
    for (const { thing: name, path } of placed(commitment.leadOrganizations, [
      ...above,
      'leadOrganizations',
    ])) {
      const code = codeOfName(name);
      if (partners.has(code)) continue;
      partners.set(code, origins.note({ code, name: { en: name }, kind: 'OTHER' }, path));
    }
  }
  return [...partners.values()];
}
