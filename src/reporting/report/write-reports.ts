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

/** Problems of one report that are told; whoever has more mends these first. */
const mostProblems = 100;

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
  const keys = new Map<Standing, number>();
  const mayRecord = () => !isAllOrNothing || standing.every(({ problems }) => problems.length === 0);
  for (const wave of wavesOf(standing)) await writeWave(writing, wave, wish, mayRecord, keys);
  if (!mayRecord()) keys.clear();
  return standing.map((one) => ({
    key: keys.get(one) ?? null,
    problems: one.problems.slice(0, mostProblems),
  }));
}

/**
 * Reports on one commitment are looked at one after the other, in the order of their periods, since each decides what
 * the next one takes up or down; the first wave has all commitments, so that it locks all that the others need.
 */
function wavesOf(standing: readonly Standing[]): Standing[][] {
  const waves: Standing[][] = [];
  const places = new Map<number, number>();
  const inOrder = standing
    .filter(({ report }) => report !== null)
    .toSorted((one, other) => (endOf(one) < endOf(other) ? -1 : endOf(one) > endOf(other) ? 1 : 0));
  for (const one of inOrder) {
    const commitment = one.report?.commitmentKey ?? 0;
    const place = places.get(commitment) ?? 0;
    places.set(commitment, place + 1);
    const wave = waves[place];
    if (wave) wave.push(one);
    else waves.push([one]);
  }
  return waves;
}

function endOf({ report }: Standing): string {
  return `${report?.period.end} ${report?.period.start}`;
}

async function writeWave(
  writing: Writing,
  wave: readonly Standing[],
  wish: ReportWish,
  mayRecord: () => boolean,
  keys: Map<Standing, number>,
): Promise<void> {
  const prepared = await prepareReports(
    writing,
    wave.flatMap(({ report }) => report ?? []),
  );
  const ready = wave.flatMap((one, at) => {
    const own = prepared[at];
    return own ? [{ one, prepared: own, aim: aimOf(own.report, wish) }] : [];
  });
  const byAim = new Map<ReportAim, typeof ready>();
  for (const each of ready) byAim.set(each.aim, [...(byAim.get(each.aim) ?? []), each]);
  for (const [aim, some] of byAim) {
    const found = await checkReports(
      writing,
      some.map((each) => each.prepared),
      aim,
    );
    for (const [at, each] of some.entries()) {
      each.one.problems.push(...versionProblems(each.prepared, each.one.input), ...(found[at] ?? []));
    }
  }
  if (!mayRecord()) return;
  for (const [aim, some] of byAim) {
    const sound = some.filter(({ one }) => one.problems.length === 0);
    const recorded = await recordReports(
      writing,
      sound.map((each) => each.prepared),
      aim,
    );
    for (const [at, { one }] of sound.entries()) keys.set(one, recorded[at] ?? 0);
    if (aim === 'PUBLISHED') await suggestReferences(writing, recorded);
  }
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
      basis: 'draft',
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

function versionProblems({ report, currentVersion }: PreparedReport, { ifVersion }: ReportInput): Problem[] {
  if (ifVersion == null || ifVersion === currentVersion) return [];
  return [
    error(
      {
        en: `The current version is ${currentVersion}; somebody else wrote it meanwhile. Read it, and base yours on it.`,
        fr: `La version actuelle est ${currentVersion}; quelqu’un d’autre l’a écrite entre-temps. Lisez-la d’abord.`,
      },
      {
        code: 'CONFLICT',
        currentVersion,
        ...report.places.of('ifVersion'),
        value: String(ifVersion),
      },
    ),
  ];
}
