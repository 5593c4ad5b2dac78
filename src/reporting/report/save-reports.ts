import type { ReportFacts } from '../dossier.js';
import { lookUp, periodCode } from '../look-up.js';
import { error } from '../problem.js';
import { resolveDepartment } from '../resolve-organization.js';
import type { Writing } from '../writing.js';
import { mergeEntry } from './entry-content.js';
import { publishReports } from './publish-reports.js';
import { resolveReport } from './resolve-report.js';
import type { ResolvedReport } from './resolved-report.js';

/** Publishes reports of a dossier, whose references to other commitments are told apart from them. */
export async function saveReports(writing: Writing, facts: readonly ReportFacts[]): Promise<void> {
  await lookUp(writing, {
    commitments: facts.map(({ commitment }) => commitment),
    periods: facts.map(({ commitment, period }) => periodCode(commitment, period)),
    departments: facts.map(({ department }) => department),
    deliverables: facts.flatMap(({ entries }) => entries.map(({ deliverable }) => deliverable)),
  });
  const resolved: ResolvedReport[] = [];
  const seen = new Set<string>();
  for (const [at, said] of facts.entries()) {
    const prefix = `reports[${at}].`;
    const department = await resolveDepartment(writing, said.department);
    const { report, problems } = await resolveReport(writing, said, {
      department,
      prefix,
      merge: mergeEntry,
      basis: 'published',
    });
    writing.outcome.noteAll(problems);
    if (report === null) continue;
    const identity = `${report.commitmentKey} ${report.period.key} ${report.departmentKey}`;
    if (seen.has(identity)) {
      writing.outcome.note(
        error('A department reports once on a commitment for a period.', {
          code: 'DUPLICATE',
          column: `${prefix}commitment`,
          value: said.commitment,
        }),
      );
      continue;
    }
    seen.add(identity);
    resolved.push(report);
  }
  await publishReports(writing, resolved, { suggests: false });
  writing.forget();
}
