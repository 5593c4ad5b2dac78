import { byCode } from '../graph/loading/rows.js';
import { Commitment } from '../model/commitment.js';
import { Deliverable } from '../model/deliverable.js';
import { ReportingPeriod } from '../model/reporting-period.js';
import type { ReportFacts } from './dossier.js';
import type { EntryContent } from './entry-content.js';
import { lookUp, periodCode } from './look-up.js';
import { error } from './problem.js';
import { type ResolvedReport, recordReports } from './record-reports.js';
import { refreshStatus } from './refresh-status.js';
import { resolveDepartment } from './resolve-organization.js';
import type { Writing } from './writing.js';

/** Publishes reports, and refreshes what is current. */
export async function saveReports(writing: Writing, facts: readonly ReportFacts[]): Promise<void> {
  await lookUp(writing, {
    commitments: facts.map(({ commitment }) => commitment),
    periods: facts.map(({ commitment, period }) => periodCode(commitment, period)),
    departments: facts.map(({ department }) => department),
    deliverables: facts.flatMap(({ entries }) => entries.map(({ deliverable }) => deliverable)),
  });
  const resolved: ResolvedReport[] = [];
  const seen = new Set<string>();
  for (const [at, report] of facts.entries()) {
    const one = await resolve(writing, report, `reports[${at}]`);
    if (one === null) continue;
    const identity = `${one.commitmentKey} ${one.periodKey} ${one.departmentKey}`;
    if (seen.has(identity)) {
      writing.outcome.note(
        error('A department reports once on a commitment for a period.', {
          column: `reports[${at}].commitment`,
          value: report.commitment,
        }),
      );
      continue;
    }
    seen.add(identity);
    resolved.push(one);
  }
  const touched = await recordReports(writing, resolved);
  await refreshStatus(writing.database, [...new Set(touched)]);
  writing.forget();
}

async function resolve(
  writing: Writing,
  report: ReportFacts,
  column: string,
): Promise<ResolvedReport | null> {
  const { loading, outcome } = writing;
  const commitment = await loading.one(byCode(Commitment), report.commitment);
  const department = await resolveDepartment(writing, report.department);
  const plan = report.commitment.split('/')[0] ?? '';
  const period = await loading.one(byCode(ReportingPeriod), periodCode(report.commitment, report.period));
  if (commitment === null) {
    outcome.note(
      error('There is no such commitment; import it first.', {
        column: `${column}.commitment`,
        value: report.commitment,
      }),
    );
  }
  if (department === null) {
    outcome.note(
      error('No department is known by this name; import it first.', {
        column: `${column}.department`,
        value: report.department,
      }),
    );
  }
  if (period === null) {
    outcome.note(
      error(`The plan ${plan} has no such reporting period.`, {
        column: `${column}.period`,
        value: report.period,
      }),
    );
  }
  const entries = new Map<number, EntryContent>();
  for (const [at, { deliverable: code, ...content }] of report.entries.entries()) {
    const deliverable = await loading.one(byCode(Deliverable), code);
    const place = { column: `${column}.entries[${at}].deliverable`, value: code };
    if (commitment === null) break;
    if (deliverable?.commitmentKey !== commitment.key) {
      outcome.note(error(`This is no deliverable of ${report.commitment}.`, place));
    } else if (entries.has(deliverable.key)) {
      outcome.note(error('Each deliverable may stand once in a report.', place));
    } else {
      entries.set(deliverable.key, content);
    }
  }
  if (commitment === null || department === null || period === null) return null;
  return {
    planKey: commitment.planKey,
    commitmentKey: commitment.key,
    commitmentCode: commitment.code,
    periodKey: period.key,
    period: period.periodKey,
    departmentKey: department.key,
    departmentCode: department.code,
    publishedOn: report.publishedOn ?? null,
    entries,
  };
}
