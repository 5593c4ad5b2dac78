/** The longest text of a cell, in UTF-16 code units: what a report takes. */
export const longestText = 20_000;

const lineBreak = /\r\n|\r|\n/g;

/** How many line breaks a text holds; CR LF is one. */
export function lineBreaksIn(text: string): number {
  return text.match(lineBreak)?.length ?? 0;
}

/** A cell's words: every line break LF, nothing blank before or after. */
export function wordsOf(cell: string): string {
  return cell.replace(lineBreak, '\n').trim();
}

/** Why a text cannot be stored, each reason with what is accepted; none where it can. */
export function reasonsUnstorable(words: string): readonly string[] {
  const reasons: string[] = [];
  if (words.length > longestText) {
    reasons.push(`This text has ${words.length} characters; expected at most ${longestText}.`);
  }
  // PostgreSQL cannot store U+0000, and a lone surrogate is no character at all.
  if (words.includes('\u0000')) {
    reasons.push('This text holds a null character (U+0000); expected text without one.');
  }
  if (!words.isWellFormed()) {
    reasons.push('This text holds half a character (a lone surrogate); expected whole characters.');
  }
  return reasons;
}
