import sql, { type Sql } from 'sql-template-tag';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ActionPlan } from '../../model/action-plan.js';
import { ChangeKind } from '../../model/change-kind.js';
import { Commitment } from '../../model/commitment.js';
import { Deliverable } from '../../model/deliverable.js';
import { Department } from '../../model/department.js';
import { PageArgs } from '../connection/page-args.js';
import { parentKey, takePageOfEach } from '../connection/page-of-each.js';
import { ChangeConnection } from '../connections.js';
import type { GraphContext } from '../context.js';
import { listChanges } from './list-changes.js';

function OfKinds(): ReturnType<typeof Arg> {
  return Arg('kinds', () => [ChangeKind], {
    nullable: true,
    description: 'Of these kinds only; null: of all.',
  });
}

async function historyOf(
  { loading }: GraphContext,
  key: number,
  column: Sql,
  kinds: ChangeKind[] | null,
  args: PageArgs,
) {
  const listing = await listChanges(loading, { kinds }, [sql`${column} = ${parentKey}`]);
  const name = `${column.sql} history ${JSON.stringify(kinds ?? null)}`;
  return new ChangeConnection(await takePageOfEach(loading, key, name, listing, args));
}

@Resolver(() => ActionPlan)
export class PlanHistoryResolver {
  @FieldResolver(() => ChangeConnection, {
    description: 'Everything that changed in the plan, oldest first.',
  })
  history(
    @Root() plan: ActionPlan,
    @OfKinds() kinds: ChangeKind[] | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: GraphContext,
  ) {
    return historyOf(context, plan.key, sql`h.plan_id`, kinds, args);
  }
}

@Resolver(() => Commitment)
export class CommitmentHistoryResolver {
  @FieldResolver(() => ChangeConnection, {
    description: 'Everything that changed about the commitment, oldest first.',
  })
  history(
    @Root() commitment: Commitment,
    @OfKinds() kinds: ChangeKind[] | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: GraphContext,
  ) {
    return historyOf(context, commitment.key, sql`h.commitment_id`, kinds, args);
  }
}

@Resolver(() => Deliverable)
export class DeliverableHistoryResolver {
  @FieldResolver(() => ChangeConnection, {
    description: 'Everything that changed about the deliverable, oldest first.',
  })
  history(
    @Root() deliverable: Deliverable,
    @OfKinds() kinds: ChangeKind[] | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: GraphContext,
  ) {
    return historyOf(context, deliverable.key, sql`h.deliverable_id`, kinds, args);
  }
}

@Resolver(() => Department)
export class DepartmentHistoryResolver {
  @FieldResolver(() => ChangeConnection, {
    description: 'Everything that changed by or about the department, oldest first.',
  })
  history(
    @Root() department: Department,
    @OfKinds() kinds: ChangeKind[] | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: GraphContext,
  ) {
    return historyOf(context, department.key, sql`h.department_id`, kinds, args);
  }
}
