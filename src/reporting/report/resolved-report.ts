import type { ActionPlan } from '../../model/action-plan.js';
import type { ReportEntry } from '../../model/report-entry.js';
import type { ReportingPeriod } from '../../model/reporting-period.js';
import type { Place } from '../problem.js';
import type { EntryContent, WholeEntry } from './entry-content.js';

/** A part of an entry, as problems name it. */
export type EntryPart = 'deliverable' | 'completion' | 'results' | 'nextSteps' | 'challenges' | 'evidence';

/** A report whose every part is known to exist. */
export interface ResolvedReport {
  readonly plan: Pick<ActionPlan, 'key' | 'code' | 'rules' | 'reviewRequired'>;
  readonly commitmentKey: number;
  readonly commitmentCode: string;
  readonly period: Pick<ReportingPeriod, 'key' | 'periodKey' | 'start' | 'end'>;
  readonly departmentKey: number;
  readonly departmentCode: string;
  /** `YYYY-MM-DD`; null: not known. */
  readonly publishedOn: string | null;
  /** Why levels go down; null: not said. */
  readonly reason: string | null;
  /**
   * What it is said on top of: the draft of the department, or only what is published, whatever is being drafted.
   */
  readonly basis: 'draft' | 'published';
  /** Whether it was handed in without any entry, be it one that cannot be found. */
  readonly saysNothing: boolean;
  /** What is said, by the number of the deliverable. */
  readonly entries: ReadonlyMap<number, EntryContent>;
  /** What an entry becomes when this is said of it. */
  readonly merge: (stored: ReportEntry | undefined, said: EntryContent) => WholeEntry;
  /** Where the parts of the report stand, for problems. */
  readonly places: ReportPlaces;
}

/** Where the parts of a report stand in what was handed in. */
export interface ReportPlaces {
  readonly of: (part: 'commitment' | 'period' | 'department' | 'reason' | 'ifVersion' | 'entries') => Place;
  /** @param language a text's language; null: all of the part. */
  readonly ofEntry: (deliverableKey: number, part: EntryPart, language: 'en' | 'fr' | null) => Place;
}

/** What a report is to become. */
export type ReportAim = 'DRAFT' | 'SUBMITTED' | 'PUBLISHED';
