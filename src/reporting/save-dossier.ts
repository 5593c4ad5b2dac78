import type { Dossier } from './dossier.js';
import { saveReports } from './report/save-reports.js';
import { saveActivities } from './save-activities.js';
import { saveAssessments } from './save-assessments.js';
import { saveCommitments } from './save-commitments.js';
import { saveDepartments } from './save-departments.js';
import { savePartners } from './save-partners.js';
import { savePlans } from './save-plans.js';
import { saveReferences } from './save-references.js';
import type { Writing } from './writing.js';

/**
 * Saves all facts of a dossier, what others build on first. Problems are noted in the writing's outcome; when it
 * is refused, the caller must roll the transaction back; else it must finish the writing.
 * @param reason why levels go down that the dossier's reports take down; null: none may.
 */
export async function saveDossier(
  writing: Writing,
  dossier: Dossier,
  reason: string | null = null,
): Promise<void> {
  await saveDepartments(writing, dossier.departments);
  await savePartners(writing, dossier.partners);
  await savePlans(writing, dossier.plans);
  await saveCommitments(writing, dossier.commitments);
  await saveReports(writing, dossier.reports, reason);
  await saveReferences(writing, dossier.references);
  await saveActivities(writing, dossier.activities);
  await saveAssessments(writing, dossier.assessments);
}
