import sql, { type Sql } from 'sql-template-tag';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ActorRole } from '../../model/commitment-actor.js';
import { Department } from '../../model/department.js';
import { PartnerOrganization } from '../../model/partner-organization.js';
import { CommitmentFilter } from '../commitment/commitment-filter.js';
import { CommitmentOrder } from '../commitment/commitment-order.js';
import { listCommitments } from '../commitment/list-commitments.js';
import { PageArgs } from '../connection/page-args.js';
import { parentKey, takePageOfEach } from '../connection/page-of-each.js';
import { CommitmentConnection } from '../connections.js';
import type { GraphContext } from '../context.js';

interface CommitmentsArgs extends PageArgs {
  readonly roles: ActorRole[] | null;
  readonly filter: CommitmentFilter | null;
  readonly orderBy: CommitmentOrder | null;
}

@Resolver(() => Department)
export class DepartmentCommitmentsResolver {
  @FieldResolver(() => CommitmentConnection, {
    description: 'The commitments it has a part in, by the plan.',
  })
  commitments(
    @Root() department: Department,
    @Roles() roles: ActorRole[] | null,
    @Filter() filter: CommitmentFilter | null,
    @OrderBy() orderBy: CommitmentOrder | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: GraphContext,
  ) {
    const own = sql`a.department_id = ${parentKey}`;
    return commitmentsOf('department', department.key, own, { ...args, roles, filter, orderBy }, context);
  }
}

@Resolver(() => PartnerOrganization)
export class PartnerCommitmentsResolver {
  @FieldResolver(() => CommitmentConnection, {
    description: 'The commitments it has a part in, by the plan.',
  })
  commitments(
    @Root() partner: PartnerOrganization,
    @Roles() roles: ActorRole[] | null,
    @Filter() filter: CommitmentFilter | null,
    @OrderBy() orderBy: CommitmentOrder | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: GraphContext,
  ) {
    const own = sql`a.partner_id = ${parentKey}`;
    return commitmentsOf('partner', partner.key, own, { ...args, roles, filter, orderBy }, context);
  }
}

async function commitmentsOf(
  owner: string,
  key: number,
  own: Sql,
  { roles, filter, orderBy, ...page }: CommitmentsArgs,
  context: GraphContext,
) {
  const inRoles = roles == null ? sql`` : sql` and a.role = any (${roles}::text[])`;
  const within = sql`exists (
    select from commitment_actor a
    where a.commitment_id = c.id and a.stated_by = 'PLAN' and a.ended_on is null and ${own}${inRoles})`;
  const listing = await listCommitments(context, filter, orderBy, [within]);
  const name = `${owner}.commitments ${JSON.stringify([roles, filter, orderBy])}`;
  return new CommitmentConnection(await takePageOfEach(context.loading, key, name, listing, page));
}

function Roles(): ReturnType<typeof Arg> {
  return Arg('roles', () => [ActorRole], {
    nullable: true,
    description: 'In one of these roles; null: in any.',
  });
}

function Filter(): ReturnType<typeof Arg> {
  return Arg('filter', () => CommitmentFilter, { nullable: true, description: 'Which of them.' });
}

function OrderBy(): ReturnType<typeof Arg> {
  return Arg('orderBy', () => CommitmentOrder, {
    nullable: true,
    description: 'In which order; default: by plan and number.',
  });
}
