import { RowCells, type TrackerRecord } from './row-cells.js';
import {
  commitmentCode,
  indicatorCode,
  milestoneCode,
  organizationSlug,
  parentOf,
  reportingPeriod,
} from './tracker-codes.js';
import type { ReadColumn } from './tracker-columns.js';
import type { TrackerLine } from './tracker-row.js';

/**
 * Reads one record of a tracker file: all that is wrong with it, then the row, unless any of it was an error.
 * Whether the plan knows the codes, and what its rules require, is not asked here.
 */
export function readRow(record: TrackerRecord): readonly TrackerLine[] {
  const cells = new RowCells(record);
  const period = cells.code('reporting_period', reportingPeriod);
  const commitment = cells.code('commitments', commitmentCode);
  const milestone = cells.code('milestones', milestoneCode);
  refuseStranger(cells, { column: 'milestones', code: milestone, parent: commitment, called: 'commitment' });
  const indicator = cells.code('indicators', indicatorCode);
  refuseStranger(cells, { column: 'indicators', code: indicator, parent: milestone, called: 'milestone' });
  const completion = cells.completion('status');
  const results = cells.text('progress_en', 'progress_fr');
  const evidence = cells.text('evidence_en', 'evidence_fr');
  const challenges = cells.text('challenges_en', 'challenges_fr');
  const created = cells.date('record_created');
  const modified = cells.date('record_modified');
  const department = cells.code('owner_org', organizationSlug);

  const problems = cells.problems.map((problem) => ({ kind: 'problem', problem }) as const);
  if (
    period === null ||
    commitment === null ||
    milestone === null ||
    indicator === null ||
    department === null ||
    cells.problems.some(({ severity }) => severity === 'error')
  ) {
    return problems;
  }
  const row = {
    line: record.line,
    period,
    commitment,
    milestone,
    indicator,
    completion,
    results,
    evidence,
    challenges,
    // Where it was modified on a day that cannot be read, these words are later than the record's creation.
    publishedOn: modified === undefined ? (created ?? null) : modified,
    department,
  };
  return [...problems, { kind: 'row', row }];
}

interface Child {
  readonly column: ReadColumn;
  readonly code: string | null;
  /** The row's commitment or milestone; null where it could not be read, and nothing is said then. */
  readonly parent: string | null;
  readonly called: string;
}

function refuseStranger(cells: RowCells, { column, code, parent, called }: Child): void {
  if (code === null || parent === null || parentOf(code) === parent) {
    return;
  }
  const home = parentOf(code);
  const message = `This belongs to the ${called} ${home}; expected one of this row's ${called}, ${parent}.`;
  cells.refuse(column, message, code);
}
