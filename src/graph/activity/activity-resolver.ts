import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { ActivityLeg } from '../../model/activity-leg.js';
import { Commitment } from '../../model/commitment.js';
import { Department } from '../../model/department.js';
import { EngagementActivity } from '../../model/engagement-activity.js';
import { PartnerOrganization } from '../../model/partner-organization.js';
import { takePage } from '../connection/page.js';
import { PageArgs } from '../connection/page-args.js';
import { EngagementActivityConnection } from '../connections.js';
import type { GraphContext } from '../context.js';
import { byCode } from '../loading/rows.js';
import { withoutType } from '../lookup.js';
import { ActivityFilter } from './activity-filter.js';
import { commitmentsOfActivity, legsOfActivity, organizationsOfActivity } from './activity-parts.js';
import { listActivities } from './list-activities.js';

@Resolver(() => EngagementActivity)
export class ActivityResolver {
  @Query(() => EngagementActivity, {
    nullable: true,
    description: 'The engagement activity with a code; null: there is none.',
  })
  activity(
    @Arg('code', () => String, { description: 'Code, or id.' }) code: string,
    @Ctx() { loading }: GraphContext,
  ): Promise<EngagementActivity | null> {
    return loading.one(byCode(EngagementActivity), withoutType('EngagementActivity', code));
  }

  @Query(() => EngagementActivityConnection, { description: 'Engagement activities, the latest first.' })
  async activities(
    @Arg('filter', () => ActivityFilter, { nullable: true, description: 'Which of them.' })
    filter: ActivityFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loading }: GraphContext,
  ) {
    return new EngagementActivityConnection(
      await takePage(loading, await listActivities(loading, filter), args),
    );
  }

  @FieldResolver(() => [Department], { description: 'Departments that held it or took part.' })
  async departments(
    @Root() activity: EngagementActivity,
    @Ctx() { loading }: GraphContext,
  ): Promise<Department[]> {
    const rows = await loading.one(organizationsOfActivity, activity.key);
    return rows.flatMap(({ department }) => department ?? []);
  }

  @FieldResolver(() => [PartnerOrganization], {
    description: 'Partner organizations that held it or took part.',
  })
  async partners(
    @Root() activity: EngagementActivity,
    @Ctx() { loading }: GraphContext,
  ): Promise<PartnerOrganization[]> {
    const rows = await loading.one(organizationsOfActivity, activity.key);
    return rows.flatMap(({ partner }) => partner ?? []);
  }

  @FieldResolver(() => [Commitment], { description: 'The commitments it touches.' })
  commitments(
    @Root() activity: EngagementActivity,
    @Ctx() { loading }: GraphContext,
  ): Promise<readonly Commitment[]> {
    return loading.one(commitmentsOfActivity, activity.key);
  }

  @FieldResolver(() => [ActivityLeg], { description: 'Its stops, where it went to several places.' })
  legs(
    @Root() activity: EngagementActivity,
    @Ctx() { loading }: GraphContext,
  ): Promise<readonly ActivityLeg[]> {
    return loading.one(legsOfActivity, activity.key);
  }
}
