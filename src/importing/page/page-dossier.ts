import { type Dossier, type DossierInput, dossier } from '../../reporting/dossier.js';
import { error, type Problem } from '../../reporting/problem.js';
import { readPath } from '../json/document/json-path.js';
import { expectation } from '../json/expectation.js';
import { pathOfIssue } from '../json/schema-findings.js';
import { type PagePlace, placeOnPage } from './page-place.js';
import type { CommitmentPage } from './page-reading.js';
import { type PlanNames, pageReferences } from './page-references.js';

/** What a page itself does not say. */
export interface PageSetting {
  /** Code of the plan. */
  readonly plan: string;
  /** Key of the reporting period. */
  readonly period: string;
  /** Names of the leads, each known. */
  readonly leads: readonly string[];
  /** Code of the department that reports. */
  readonly department: string;
  readonly names: PlanNames;
}

/** The facts that a page states. */
export interface PageFacts {
  /** null: the page states something that the hub does not take. */
  readonly dossier: Dossier | null;
  readonly problems: readonly Problem[];
  /** Where on the page stands what a path in the dossier names. */
  readonly placeOf: (path: string) => PagePlace;
}

/** The facts a page states, in the hub's own shape. Its texts are English. */
export function pageDossier(page: CommitmentPage, setting: PageSetting): PageFacts {
  const { plan, period, names } = setting;
  const references = pageReferences(page, plan, period, names);
  const placeOf = (path: string) => placeOnPage(page, references, readPath(path) ?? []);
  const reading = dossier.safeParse(
    { ...facts(page, setting), references: references.map((reference) => reference.facts) },
    { error: expectation },
  );
  const problems = (reading.error?.issues ?? [])
    // The codes that are made of a wrong position are wrong too; the position is enough to tell of.
    .filter(({ path }) => path.at(-1) !== 'deliverable')
    .map((issue) => {
      const path = pathOfIssue(issue);
      const { heading, line } = placeOnPage(page, references, path);
      const subject = path.at(-1) === 'position' ? 'The position of a deliverable' : `"${heading}"`;
      return error(`${subject} ${issue.message}.`, { column: heading, ...(line !== null && { line }) });
    });
  return { dossier: reading.data ?? null, problems, placeOf };
}

function facts(page: CommitmentPage, { plan, period, leads, department }: PageSetting): DossierInput {
  const code = `${plan}/${page.number}`;
  return {
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
  };
}

function english(text: string | null | undefined): { en: string } | undefined {
  return text == null ? undefined : { en: text };
}
