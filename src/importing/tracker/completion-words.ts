import { CompletionLevel } from '../../model/completion-level.js';

const words: Readonly<Record<CompletionLevel, readonly string[]>> = {
  [CompletionLevel.NOT_STARTED]: ['NS', 'Not started', 'Non commencé'],
  [CompletionLevel.LIMITED]: ['LP', 'Limited', 'Limited progress', 'Progrès limité'],
  [CompletionLevel.SUBSTANTIAL]: ['SP', 'Substantial', 'Substantial progress', 'Progrès important'],
  [CompletionLevel.COMPLETE]: ['C', 'Complete', 'Completed', 'Réalisé'],
};

const levels: ReadonlyMap<string, CompletionLevel> = new Map(
  Object.values(CompletionLevel).flatMap((level) => words[level].map((word) => [folded(word), level])),
);

/** How the words of a level are told to people. */
export const acceptedCompletion =
  'NS (Not started, Non commencé), LP (Limited progress, Progrès limité), ' +
  'SP (Substantial progress, Progrès important) or C (Complete, Réalisé), or nothing';

/**
 * The level a tracker's code or an English or French word stands for, in any case; null for any other word.
 *
 * @example completionOf('Progrès limité') // CompletionLevel.LIMITED
 */
export function completionOf(word: string): CompletionLevel | null {
  return levels.get(folded(word)) ?? null;
}

/** Without accents too: capitals are often written without them, and é has two spellings in Unicode. */
function folded(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim().replace(/\s+/g, ' ');
}
