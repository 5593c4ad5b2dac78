import type { EntityManager } from 'typeorm';
import type { InputErrorCode } from '../../errors.js';
import type { Loading } from '../../graph/loading/loading.js';
import { involvedDepartments } from '../../graph/report/involved-departments.js';
import { error, type Problem, type Wording } from '../problem.js';
import { isDrafted, type PreparedReport } from './prepare-reports.js';

/**
 * Whether each report is one that its department may make, on what is reported on: a milestone has no level of its own
 * beside those of its indicators.
 * @param drafted the codes of deliverables that stand in a draft and not in the input, by number.
 */
export async function checkDeliverables(
  loading: Loading,
  prepared: readonly PreparedReport[],
  drafted: ReadonlyMap<number, string>,
): Promise<Problem[][]> {
  const involved = await loading.many(
    involvedDepartments,
    prepared.map(({ report }) => report.commitmentKey),
  );
  const above = await withPartsBelow(loading.database, prepared.flatMap(keysOf));
  return prepared.map((one, at) => {
    const part = involved[at]?.find(({ departmentKey }) => departmentKey === one.report.departmentKey);
    if (part === undefined) return [notInvolved(one)];
    const own = new Set(part.deliverableKeys);
    return keysOf(one).flatMap((key) => [
      ...(own.has(key) ? [] : [misplaced(one, key, drafted, 'NOT_INVOLVED', foreign(one))]),
      ...(above.has(key) ? [misplaced(one, key, drafted, 'MISPLACED', milestone)] : []),
    ]);
  });
}

/** What is said now, or was drafted and no rule has seen yet. */
function keysOf(one: PreparedReport): number[] {
  return [...one.entries.keys()].filter((key) => one.report.entries.has(key) || isDrafted(one, key));
}

async function withPartsBelow(
  database: EntityManager,
  keys: readonly number[],
): Promise<ReadonlySet<number>> {
  const rows = await database.query<{ parent_id: number }[]>(
    'select distinct parent_id from deliverable where parent_id = any ($1::int[])',
    [keys],
  );
  return new Set(rows.map(({ parent_id }) => parent_id));
}

function notInvolved({ report }: PreparedReport): Problem {
  const { departmentCode, commitmentCode } = report;
  return error(
    {
      en: `The department "${departmentCode}" neither leads nor supports ${commitmentCode}.`,
      fr: `Le ministère « ${departmentCode} » ne dirige ni n’appuie ${commitmentCode}.`,
    },
    { code: 'NOT_INVOLVED', ...report.places.of('department') },
  );
}

function foreign({ report: { departmentCode, commitmentCode } }: PreparedReport): Wording {
  return {
    en: `The department "${departmentCode}" neither leads nor supports this deliverable of ${commitmentCode}.`,
    fr: `Le ministère « ${departmentCode} » ne dirige ni n’appuie ce livrable de ${commitmentCode}.`,
  };
}

const milestone: Wording = {
  en: 'This deliverable has others below it; report on those.',
  fr: 'Ce livrable en a d’autres sous lui; faites rapport sur ceux-ci.',
};

function misplaced(
  { report }: PreparedReport,
  key: number,
  drafted: ReadonlyMap<number, string>,
  code: InputErrorCode,
  wording: Wording,
): Problem {
  const name = drafted.get(key);
  return report.entries.has(key) || name === undefined
    ? error(wording, { code, ...report.places.ofEntry(key, 'deliverable', null) })
    : error(wording, { code, ...report.places.of('entries'), value: name });
}
