import { ReportingRules } from '../../model/action-plan.js';
import { CompletionLevel } from '../../model/completion-level.js';
import type { Text } from '../../model/text.js';
import type { Wording } from '../problem.js';

/** The parts of an entry that the rules of a plan's generation look at. */
export interface RuledEntry {
  readonly completion: CompletionLevel | null;
  readonly results: Text | null;
  readonly evidence: Text | null;
  readonly challenges: Text | null;
}

/** A part of an entry that breaks a rule. */
export interface BrokenRule {
  readonly part: 'completion' | 'results' | 'evidence' | 'challenges';
  /** The language that is missing; null: all of the part. */
  readonly language: 'en' | 'fr' | null;
  /** The tracker's own wording, and what it is due to. */
  readonly message: string;
  readonly french: string;
}

const empty: Wording = {
  en: 'This field must not be empty.',
  fr: 'Ce champ ne doit pas être vide.',
};
const dueToLanguage: Wording = {
  en: 'This field is required due to a response in a different field: the text is there in the other language.',
  fr: 'Ce champ est requis en raison d’une réponse dans un autre champ : le texte existe dans l’autre langue.',
};
const dueToLevel: Wording = {
  en: 'This field is required due to a response in a different field: the level is not started or limited.',
  fr: 'Ce champ est requis en raison d’une réponse dans un autre champ : le niveau est non commencé ou limité.',
};

/** What each generation of plans requires; each keeps what the ones before it required. */
const requirements: Readonly<Record<ReportingRules, readonly ((entry: RuledEntry) => BrokenRule[])[]>> = {
  [ReportingRules.RULES_2016]: [],
  [ReportingRules.RULES_2018]: [pairedEvidence, pairedChallenges],
  [ReportingRules.RULES_2022]: [level, bilingualResults, pairedEvidence, pairedChallenges],
  [ReportingRules.RULES_2025]: [level, bilingualResults, pairedEvidence, challengesOfSlowWork],
};

/** Every rule of the plan's generation that an entry breaks. */
export function brokenRules(rules: ReportingRules, entry: RuledEntry): BrokenRule[] {
  return requirements[rules].flatMap((requirement) => requirement(entry));
}

function level({ completion }: RuledEntry): BrokenRule[] {
  return completion === null ? [broken('completion', null, empty)] : [];
}

function bilingualResults({ results }: RuledEntry): BrokenRule[] {
  return missing(results).map((language) => broken('results', language, empty));
}

function pairedEvidence({ evidence }: RuledEntry): BrokenRule[] {
  return half(evidence).map((language) => broken('evidence', language, dueToLanguage));
}

function pairedChallenges({ challenges }: RuledEntry): BrokenRule[] {
  return half(challenges).map((language) => broken('challenges', language, dueToLanguage));
}

function challengesOfSlowWork(entry: RuledEntry): BrokenRule[] {
  const { completion, challenges } = entry;
  const isSlow = completion === CompletionLevel.NOT_STARTED || completion === CompletionLevel.LIMITED;
  if (!isSlow) return pairedChallenges(entry);
  return missing(challenges).map((language) => broken('challenges', language, dueToLevel));
}

function broken(part: BrokenRule['part'], language: BrokenRule['language'], { en, fr }: Wording): BrokenRule {
  return { part, language, message: en, french: fr };
}

function missing(text: Text | null): ('en' | 'fr')[] {
  return (['en', 'fr'] as const).filter((language) => text?.[language] == null);
}

/** The language that is missing where the other one is there. */
function half(text: Text | null): ('en' | 'fr')[] {
  const gaps = missing(text);
  return gaps.length === 1 ? gaps : [];
}
