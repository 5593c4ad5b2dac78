import { isDeepStrictEqual } from 'node:util';
import type { CompletionLevel } from '../../model/completion-level.js';
import type { ReportEntry } from '../../model/report-entry.js';
import type { Text } from '../../model/text.js';

/** A piece of evidence: an address, a text, or both. */
export interface EvidenceContent {
  readonly url?: string | null | undefined;
  readonly text?: Text | null | undefined;
}

/** What is to be recorded on one deliverable: see {@link mergeEntry} and {@link amendEntry} for what is left out. */
export interface EntryContent {
  readonly completion?: CompletionLevel | null | undefined;
  readonly results?: Text | null | undefined;
  readonly nextSteps?: Text | null | undefined;
  readonly challenges?: Text | null | undefined;
  readonly evidence?: readonly EvidenceContent[] | null | undefined;
}

/** An entry with all of its parts, as it is stored. */
export interface WholeEntry {
  readonly completion: CompletionLevel | null;
  readonly results: StoredText;
  readonly nextSteps: StoredText;
  readonly challenges: StoredText;
  readonly evidence: readonly { url?: string; text?: { en?: string; fr?: string } }[];
}

interface StoredText {
  readonly en: string | null;
  readonly fr: string | null;
}

/**
 * What an entry becomes when a file says this anew. Files have blank cells and no way to say that something is gone:
 * what they leave out or have as null or as an empty list stays as it was, each language by itself.
 */
export function mergeEntry(stored: ReportEntry | undefined, said: EntryContent): WholeEntry {
  return {
    completion: said.completion ?? stored?.completion ?? null,
    results: mergeText(stored?.results, said.results),
    nextSteps: mergeText(stored?.nextSteps, said.nextSteps),
    challenges: mergeText(stored?.challenges, said.challenges),
    evidence: said.evidence?.length
      ? said.evidence.map(storedEvidence)
      : (stored?.evidence ?? []).map(storedEvidence),
  };
}

/**
 * What an entry becomes when its department amends it. What is left out stays as it was, each language by itself; null
 * and an empty list take away what was there.
 */
export function amendEntry(stored: ReportEntry | undefined, said: EntryContent): WholeEntry {
  const { completion, results, nextSteps, challenges, evidence } = said;
  return {
    completion: completion === undefined ? (stored?.completion ?? null) : completion,
    results: amendText(stored?.results, results),
    nextSteps: amendText(stored?.nextSteps, nextSteps),
    challenges: amendText(stored?.challenges, challenges),
    evidence: (evidence === undefined ? (stored?.evidence ?? []) : (evidence ?? [])).map(storedEvidence),
  };
}

/** Whether an entry is stored just so already. */
export function isStoredSo(stored: ReportEntry | undefined, entry: WholeEntry): boolean {
  return stored !== undefined && isDeepStrictEqual(mergeEntry(stored, {}), entry);
}

function mergeText(stored: Text | null | undefined, said: Text | null | undefined): StoredText {
  return { en: said?.en ?? stored?.en ?? null, fr: said?.fr ?? stored?.fr ?? null };
}

function amendText(stored: Text | null | undefined, said: Text | null | undefined): StoredText {
  if (said === null) return { en: null, fr: null };
  const { en, fr } = said ?? {};
  return {
    en: en === undefined ? (stored?.en ?? null) : en,
    fr: fr === undefined ? (stored?.fr ?? null) : fr,
  };
}

/** JSON drops what is undefined and keeps null, so neither is written. */
function storedEvidence({ url, text }: EvidenceContent): WholeEntry['evidence'][number] {
  const { en, fr } = text ?? {};
  return {
    ...(url != null && { url }),
    ...((en != null || fr != null) && { text: { ...(en != null && { en }), ...(fr != null && { fr }) } }),
  };
}
