import { withoutType } from '../../graph/lookup.js';
import { error, type Problem } from '../problem.js';
import { TextCheck } from '../request/check-text.js';
import type { EvidenceInput, ReportEntryInput, ReportInput } from './report-input.js';
import type { SaidReport } from './resolve-report.js';

/** Entries of a report at the most; the largest commitments have some dozens of indicators. */
const mostEntries = 500;

/** Pieces of evidence of an entry at the most. */
const mostEvidence = 50;

/** Characters of a reason at the most. */
export const longestReason = 2_000;

/**
 * Reads a report as a mutation gives it: all that can be said against it without a look at the hub.
 * @param prefix what stands before the names of its fields, such as `reports[3].`; may be empty.
 */
export function readReportInput(
  input: ReportInput,
  prefix: string,
): { readonly said: SaidReport; readonly problems: readonly Problem[] } {
  const check = new TextCheck();
  const { period, ifVersion } = input;
  const commitment = withoutType('Commitment', input.commitment);
  const department = withoutType('Department', input.department);
  const reason = check.one(input.reason, `${prefix}reason`, longestReason);
  if (input.entries.length > mostEntries) {
    check.note(tooMany(`${prefix}entries`, input.entries.length, mostEntries));
  }
  if (ifVersion != null && ifVersion < 0) {
    check.note(
      error(
        {
          en: 'A version is counted from 1; 0 stands for none.',
          fr: 'Une version se compte à partir de 1; 0 signifie aucune.',
        },
        { column: `${prefix}ifVersion`, value: String(ifVersion) },
      ),
    );
  }
  // What is refused for its length is not read on.
  const isTooLong = input.entries.length > mostEntries;
  const entries = (isTooLong ? [] : input.entries).map((entry, at) =>
    readEntry(check, entry, `${prefix}entries[${at}]`),
  );
  return { said: { commitment, period, department, reason, entries }, problems: check.problems };
}

function readEntry(check: TextCheck, entry: ReportEntryInput, column: string): SaidReport['entries'][number] {
  const { completion } = entry;
  const deliverable = withoutType('Deliverable', entry.deliverable);
  const [results, nextSteps, challenges] = (['results', 'nextSteps', 'challenges'] as const).map((part) =>
    check.both(entry[part], `${column}.${part}`),
  );
  return {
    deliverable,
    completion,
    results,
    nextSteps,
    challenges,
    evidence: entry.evidence && readEvidence(check, entry.evidence, `${column}.evidence`),
  };
}

function readEvidence(check: TextCheck, evidence: readonly EvidenceInput[], column: string) {
  if (evidence.length > mostEvidence) {
    check.note(tooMany(column, evidence.length, mostEvidence));
  }
  if (evidence.length > mostEvidence || check.isFull) return [];
  return evidence.map(({ url, text }, at) => {
    if (url == null && text?.en == null && text?.fr == null) {
      check.note(
        error(
          {
            en: 'A piece of evidence has an address, a text, or both.',
            fr: 'Une preuve a une adresse, un texte, ou les deux.',
          },
          { code: 'REQUIRED', column: `${column}[${at}]` },
        ),
      );
    }
    return {
      url: check.address(url, `${column}[${at}].url`),
      text: check.both(text, `${column}[${at}].text`, 2_000),
    };
  });
}

function tooMany(column: string, given: number, most: number): Problem {
  return error(
    {
      en: `There are ${given} of them; accepted: ${most} at the most.`,
      fr: `Il y en a ${given}; maximum accepté : ${most}.`,
    },
    { code: 'TOO_MANY', column },
  );
}
