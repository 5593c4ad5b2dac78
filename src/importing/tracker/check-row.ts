import type { Department } from '../../model/department.js';
import { type BrokenRule, brokenRules } from '../../reporting/entry-rules.js';
import { error, type Problem } from '../../reporting/problem.js';
import type { PlanCodes } from './plan-codes.js';
import type { StagedRow } from './staged-rows.js';
import type { TrackerRow } from './tracker-row.js';

/** The tracker's column of each part of an entry, without its language. */
const columnOf: Readonly<Record<BrokenRule['part'], string>> = {
  completion: 'status',
  results: 'progress',
  evidence: 'evidence',
  challenges: 'challenges',
};

/** Holds a row against its plan: all that is wrong with it, or, when nothing is, what to record. */
export function checkRow(
  row: TrackerRow,
  codes: PlanCodes,
  department: Department | null,
): { readonly staged: StagedRow | null; readonly problems: readonly Problem[] } {
  const { line } = row;
  const plan = codes.plan.code;
  const period = codes.periods.get(row.period);
  const commitment = codes.commitments.get(row.commitment);
  const milestone = codes.deliverables.get(row.milestone);
  const indicator = codes.deliverables.get(row.indicator);
  const problems: Problem[] = [];
  const refuse = (column: string, value: string, message: string) =>
    problems.push(error(message, { line, column, value }));

  if (!period) {
    const accepted = [...codes.periods.keys()].sort().join(', ');
    refuse(
      'reporting_period',
      row.period,
      `The plan ${plan} has no such reporting period; it has ${accepted}`,
    );
  }
  if (!commitment) refuse('commitments', row.commitment, `The plan ${plan} has no such commitment`);
  if (!milestone) {
    refuse('milestones', row.milestone, `The plan ${plan} has no such milestone`);
  } else if (commitment && milestone.commitmentKey !== commitment.key) {
    refuse('milestones', row.milestone, `This is no milestone of ${row.commitment}`);
  }
  if (!indicator) {
    refuse('indicators', row.indicator, `The plan ${plan} has no such indicator`);
  } else if (milestone && indicator.parentKey !== milestone.key) {
    refuse('indicators', row.indicator, `This is no indicator of ${row.milestone}`);
  }
  if (department === null) {
    refuse('owner_org', row.department, 'No department is known by this name; import it first');
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
