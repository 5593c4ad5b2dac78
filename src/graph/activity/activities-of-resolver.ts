import sql, { type Sql } from 'sql-template-tag';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Commitment } from '../../model/commitment.js';
import { Department } from '../../model/department.js';
import { PartnerOrganization } from '../../model/partner-organization.js';
import { PageArgs } from '../connection/page-args.js';
import { parentKey, takePageOfEach } from '../connection/page-of-each.js';
import { EngagementActivityConnection } from '../connections.js';
import type { GraphContext } from '../context.js';
import { ActivityFilter } from './activity-filter.js';
import { heldBy, listActivities, touches } from './list-activities.js';

@Resolver(() => Commitment)
export class CommitmentActivitiesResolver {
  @FieldResolver(() => EngagementActivityConnection, {
    description: 'Engagement activities that touch it, the latest first.',
  })
  activities(
    @Root() { key }: Commitment,
    @Filter() filter: ActivityFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: GraphContext,
  ) {
    return activitiesOf('commitment', key, touches(parentKey), filter, args, context);
  }
}

@Resolver(() => Department)
export class DepartmentActivitiesResolver {
  @FieldResolver(() => EngagementActivityConnection, {
    description: 'Engagement activities it took part in, the latest first.',
  })
  activities(
    @Root() { key }: Department,
    @Filter() filter: ActivityFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: GraphContext,
  ) {
    return activitiesOf(
      'department',
      key,
      heldBy(sql`o.department_id = ${parentKey}`),
      filter,
      args,
      context,
    );
  }
}

@Resolver(() => PartnerOrganization)
export class PartnerActivitiesResolver {
  @FieldResolver(() => EngagementActivityConnection, {
    description: 'Engagement activities it took part in, the latest first.',
  })
  activities(
    @Root() { key }: PartnerOrganization,
    @Filter() filter: ActivityFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: GraphContext,
  ) {
    return activitiesOf('partner', key, heldBy(sql`o.partner_id = ${parentKey}`), filter, args, context);
  }
}

async function activitiesOf(
  owner: string,
  key: number,
  within: Sql,
  filter: ActivityFilter | null,
  args: PageArgs,
  { loading }: GraphContext,
) {
  const listing = await listActivities(loading, filter, [within]);
  const name = `${owner}.activities ${JSON.stringify(filter)}`;
  return new EngagementActivityConnection(await takePageOfEach(loading, key, name, listing, args));
}

function Filter(): ReturnType<typeof Arg> {
  return Arg('filter', () => ActivityFilter, { nullable: true, description: 'Which of them.' });
}
