import fc from 'fast-check';
import { ReportingRules } from '../../src/model/action-plan.js';
import { CompletionLevel } from '../../src/model/completion-level.js';
import type { Text } from '../../src/model/text.js';
import { brokenRules, type RuledEntry } from '../../src/reporting/report/entry-rules.js';

const { RULES_2016, RULES_2018, RULES_2022, RULES_2025 } = ReportingRules;
const { NOT_STARTED, LIMITED, SUBSTANTIAL, COMPLETE } = CompletionLevel;
const both: Text = { en: 'Done', fr: 'Fait' };
const english: Text = { en: 'Done' };
const french: Text = { en: null, fr: 'Fait' };

/** An entry without a fault under any rules, with some of its parts replaced. */
const entry = (parts: Partial<RuledEntry> = {}): RuledEntry => ({
  completion: SUBSTANTIAL,
  results: both,
  evidence: null,
  challenges: null,
  ...parts,
});

/** What each generation says of an entry: the parts, with the missing language. */
const verdicts = (parts: Partial<RuledEntry>) =>
  [RULES_2016, RULES_2018, RULES_2022, RULES_2025].map((rules) =>
    brokenRules(rules, entry(parts))
      .map(({ part, language }) => (language === null ? part : `${part}_${language}`))
      .join(' '),
  );

describe('the rules of the plans of 2016, 2018, 2022 and 2025', () => {
  it.each<[string, Partial<RuledEntry>, [string, string, string, string]]>([
    ['a sound entry', {}, ['', '', '', '']],
    ['no level', { completion: null }, ['', '', 'completion', 'completion']],
    ['no results', { results: null }, ['', '', 'results_en results_fr', 'results_en results_fr']],
    ['English results', { results: english }, ['', '', 'results_fr', 'results_fr']],
    ['French results', { results: french }, ['', '', 'results_en', 'results_en']],
    ['results NIL', { results: { en: 'NIL', fr: 'NIL' } }, ['', '', '', '']],
    ['English evidence', { evidence: english }, ['', 'evidence_fr', 'evidence_fr', 'evidence_fr']],
    ['French evidence', { evidence: french }, ['', 'evidence_en', 'evidence_en', 'evidence_en']],
    ['evidence in both', { evidence: both }, ['', '', '', '']],
    ['English challenges', { challenges: english }, ['', 'challenges_fr', 'challenges_fr', 'challenges_fr']],
    ['French challenges', { challenges: french }, ['', 'challenges_en', 'challenges_en', 'challenges_en']],
    [
      'not started without challenges',
      { completion: NOT_STARTED },
      ['', '', '', 'challenges_en challenges_fr'],
    ],
    ['limited without challenges', { completion: LIMITED }, ['', '', '', 'challenges_en challenges_fr']],
    [
      'limited, English challenges',
      { completion: LIMITED, challenges: english },
      ['', 'challenges_fr', 'challenges_fr', 'challenges_fr'],
    ],
    ['limited, challenges in both', { completion: LIMITED, challenges: both }, ['', '', '', '']],
    ['complete without challenges', { completion: COMPLETE }, ['', '', '', '']],
    [
      'everything wrong at once',
      { completion: null, results: english, evidence: english, challenges: french },
      [
        '',
        'evidence_fr challenges_en',
        'completion results_fr evidence_fr challenges_en',
        'completion results_fr evidence_fr challenges_en',
      ],
    ],
  ])('judge %s', (_what, parts, expected) => {
    expect(verdicts(parts)).toEqual(expected);
  });

  it('get stricter from one generation to the next, whatever the entry', () => {
    const text = fc.option(
      fc.record({ en: fc.option(fc.string({ minLength: 1 })), fr: fc.option(fc.string({ minLength: 1 })) }),
    );
    const anyEntry = fc.record({
      completion: fc.option(fc.constantFrom(...Object.values(CompletionLevel))),
      results: text,
      evidence: text,
      challenges: text,
    });
    fc.assert(
      fc.property(anyEntry, (any) => {
        const broken = [RULES_2016, RULES_2018, RULES_2022, RULES_2025].map((rules) =>
          brokenRules(rules, any).map(({ part, language }) => `${part} ${language}`),
        );
        for (const [at, earlier] of broken.slice(0, -1).entries()) {
          expect(broken[at + 1]).toEqual(expect.arrayContaining(earlier));
        }
      }),
    );
  });

  it('say why a text is required', () => {
    const challenges = (parts: Partial<RuledEntry>) => brokenRules(RULES_2025, entry(parts))[0]?.message;
    expect(challenges({ challenges: english })).toBe(
      'This field is required due to a response in a different field: the text is there in the other language.',
    );
    expect(challenges({ completion: LIMITED })).toBe(
      'This field is required due to a response in a different field: the level is not started or limited.',
    );
  });
});
