import { CompletionLevel } from '../../model/completion-level.js';
import { error, type Problem, warning } from '../../reporting/problem.js';
import { joinByPosition } from './join-by-position.js';
import { plainText } from './page-block.js';
import { usualHeadings } from './page-heading.js';
import type { Section } from './page-sections.js';
import { isNothing } from './read-prose.js';

/** The levels a page reports, by deliverable position. */
export interface CompletionPiece {
  /** Holds every deliverable's position; null: not reported. */
  readonly levels: ReadonlyMap<number, CompletionLevel | null>;
  readonly lines: ReadonlyMap<number, number>;
  readonly problems: readonly Problem[];
}

const accepted = '"Not started", "Limited", "Substantial", "Complete", or blank for not reported';
const wordings: ReadonlyMap<CompletionLevel, RegExp> = new Map([
  [CompletionLevel.NOT_STARTED, /\bnot (?:yet )?started\b/i],
  [CompletionLevel.LIMITED, /\blimited\b/i],
  [CompletionLevel.SUBSTANTIAL, /\bsubstantial\b/i],
  [CompletionLevel.COMPLETE, /\bcompleted?\b/i],
]);

/** Reads how far each deliverable has come. */
export function readCompletion(section: Section | undefined, positions: readonly number[]): CompletionPiece {
  const joined = joinByPosition(section, positions);
  const problems: Problem[] = [...joined.problems];
  const levels = new Map<number, CompletionLevel | null>(positions.map((position) => [position, null]));
  const lines = new Map<number, number>();
  for (const { position, line, blocks } of joined.items) {
    lines.set(position, line);
    const text = plainText(blocks);
    const level = readCompletionLevel(text);
    if (level !== undefined) levels.set(position, level);
    else {
      const message = `The completion level of deliverable ${position} must be ${accepted}.`;
      problems.push(
        error(message, { line, column: section?.heading ?? usualHeadings.completion, value: text }),
      );
    }
  }
  const missing = positions.filter((position) => !lines.has(position));
  // Levels that could not be joined to any deliverable are told of already.
  const isRead = joined.items.length > 0 || joined.problems.length === 0;
  if (section !== undefined && missing.length > 0 && isRead) {
    const message = `No completion level is given for deliverable ${missing.join(', ')}; the page may be cut short.`;
    problems.push(warning(message, { line: section.line, column: section.heading }));
  }
  return { levels, lines, problems };
}

/**
 * The level that a text begins with, more words following or not: "Substantial progress". null where it is blank;
 * undefined where it is unknown, or names a second level.
 */
export function readCompletionLevel(text: string): CompletionLevel | null | undefined {
  if (text === '' || isNothing(text)) return null;
  const words = text.replace(/[-‑]/g, ' ');
  const named = [...wordings].filter(([, wording]) => wording.test(words));
  const [only, second] = named;
  if (only === undefined || second !== undefined || words.search(only[1]) !== 0) return undefined;
  return only[0];
}
