import { saveActivities } from './activity/save-activities.js';
import { saveAssessments } from './assessment/save-assessments.js';
import { saveCommitments } from './commitment/save-commitments.js';
import type { Dossier } from './dossier.js';
import { saveDepartments } from './organization/save-departments.js';
import { savePartners } from './organization/save-partners.js';
import { savePlans } from './plan/save-plans.js';
import { saveReferences } from './reference/save-references.js';
import { saveReports } from './report/save-reports.js';
import type { Writing } from './writing.js';

/**
 * Saves all facts of a dossier, what others build on first. Problems are noted in the writing's outcome; when it
 * is refused, the caller must roll the transaction back; else it must finish the writing.
 */
export async function saveDossier(writing: Writing, dossier: Dossier): Promise<void> {
  await saveDepartments(writing, dossier.departments);
  await savePartners(writing, dossier.partners);
  await savePlans(writing, dossier.plans);
  await saveCommitments(writing, dossier.commitments);
  await saveReports(writing, dossier.reports);
  await saveReferences(writing, dossier.references);
  await saveActivities(writing, dossier.activities);
  await saveAssessments(writing, dossier.assessments);
}
