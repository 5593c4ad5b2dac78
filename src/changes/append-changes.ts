import type { EntityManager } from 'typeorm';
import type { NewChange } from './new-change.js';

/** Changes appended with one statement. */
const changesAtOnce = 5_000;

/**
 * Appends facts to the feed, in their order. From the first one on until the transaction ends nobody else can append,
 * so that cursors follow the order of commit: call it last, right before the transaction is committed.
 * @param actedBy who acts, as the trail names them.
 * @returns the positions of the changes.
 */
export async function appendChanges(
  database: EntityManager,
  actedBy: string,
  changes: readonly NewChange[],
): Promise<number[]> {
  const positions: number[] = [];
  for (let at = 0; at < changes.length; at += changesAtOnce) {
    positions.push(...(await insert(database, actedBy, changes.slice(at, at + changesAtOnce))));
  }
  return positions;
}

async function insert(
  database: EntityManager,
  actedBy: string,
  changes: readonly NewChange[],
): Promise<number[]> {
  const keys = [
    'planKey',
    'commitmentKey',
    'deliverableKey',
    'periodKey',
    'departmentKey',
    'partnerKey',
    'reportKey',
    'referenceKey',
    'activityKey',
    'assessmentKey',
  ] as const;
  const words = ['from', 'to', 'direction', 'fromRole', 'toRole', 'reason'] as const;
  const rows = await database.query<{ id: string }[]>(
    `insert into change (
      kind, plan_id, commitment_id, deliverable_id, period_id, department_id, partner_id, report_id, reference_id,
      activity_id, assessment_id, from_level, to_level, direction, from_role, to_role, reason, fields, acted_by
    )
    select kind, plan_id, commitment_id, deliverable_id, period_id, department_id, partner_id, report_id, reference_id,
      activity_id, assessment_id, from_level, to_level, direction, from_role, to_role, reason,
      array(select jsonb_array_elements_text(fields)), $19
    from unnest(
      $1::text[], $2::int[], $3::int[], $4::int[], $5::int[], $6::int[], $7::int[], $8::int[], $9::int[], $10::int[],
      $11::int[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[], $17::text[], $18::jsonb[]
    ) with ordinality new (
      kind, plan_id, commitment_id, deliverable_id, period_id, department_id, partner_id, report_id, reference_id,
      activity_id, assessment_id, from_level, to_level, direction, from_role, to_role, reason, fields, place
    )
    order by place
    returning id`,
    [
      changes.map(({ kind }) => kind),
      ...keys.map((key) => changes.map((change) => change[key] ?? null)),
      ...words.map((word) => changes.map((change) => change[word] ?? null)),
      changes.map(({ fields }) => JSON.stringify(fields ?? [])),
      actedBy,
    ],
  );
  return rows.map(({ id }) => Number(id)).sort((one, other) => one - other);
}
