import { departmentByStableCode } from '../../graph/organization/find-department.js';
import { lookUp, periodCode } from '../look-up.js';
import { error, type Problem } from '../problem.js';
import type { Writing } from '../writing.js';
import { checkReports } from './check-reports.js';
import { amendEntry } from './entry-content.js';
import { type PreparedReport, prepareReports } from './prepare-reports.js';
import { readReportInput } from './read-report-input.js';
import { recordReports } from './record-reports.js';
import type { ReportInput } from './report-input.js';
import { resolveReport } from './resolve-report.js';
import type { ReportAim, ResolvedReport } from './resolved-report.js';
import { suggestReferences } from './suggest-references.js';

/** What a department wants of its reports. */
export type ReportWish = 'draft' | 'submit';

/** What became of one report. */
export interface ReportOutcome {
  /** The number of its version; null: it was not recorded. */
  readonly key: number | null;
  readonly problems: readonly Problem[];
}

interface Standing {
  readonly input: ReportInput;
  report: ResolvedReport | null;
  readonly problems: Problem[];
}

/**
 * Drafts or submits reports by the rules of their plans. A submitted one is published where its plan needs no review.
 * @param prefixOf what stands before the names of a report's fields in problems, by its place.
 * @param isAllOrNothing whether one that is wrong keeps all others from being recorded.
 */
export async function writeReports(
  writing: Writing,
  inputs: readonly ReportInput[],
  wish: ReportWish,
  prefixOf: (place: number) => string,
  isAllOrNothing: boolean,
): Promise<ReportOutcome[]> {
  const standing = await resolveAll(writing, inputs, prefixOf);
  const aims = new Map<ReportAim, Standing[]>();
  for (const one of standing) {
    const aim = one.report && aimOf(one.report, wish);
    if (aim !== null) aims.set(aim, [...(aims.get(aim) ?? []), one]);
  }
  const sound = new Map<ReportAim, { readonly one: Standing; readonly prepared: PreparedReport }[]>();
  // Everything is locked at once, in one order, whatever is aimed at.
  const all = [...aims].flatMap(([aim, some]) => some.map((one) => ({ aim, one })));
  const prepared = await prepareReports(
    writing,
    all.flatMap(({ one }) => one.report ?? []),
  );
  for (const [aim] of aims) {
    const own = all.flatMap(({ aim: other, one }, at) => {
      const ready = prepared[at];
      return other === aim && ready ? [{ one, prepared: ready }] : [];
    });
    const found = await checkReports(
      writing,
      own.map(({ prepared: ready }) => ready),
      aim,
    );
    for (const [at, { one, prepared: ready }] of own.entries()) {
      one.problems.push(...versionProblems(ready, one.input), ...(found[at] ?? []));
    }
    sound.set(
      aim,
      own.filter(({ one }) => one.problems.length === 0),
    );
  }
  if (isAllOrNothing && standing.some(({ problems }) => problems.length > 0))
    return standing.map(outcomeOf(new Map()));
  const keys = new Map<Standing, number>();
  for (const [aim, own] of sound) {
    const recorded = await recordReports(
      writing,
      own.map(({ prepared: ready }) => ready),
      aim,
    );
    for (const [at, { one }] of own.entries()) keys.set(one, recorded[at] ?? 0);
    if (aim === 'PUBLISHED') await suggestReferences(writing, recorded);
  }
  return standing.map(outcomeOf(keys));
}

function outcomeOf(keys: ReadonlyMap<Standing, number>) {
  return (one: Standing): ReportOutcome => ({ key: keys.get(one) ?? null, problems: one.problems });
}

function aimOf({ plan }: ResolvedReport, wish: ReportWish): ReportAim {
  if (wish === 'draft') return 'DRAFT';
  return plan.reviewRequired ? 'SUBMITTED' : 'PUBLISHED';
}

async function resolveAll(
  writing: Writing,
  inputs: readonly ReportInput[],
  prefixOf: (place: number) => string,
): Promise<Standing[]> {
  const read = inputs.map((input, at) => readReportInput(input, prefixOf(at)));
  const said = read.map((one) => one.said);
  const departments = await writing.loading.many(
    departmentByStableCode,
    said.map(({ department }) => department),
  );
  await lookUp(writing, {
    commitments: said.map(({ commitment }) => commitment),
    periods: said.map(({ commitment, period }) => periodCode(commitment, period)),
    deliverables: said.flatMap(({ entries }) => entries.map(({ deliverable }) => deliverable)),
  });
  const seen = new Set<string>();
  const standing: Standing[] = [];
  for (const [at, input] of inputs.entries()) {
    const { said, problems } = read[at] ?? readReportInput(input, prefixOf(at));
    const { report, problems: unresolved } = await resolveReport(writing, said, {
      department: departments[at] ?? null,
      prefix: prefixOf(at),
      merge: amendEntry,
    });
    const one: Standing = { input, report, problems: [...problems, ...unresolved] };
    standing.push(one);
    if (report === null) continue;
    const identity = `${report.commitmentKey} ${report.period.key} ${report.departmentKey}`;
    if (seen.has(identity)) {
      one.problems.push(repeated(prefixOf(at), input.commitment));
      one.report = null;
    }
    seen.add(identity);
  }
  return standing;
}

function repeated(prefix: string, commitment: string): Problem {
  return error(
    {
      en: 'A department reports once on a commitment for a period; an earlier one of the input is the same.',
      fr: 'Un ministère fait un seul rapport par engagement et par période; un autre de la demande est le même.',
    },
    { code: 'DUPLICATE', column: `${prefix}commitment`, value: commitment },
  );
}

function versionProblems({ report, latestVersion }: PreparedReport, { ifVersion }: ReportInput): Problem[] {
  if (ifVersion == null || ifVersion === latestVersion) return [];
  return [
    error(
      {
        en: `The current version is ${latestVersion}; somebody else wrote it meanwhile. Read it, and base yours on it.`,
        fr: `La version actuelle est ${latestVersion}; quelqu’un d’autre l’a écrite entre-temps. Lisez-la d’abord.`,
      },
      {
        code: 'CONFLICT',
        currentVersion: latestVersion,
        ...report.places.of('ifVersion'),
        value: String(ifVersion),
      },
    ),
  ];
}
