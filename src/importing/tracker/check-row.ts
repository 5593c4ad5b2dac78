import type { Department } from '../../model/department.js';
import { error, type Problem } from '../../reporting/problem.js';
import { brokenRules } from '../../reporting/report/entry-rules.js';
import type { PlanCodes } from './plan-codes.js';
import { columnOf } from './resolved-reports.js';
import type { StagedRow } from './staged-rows.js';
import type { TrackerRow } from './tracker-row.js';

/** Holds a row against its plan: all that is wrong with it, or, when nothing is, what to record. */
export function checkRow(
  row: TrackerRow,
  codes: PlanCodes,
  department: Department | null,
): { readonly staged: StagedRow | null; readonly problems: readonly Problem[] } {
  const { line } = row;
  const { accepted } = codes;
  const plan = codes.plan.code;
  const period = codes.periods.get(row.period);
  const commitment = codes.commitments.get(row.commitment);
  const milestone = codes.deliverables.get(row.milestone);
  const indicator = codes.deliverables.get(row.indicator);
  const problems: Problem[] = [];
  const refuse = (column: string, value: string, message: string) =>
    problems.push(error(message, { line, column, value }));

  if (!period) {
    const message = `The plan ${plan} has no such reporting period; it has ${accepted.periods}.`;
    refuse('reporting_period', row.period, message);
  }
  if (!commitment) {
    const message = `The plan ${plan} has no such commitment; it has ${accepted.commitments}.`;
    refuse('commitments', row.commitment, message);
  } else if (milestone?.commitmentKey !== commitment.key) {
    const known = accepted.milestones.get(commitment.key) ?? 'none';
    refuse('milestones', row.milestone, `${row.commitment} has no such milestone; it has ${known}.`);
  } else if (indicator?.parentKey !== milestone.key) {
    const known = accepted.indicators.get(milestone.key) ?? 'none';
    refuse('indicators', row.indicator, `${row.milestone} has no such indicator; it has ${known}.`);
  }
  if (department === null) {
    const message = 'No department is known by this name; import it, or its alias, first.';
    refuse('owner_org', row.department, message);
  }
  for (const { part, language, message } of brokenRules(codes.plan.rules, row)) {
    refuse(language === null ? columnOf[part] : `${columnOf[part]}_${language}`, '', message);
  }
  if (problems.length > 0 || !period || !commitment || !indicator || department === null) {
    return { staged: null, problems };
  }
  return {
    staged: {
      line,
      commitmentKey: commitment.key,
      periodKey: period.key,
      departmentKey: department.key,
      deliverableKey: indicator.key,
      publishedOn: row.publishedOn,
      content: {
        completion: row.completion,
        results: row.results,
        challenges: row.challenges,
        evidence: row.evidence === null ? [] : [{ text: row.evidence }],
      },
    },
    problems,
  };
}
