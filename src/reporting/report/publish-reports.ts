import type { Writing } from '../writing.js';
import { checkReports } from './check-reports.js';
import { prepareReports } from './prepare-reports.js';
import { recordReports } from './record-reports.js';
import type { ResolvedReport } from './resolved-report.js';
import { suggestReferences } from './suggest-references.js';

/** Reports recorded with one set of statements; PostgreSQL takes 65,535 values in one. */
const reportsAtOnce = 1_000;

/**
 * Publishes reports, no two on the same commitment, period and department, by the rules of their plans. What is wrong
 * with them is noted; the sound ones are recorded all the same, for the caller to roll back.
 * @param suggests whether other commitments that their texts mention become suggested references.
 */
export async function publishReports(
  writing: Writing,
  reports: readonly ResolvedReport[],
  { suggests }: { readonly suggests: boolean },
): Promise<void> {
  for (let at = 0; at < reports.length; at += reportsAtOnce) {
    const prepared = await prepareReports(writing, reports.slice(at, at + reportsAtOnce));
    const problems = await checkReports(writing, prepared, 'PUBLISHED');
    writing.outcome.noteAll(problems.flat());
    const sound = prepared.filter(
      (_, place) => !problems[place]?.some(({ severity }) => severity === 'error'),
    );
    const published = await recordReports(writing, sound, 'PUBLISHED');
    if (suggests) await suggestReferences(writing, published);
  }
}
