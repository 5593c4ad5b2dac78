import { CompletionLevel } from '../../src/model/completion-level.js';
import type { ReportEntry } from '../../src/model/report-entry.js';
import { type EntryContent, isStoredSo, mergeEntry } from '../../src/reporting/report/entry-content.js';

/** An entry as the database has it. */
const stored = {
  completion: CompletionLevel.LIMITED,
  results: { en: 'Some', fr: 'Un peu' },
  nextSteps: { en: null, fr: 'Plus' },
  challenges: { en: null, fr: null },
  evidence: [{ text: { en: 'A page' } }, { url: 'https://a.example/' }],
} as unknown as ReportEntry;

describe('an entry that is said anew', () => {
  it('takes over what is said, each language by itself, and keeps the rest', () => {
    const said = {
      completion: CompletionLevel.COMPLETE,
      results: { en: 'All' },
      nextSteps: { en: 'None', fr: null },
    };
    expect(mergeEntry(stored, said)).toEqual({
      completion: 'COMPLETE',
      results: { en: 'All', fr: 'Un peu' },
      nextSteps: { en: 'None', fr: 'Plus' },
      challenges: { en: null, fr: null },
      evidence: [{ text: { en: 'A page' } }, { url: 'https://a.example/' }],
    });
  });

  it('has its evidence replaced as a whole, unless none is said', () => {
    const evidence = [
      { url: 'https://b.example/', text: { en: null, fr: 'Une page' } },
      { url: null, text: null },
    ];
    expect(mergeEntry(stored, { evidence }).evidence).toEqual([
      { url: 'https://b.example/', text: { fr: 'Une page' } },
      {},
    ]);
    expect(mergeEntry(stored, { evidence: [] }).evidence).toEqual(stored.evidence);
  });

  it('is whole where nothing is stored', () => {
    const nothing = { en: null, fr: null };
    expect(mergeEntry(undefined, { results: { fr: 'Un peu' } })).toEqual({
      completion: null,
      results: { en: null, fr: 'Un peu' },
      nextSteps: nothing,
      challenges: nothing,
      evidence: [],
    });
  });

  it.each<[string, EntryContent, boolean]>([
    ['nothing', {}, true],
    ['the same', { completion: CompletionLevel.LIMITED, results: { en: 'Some', fr: 'Un peu' } }, true],
    [
      'the same evidence',
      { evidence: [{ url: null, text: { en: 'A page', fr: null } }, { url: 'https://a.example/' }] },
      true,
    ],
    ['one other word', { results: { en: 'Some.' } }, false],
    ['another level', { completion: CompletionLevel.NOT_STARTED }, false],
    [
      'evidence in another order',
      { evidence: [{ url: 'https://a.example/' }, { text: { en: 'A page' } }] },
      false,
    ],
    ['a language that was missing', { nextSteps: { en: 'More' } }, false],
  ])('is stored just so already, or not, when %s is said', (_what, said, expected) => {
    expect(isStoredSo(stored, mergeEntry(stored, said))).toBe(expected);
  });

  it('is not stored so where nothing is stored, even if it says nothing', () => {
    expect(isStoredSo(undefined, mergeEntry(undefined, {}))).toBe(false);
  });
});
