import sql from 'sql-template-tag';
import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { ActionPlan } from '../../model/action-plan.js';
import { Commitment } from '../../model/commitment.js';
import { ReportingPeriod } from '../../model/reporting-period.js';
import { CommitmentFilter } from '../commitment/commitment-filter.js';
import { CommitmentOrder } from '../commitment/commitment-order.js';
import { listCommitments } from '../commitment/list-commitments.js';
import type { Listing } from '../connection/listing.js';
import { takePage } from '../connection/page.js';
import { PageArgs } from '../connection/page-args.js';
import { parentKey, takePageOfEach } from '../connection/page-of-each.js';
import { ActionPlanConnection, CommitmentConnection } from '../connections.js';
import type { GraphContext } from '../context.js';
import { required } from '../loading/required.js';
import { byCode, listBy } from '../loading/rows.js';
import { withoutType } from '../lookup.js';

const periodsOfPlan = listBy(ReportingPeriod, 'planKey', { end: 'ASC', start: 'ASC', key: 'ASC' });

const plans: Listing<ActionPlan> = {
  entity: ActionPlan,
  from: sql`action_plan p`,
  alias: 'p',
  where: [],
  orderName: 'start-',
  order: [
    { sql: sql`p.start_date`, type: 'date', of: (row) => row.start },
    { sql: sql`p.id`, type: 'int', of: (row) => row.key },
  ],
  descending: true,
};

@Resolver(() => ActionPlan)
export class PlanResolver {
  @Query(() => ActionPlan, { nullable: true, description: 'The plan with a code; null: there is none.' })
  plan(
    @Arg('code', () => String, { description: 'Code, such as `ca-2016-2018`, or id.' }) code: string,
    @Ctx() { loading }: GraphContext,
  ): Promise<ActionPlan | null> {
    return loading.one(byCode(ActionPlan), withoutType('ActionPlan', code));
  }

  @Query(() => ActionPlanConnection, { description: 'All plans, the latest first.' })
  async plans(@Args(() => PageArgs) args: PageArgs, @Ctx() { loading }: GraphContext) {
    return new ActionPlanConnection(await takePage(loading, plans, args));
  }

  @FieldResolver(() => [ReportingPeriod], { description: 'The plan’s reporting periods, from the first on.' })
  periods(@Root() plan: ActionPlan, @Ctx() { loading }: GraphContext): Promise<readonly ReportingPeriod[]> {
    return loading.one(periodsOfPlan, plan.key);
  }

  @FieldResolver(() => Commitment, {
    nullable: true,
    description: 'The commitment with a number; null: there is none.',
  })
  commitment(
    @Root() plan: ActionPlan,
    @Arg('number', () => Int, { description: 'Number within the plan, from 1.' }) number: number,
    @Ctx() { loading }: GraphContext,
  ): Promise<Commitment | null> {
    return loading.one(byCode(Commitment), `${plan.code}/${number}`);
  }

  @FieldResolver(() => CommitmentConnection, { description: 'The plan’s commitments.' })
  async commitments(
    @Root() plan: ActionPlan,
    @Arg('filter', () => CommitmentFilter, { nullable: true, description: 'Which of them.' })
    filter: CommitmentFilter | null,
    @Arg('orderBy', () => CommitmentOrder, {
      nullable: true,
      description: 'In which order; default: number.',
    })
    orderBy: CommitmentOrder | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: GraphContext,
  ) {
    const listing = await listCommitments(context, filter, orderBy, [sql`c.plan_id = ${parentKey}`]);
    const name = `plan.commitments ${JSON.stringify([filter, orderBy])}`;
    return new CommitmentConnection(await takePageOfEach(context.loading, plan.key, name, listing, args));
  }
}

@Resolver(() => ReportingPeriod)
export class ReportingPeriodResolver {
  @FieldResolver(() => ActionPlan, { description: 'The plan it belongs to.' })
  plan(@Root() period: ReportingPeriod, @Ctx() { loading }: GraphContext): Promise<ActionPlan> {
    return required(loading, ActionPlan, period.planKey);
  }
}
