import type { EntityManager } from 'typeorm';
import type { ChangeKind } from '../../model/change-kind.js';
import type { Writing } from '../writing.js';

/** Where an activity is told of in the feed. */
export interface ActivityPlaces {
  readonly activityKey: number;
  /** The department that holds it: the first one among its organizations; null: none does. */
  readonly departmentKey: number | null;
  /** The commitments it touches. */
  readonly commitments: readonly { readonly commitmentKey: number; readonly planKey: number }[];
}

/** Finds out where activities are told of. */
export function placesOfActivities(
  database: EntityManager,
  activityKeys: readonly number[],
): Promise<ActivityPlaces[]> {
  return database.query<ActivityPlaces[]>(
    `select e.id as "activityKey",
      (
        select o.department_id from activity_organization o
        where o.activity_id = e.id and o.department_id is not null order by o.position, o.id limit 1
      ) as "departmentKey",
      coalesce((
        select jsonb_agg(jsonb_build_object('commitmentKey', c.id, 'planKey', c.plan_id) order by c.plan_id, c.number)
        from activity_commitment t join commitment c on c.id = t.commitment_id where t.activity_id = e.id
      ), '[]') as commitments
    from engagement_activity e where e.id = any ($1::int[])`,
    [activityKeys],
  );
}

/** Takes down for the feed what became of an activity: once for each commitment, or once without any. */
export function recordActivity(
  writing: Writing,
  kind: ChangeKind,
  { activityKey, departmentKey, commitments }: ActivityPlaces,
  change: { readonly fields?: readonly string[]; readonly reason?: string | null } = {},
): void {
  for (const place of commitments.length === 0 ? [{}] : commitments) {
    writing.record({ ...change, ...place, kind, activityKey, departmentKey });
  }
}
