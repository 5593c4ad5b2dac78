import { In } from 'typeorm';
import { ActionPlan } from '../../model/action-plan.js';
import { ChangeKind } from '../../model/change-kind.js';
import { Commitment } from '../../model/commitment.js';
import { CrossReference, ReferenceKind, ReferenceState } from '../../model/cross-reference.js';
import { ReportEntry } from '../../model/report-entry.js';
import { StatusReport } from '../../model/status-report.js';
import { findMentions, type Mention } from '../find-mentions.js';
import type { Writing } from '../writing.js';

/** Commitments that one report is taken to mention at the most; nobody means more. */
const mostOfReport = 50;

/** A place in the texts of a report that names another commitment. */
interface Found {
  readonly report: StatusReport;
  readonly deliverableKey: number;
  readonly language: 'en' | 'fr';
  readonly mention: Mention;
}

/**
 * Makes suggested references of the commitments that the texts of published reports mention. A pair of commitments
 * that has any reference already, be it dismissed, gets no other one.
 */
export async function suggestReferences(writing: Writing, reportKeys: readonly number[]): Promise<void> {
  const found = await mentionsIn(writing, reportKeys);
  if (found.length === 0) return;
  const { database } = writing;
  const targetOf = await targetsOf(writing, found);
  const origins = new Map(
    (await database.findBy(Commitment, { key: In(found.map(({ report }) => report.commitmentKey)) })).map(
      (commitment) => [commitment.key, commitment],
    ),
  );
  const plans = await plansOf(writing, [...origins.values(), ...found.flatMap((one) => targetOf(one) ?? [])]);
  const linked = new Set(
    (await database.findBy(CrossReference, { fromKey: In([...origins.keys()]) })).map(
      ({ fromKey, toKey }) => `${fromKey} ${toKey}`,
    ),
  );
  for (const one of found) {
    const [from, to] = [origins.get(one.report.commitmentKey), targetOf(one)];
    const kind = from && to && kindBetween(plans.get(from.planKey), plans.get(to.planKey));
    if (!from || !to || !kind || from.key === to.key || linked.has(`${from.key} ${to.key}`)) continue;
    linked.add(`${from.key} ${to.key}`);
    const { raw } = await database
      .createQueryBuilder()
      .insert()
      .into(CrossReference)
      .values({
        fromKey: from.key,
        toKey: to.key,
        kind,
        state: ReferenceState.SUGGESTED,
        quote: { [one.language]: one.mention.quote },
        deliverableKey: one.deliverableKey,
        periodKey: one.report.periodKey,
      })
      .orIgnore()
      .returning('id')
      .execute();
    const [row] = raw as readonly { readonly id: number }[];
    // Somebody else may link the two in this very moment.
    if (row === undefined) continue;
    writing.record({
      kind: ChangeKind.REFERENCE_SUGGESTED,
      planKey: from.planKey,
      commitmentKey: from.key,
      deliverableKey: one.deliverableKey,
      periodKey: one.report.periodKey,
      departmentKey: one.report.departmentKey,
      reportKey: one.report.key,
      referenceKey: row.id,
    });
  }
}

async function mentionsIn({ database }: Writing, reportKeys: readonly number[]): Promise<Found[]> {
  if (reportKeys.length === 0) return [];
  const entries = await database.find(ReportEntry, {
    where: { reportKey: In([...reportKeys]) },
    relations: { report: true },
    order: { reportKey: 'ASC', deliverableKey: 'ASC' },
  });
  const counts = new Map<number, number>();
  return entries.flatMap(({ report, deliverableKey, results, nextSteps, challenges }) =>
    [results, nextSteps, challenges].flatMap((text) =>
      (['en', 'fr'] as const).flatMap((language) => {
        if (report === undefined) return [];
        const mentions = findMentions(text?.[language] ?? '');
        const before = counts.get(report.key) ?? 0;
        counts.set(report.key, before + mentions.length);
        return mentions
          .slice(0, Math.max(0, mostOfReport - before))
          .map((mention) => ({ report, deliverableKey, language, mention }));
      }),
    ),
  );
}

/** Finds the commitments that mentions mean: by number within the plan of the report, by code, or by OGP code. */
async function targetsOf(
  { database }: Writing,
  found: readonly Found[],
): Promise<(one: Found) => Commitment | undefined> {
  const commitments = await database.find(Commitment, {
    where: [
      { code: In(found.flatMap(({ mention }) => mention.code ?? [])) },
      { ogpCode: In(found.flatMap(({ mention }) => mention.ogpCode ?? [])) },
      {
        planKey: In(found.map(({ report }) => report.planKey)),
        number: In(found.flatMap(({ mention }) => mention.number ?? [])),
      },
    ],
  });
  const names = new Map(
    commitments.flatMap((one) => [
      [one.code, one] as const,
      [`${one.planKey} ${one.number}`, one] as const,
      ...(one.ogpCode === null ? [] : [[one.ogpCode, one] as const]),
    ]),
  );
  return ({ report, mention: { code, ogpCode, number } }) =>
    names.get(code ?? ogpCode ?? `${report.planKey} ${number}`);
}

async function plansOf({ database }: Writing, commitments: readonly Commitment[]) {
  const plans = await database.findBy(ActionPlan, { key: In(commitments.map(({ planKey }) => planKey)) });
  return new Map(plans.map((plan) => [plan.key, plan]));
}

/** Between plans only a later one can refer to an earlier one, which it then most likely continues. */
function kindBetween(from: ActionPlan | undefined, to: ActionPlan | undefined): ReferenceKind | null {
  if (!from || !to) return null;
  if (from.key === to.key) return ReferenceKind.RELATED;
  return from.start > to.start ? ReferenceKind.CONTINUES : null;
}
