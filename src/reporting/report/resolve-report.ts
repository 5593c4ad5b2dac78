import { byCode } from '../../graph/loading/rows.js';
import { ActionPlan } from '../../model/action-plan.js';
import { Commitment } from '../../model/commitment.js';
import { Deliverable } from '../../model/deliverable.js';
import type { Department } from '../../model/department.js';
import { ReportingPeriod } from '../../model/reporting-period.js';
import { periodCode } from '../look-up.js';
import { error, type Problem } from '../problem.js';
import type { Writing } from '../writing.js';
import type { EntryContent } from './entry-content.js';
import type { EntryPart, ResolvedReport } from './resolved-report.js';

/** A report as it is handed in: everything is named by its code. */
export interface SaidReport {
  readonly commitment: string;
  /** Key of the period within the plan. */
  readonly period: string;
  readonly department: string;
  readonly publishedOn?: string | null | undefined;
  readonly reason?: string | null | undefined;
  readonly entries: readonly (EntryContent & { readonly deliverable: string })[];
}

/** How a report is to be read. */
export interface ReportReading {
  /** The department that it names, if there is one. */
  readonly department: Department | null;
  /** What stands before the names of its fields, such as `reports[3].`; may be empty. */
  readonly prefix: string;
  readonly merge: ResolvedReport['merge'];
  readonly basis: ResolvedReport['basis'];
}

/** Finds everything that a report names, or tells all that cannot be found or does not belong together. */
export async function resolveReport(
  { loading }: Writing,
  said: SaidReport,
  { department, prefix, merge, basis }: ReportReading,
): Promise<{ readonly report: ResolvedReport | null; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const commitment = await loading.one(byCode(Commitment), said.commitment);
  const plan = await loading.one(byCode(ActionPlan), said.commitment.split('/')[0] ?? '');
  const period = await loading.one(byCode(ReportingPeriod), periodCode(said.commitment, said.period));
  if (commitment === null) {
    problems.push(
      error(
        {
          en: 'There is no such commitment; import or create it first.',
          fr: 'Cet engagement n’existe pas; importez-le ou créez-le d’abord.',
        },
        { code: 'UNKNOWN', column: `${prefix}commitment`, value: said.commitment },
      ),
    );
  }
  if (department === null) {
    problems.push(
      error(
        {
          en: 'No department is known by this name; import or create it first.',
          fr: 'Aucun ministère n’est connu sous ce nom; importez-le ou créez-le d’abord.',
        },
        { code: 'UNKNOWN', column: `${prefix}department`, value: said.department },
      ),
    );
  }
  if (period === null && (plan !== null || commitment === null)) {
    const code = said.commitment.split('/')[0] ?? '';
    problems.push(
      error(
        {
          en: `The plan ${code} has no such reporting period.`,
          fr: `Le plan ${code} n’a pas cette période de rapport.`,
        },
        { code: 'UNKNOWN', column: `${prefix}period`, value: said.period },
      ),
    );
  }
  const entries = new Map<number, EntryContent>();
  const columns = new Map<number, string>();
  for (const [at, { deliverable: code, ...content }] of said.entries.entries()) {
    if (commitment === null) break;
    const deliverable = await loading.one(byCode(Deliverable), code);
    const column = `${prefix}entries[${at}]`;
    const fault = deliverableFault(commitment, deliverable, entries);
    if (fault !== null) {
      problems.push(error(fault.wording, { code: fault.code, column: `${column}.deliverable`, value: code }));
    } else if (deliverable !== null) {
      entries.set(deliverable.key, content);
      columns.set(deliverable.key, column);
    }
  }
  if (commitment === null || department === null || period === null || plan === null) {
    return { report: null, problems };
  }
  return {
    report: {
      plan,
      commitmentKey: commitment.key,
      commitmentCode: commitment.code,
      period,
      departmentKey: department.key,
      departmentCode: department.code,
      publishedOn: said.publishedOn ?? null,
      reason: said.reason ?? null,
      entries,
      merge,
      basis,
      saysNothing: said.entries.length === 0,
      places: {
        of: (part) => ({ column: `${prefix}${part}` }),
        ofEntry: (key, part, language) => ({
          column: `${columns.get(key) ?? `${prefix}entries`}${placeOf(part, language)}`,
        }),
      },
    },
    problems,
  };
}

function placeOf(part: EntryPart, language: 'en' | 'fr' | null): string {
  return language === null ? `.${part}` : `.${part}.${language}`;
}

function deliverableFault(
  commitment: Commitment,
  deliverable: Deliverable | null,
  seen: ReadonlyMap<number, unknown>,
) {
  if (deliverable?.commitmentKey !== commitment.key) {
    return {
      code: deliverable === null ? ('UNKNOWN' as const) : ('MISPLACED' as const),
      wording: {
        en: `This is no deliverable of ${commitment.code}.`,
        fr: `Ce n’est pas un livrable de ${commitment.code}.`,
      },
    };
  }
  if (!seen.has(deliverable.key)) return null;
  return {
    code: 'DUPLICATE' as const,
    wording: {
      en: 'Each deliverable may stand once in a report.',
      fr: 'Chaque livrable ne peut figurer qu’une fois dans un rapport.',
    },
  };
}
