import type { CompletionLevel } from '../../model/completion-level.js';
import type { OgpValue } from '../../model/ogp-value.js';
import type { Problem } from '../../reporting/problem.js';

/** What reading a page came to. */
export interface PageReading {
  /** null exactly when one of the problems is an error. */
  readonly page: CommitmentPage | null;
  readonly problems: readonly Problem[];
}

/**
 * One commitment's published page for one reporting period, as its author wrote it: organizations are names,
 * not codes. Longer texts are Markdown; see `toMarkdown`.
 */
export interface CommitmentPage {
  readonly language: 'en';
  readonly number: number;
  readonly title: string;
  /** At least one; `splitLeads` finds the names in each. */
  readonly leads: readonly PageLead[];
  readonly period: PagePeriod;
  readonly otherActors: string | null;
  readonly problem: string | null;
  readonly description: string | null;
  readonly contribution: string | null;
  /** null: the page names none that is known. */
  readonly ogpValues: readonly OgpValue[] | null;
  /** At least one, in the page's order; no position twice. */
  readonly deliverables: readonly PageDeliverable[];
  readonly expectedResult: string | null;
  /** By deliverable position; a deliverable without results is absent. */
  readonly results: ReadonlyMap<number, string>;
  /** By deliverable position; a deliverable without next steps is absent. */
  readonly nextSteps: ReadonlyMap<number, string>;
  /** Holds every deliverable's position; null: not reported. */
  readonly completion: ReadonlyMap<number, CompletionLevel | null>;
  readonly lines: PageLines;
}

/** One line, or one part of a line between semicolons, below the heading of the lead departments. */
export interface PageLead {
  /** May hold several names, and a name may hold commas and "and". */
  readonly text: string;
  readonly line: number;
}

/** A reporting period as the page states it. */
export interface PagePeriod {
  /** Such as "Mid-term". */
  readonly label: string;
  /** First day, YYYY-MM-DD. */
  readonly start: string;
  /** Last day, YYYY-MM-DD. */
  readonly end: string;
}

/** One thing promised in the action plan. */
export interface PageDeliverable {
  readonly position: number;
  readonly text: string;
}

/** Lines, counted from 1, where the pieces of a page begin; null or absent where the piece is. */
export interface PageLines {
  readonly title: number;
  readonly period: number;
  readonly otherActors: number | null;
  readonly problem: number | null;
  readonly description: number | null;
  readonly contribution: number | null;
  readonly ogpValues: number | null;
  readonly expectedResult: number | null;
  readonly deliverables: ReadonlyMap<number, number>;
  readonly results: ReadonlyMap<number, number>;
  readonly nextSteps: ReadonlyMap<number, number>;
  readonly completion: ReadonlyMap<number, number>;
}

/** One piece of a page, read: its value, null where there is none or it is wrong, and what is wrong with it. */
export interface Piece<T> {
  readonly value: T | null;
  /** Where the piece begins; null where it is nowhere on the page. */
  readonly line: number | null;
  readonly problems: readonly Problem[];
}
