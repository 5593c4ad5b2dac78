import { type Dossier, dossier } from '../../reporting/dossier.js';
import type { CommitmentPage } from './page-reading.js';
import { type LeadingNames, pageReferences } from './page-references.js';

/** What a page itself does not say. */
export interface PagePlace {
  /** Code of the plan. */
  readonly plan: string;
  /** Key of the reporting period. */
  readonly period: string;
  /** Names of the leads, each known. */
  readonly leads: readonly string[];
  /** Code of the department that reports. */
  readonly department: string;
  readonly names: LeadingNames;
}

/** The facts a page states, in the hub's own shape. Its texts are English. */
export function pageDossier(page: CommitmentPage, place: PagePlace): Dossier {
  const { plan, period, leads, department, names } = place;
  const code = `${plan}/${page.number}`;
  return dossier.parse({
    commitments: [
      {
        plan,
        number: page.number,
        title: { en: page.title },
        problem: english(page.problem),
        description: english(page.description),
        contribution: english(page.contribution),
        expectedResult: english(page.expectedResult),
        otherActors: english(page.otherActors),
        ogpValues: page.ogpValues?.slice(),
        actors: leads.map((organization) => ({ organization, role: 'LEAD' as const })),
        deliverables: page.deliverables.map(({ position, text }) => ({
          position,
          kind: 'DELIVERABLE' as const,
          text: { en: text },
        })),
      },
    ],
    reports: [
      {
        commitment: code,
        period,
        department,
        entries: page.deliverables.map(({ position }) => ({
          deliverable: `${code}.${position}`,
          completion: page.completion.get(position),
          results: english(page.results.get(position)),
          nextSteps: english(page.nextSteps.get(position)),
        })),
      },
    ],
    references: pageReferences(page, plan, period, names),
  });
}

function english(text: string | null | undefined): { en: string } | undefined {
  return text == null ? undefined : { en: text };
}
