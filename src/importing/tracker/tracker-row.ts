import type { CompletionLevel } from '../../model/completion-level.js';
import type { Text } from '../../model/text.js';
import type { Problem } from '../../reporting/problem.js';

/** What one department reported on one indicator for one period, not yet held against a plan. */
export interface TrackerRow {
  /** Line on which the record starts, counted from 1 with the header; cells may hold line breaks. */
  readonly line: number;
  /** `YYYY-MM`. */
  readonly period: string;
  /** Literally as the file has it, such as `C05`. */
  readonly commitment: string;
  /** Literally as the file has it, such as `C05.2`. */
  readonly milestone: string;
  /** Literally as the file has it, such as `C05.2.01`. */
  readonly indicator: string;
  /** null: the status is blank, which is not the same as not started. */
  readonly completion: CompletionLevel | null;
  readonly results: Text | null;
  readonly evidence: Text | null;
  readonly challenges: Text | null;
  /**
   * The day, `YYYY-MM-DD`, on which the record was last modified, or created where no modification is given.
   * null: not known.
   */
  readonly publishedOn: string | null;
  /** The slug of the organization that reported, as the file has it; not necessarily the lead department. */
  readonly department: string;
}

/** One thing a tracker file says: a row, or something wrong with the file. */
export type TrackerLine =
  | { readonly kind: 'row'; readonly row: TrackerRow }
  | { readonly kind: 'problem'; readonly problem: Problem };
