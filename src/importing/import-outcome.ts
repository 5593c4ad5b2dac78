import type { Tally } from '../reporting/outcome.js';
import type { Problem } from '../reporting/problem.js';

/** What importing one file came to. */
export interface ImportOutcome {
  /** What the file was taken for, such as `commitment page`. */
  readonly format: string;
  /** false: there were errors, and nothing was saved. */
  readonly accepted: boolean;
  /** What was made, changed and found unchanged, by the sort of thing. */
  readonly tallies: ReadonlyMap<string, Readonly<Tally>>;
  /** In the order of their lines, at most a thousand. */
  readonly problems: readonly Problem[];
  /** How many problems more there were than are listed. */
  readonly omitted: number;
}

/** How a file is to be imported. */
export interface ImportSettings {
  /** Code of the plan that a page or tracker belongs to; null: found out from its periods. */
  readonly plan: string | null;
  /** Why levels go down that the file takes down; without it, the feed says that the file gives no reason. */
  readonly reason?: string | null;
  /** Only find out what would change. */
  readonly dryRun: boolean;
  /** Told from time to time how many bytes of a tracker have been read so far, and how many it has. */
  readonly onProgress?: (bytes: number, size: number) => void;
}
