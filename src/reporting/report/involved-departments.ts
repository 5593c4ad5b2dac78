import type { EntityManager } from 'typeorm';

/** What a department has a part in, as lead or in support. */
export interface Involvement {
  /** The whole commitment. */
  readonly inAll: boolean;
  /** Deliverables of it, by number: those it has a part in, and what lies below them. */
  readonly deliverableKeys: readonly number[];
}

/** What departments have a part in, whoever states it, in the order asked for. */
export async function involvements(
  database: EntityManager,
  asked: readonly { readonly commitmentKey: number; readonly departmentKey: number }[],
): Promise<Involvement[]> {
  if (asked.length === 0) return [];
  return database.query<Involvement[]>(
    `select coalesce(bool_or(a.id is not null and a.deliverable_id is null), false) as "inAll",
      coalesce(array_agg(below.id) filter (where below.id is not null), '{}') as "deliverableKeys"
    from unnest($1::int[], $2::int[]) with ordinality asked (commitment_id, department_id, place)
      left join commitment_actor a on a.commitment_id = asked.commitment_id
        and a.department_id = asked.department_id and a.role in ('LEAD', 'SUPPORT') and a.ended_on is null
      left join deliverable part on part.id = a.deliverable_id
      left join deliverable below on below.commitment_id = part.commitment_id
        and part.path = below.path[1 : cardinality(part.path)]
    group by place order by place`,
    [asked.map(({ commitmentKey }) => commitmentKey), asked.map(({ departmentKey }) => departmentKey)],
  );
}
