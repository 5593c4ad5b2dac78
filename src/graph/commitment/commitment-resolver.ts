import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { ActionPlan } from '../../model/action-plan.js';
import { Commitment } from '../../model/commitment.js';
import { ActorRole, ActorSource, CommitmentActor } from '../../model/commitment-actor.js';
import { Organization } from '../../model/organization.js';
import { PartnerOrganization } from '../../model/partner-organization.js';
import { takePage } from '../connection/page.js';
import { PageArgs } from '../connection/page-args.js';
import { CommitmentConnection } from '../connections.js';
import type { GraphContext } from '../context.js';
import { required } from '../loading/required.js';
import { withoutType } from '../lookup.js';
import { organizationOf } from '../organization/organization-of.js';
import { actorsOfCommitment, everyActorOfCommitment } from './actors.js';
import { CommitmentFilter } from './commitment-filter.js';
import { CommitmentOrder } from './commitment-order.js';
import { commitmentByAnyCode } from './find-commitment.js';
import { listCommitments } from './list-commitments.js';

@Resolver(() => Commitment)
export class CommitmentResolver {
  @Query(() => Commitment, {
    nullable: true,
    description: 'The commitment with a code; null: there is none.',
  })
  commitment(
    @Arg('code', () => String, {
      description:
        'Code such as `ca-2016-2018/19`, the Open Government Partnership’s code such as `CA0060`, or id.',
    })
    code: string,
    @Ctx() { loading }: GraphContext,
  ): Promise<Commitment | null> {
    return loading.one(commitmentByAnyCode, withoutType('Commitment', code));
  }

  @Query(() => CommitmentConnection, {
    description: 'Commitments of all plans, or those a filter lets through.',
  })
  async commitments(
    @Arg('filter', () => CommitmentFilter, { nullable: true, description: 'Which of them.' })
    filter: CommitmentFilter | null,
    @Arg('orderBy', () => CommitmentOrder, {
      nullable: true,
      description: 'In which order; default: by plan and number.',
    })
    orderBy: CommitmentOrder | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: GraphContext,
  ) {
    const listing = await listCommitments(context, filter, orderBy);
    return new CommitmentConnection(await takePage(context.loading, listing, args));
  }

  @FieldResolver(() => ActionPlan, { description: 'The plan it belongs to.' })
  plan(@Root() commitment: Commitment, @Ctx() { loading }: GraphContext): Promise<ActionPlan> {
    return required(loading, ActionPlan, commitment.planKey);
  }

  @FieldResolver(() => [Organization], {
    description:
      'Who leads it now by the plan, in the plan’s order; `actors` has what others state, and who led it before.',
  })
  async leads(@Root() commitment: Commitment, @Ctx() { loading }: GraphContext): Promise<Organization[]> {
    const actors = await loading.one(actorsOfCommitment, commitment.key);
    return Promise.all(
      actors
        .filter((actor) => isStated(actor, ActorRole.LEAD))
        .map((actor) => organizationOf(loading, actor)),
    );
  }

  @FieldResolver(() => [PartnerOrganization], {
    description: 'Organizations outside the federal government that take part by the plan, in its order.',
  })
  async partners(@Root() commitment: Commitment, @Ctx() { loading }: GraphContext): Promise<Organization[]> {
    const actors = await loading.one(actorsOfCommitment, commitment.key);
    return Promise.all(
      actors
        .filter((actor) => isStated(actor, ActorRole.PARTNER) && actor.partnerKey !== null)
        .map((actor) => organizationOf(loading, actor)),
    );
  }

  @FieldResolver(() => [CommitmentActor], {
    description:
      'Every part an organization has in it now, the plan’s word first, by role and place; parts in single ' +
      'deliverables too.',
  })
  async actors(
    @Root() commitment: Commitment,
    @Arg('role', () => ActorRole, { nullable: true, description: 'In this role only.' })
    role: ActorRole | null,
    @Arg('statedBy', () => ActorSource, { nullable: true, description: 'Stated by this source only.' })
    statedBy: ActorSource | null,
    @Arg('includeEnded', () => Boolean, {
      nullable: true,
      defaultValue: false,
      description: 'Whether parts that have ended are among them; `endedOn` tells them apart.',
    })
    includeEnded: boolean | null,
    @Ctx() { loading }: GraphContext,
  ): Promise<CommitmentActor[]> {
    const batch = includeEnded ? everyActorOfCommitment : actorsOfCommitment;
    const actors = await loading.one(batch, commitment.key);
    return actors.filter(
      (actor) => (role == null || actor.role === role) && (statedBy == null || actor.statedBy === statedBy),
    );
  }
}

/** Whether the plan states this part in the whole commitment. */
function isStated(actor: CommitmentActor, role: ActorRole): boolean {
  return actor.role === role && actor.statedBy === ActorSource.PLAN && actor.deliverableKey === null;
}
