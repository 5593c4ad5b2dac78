import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Commitment } from '../../model/commitment.js';
import { CommitmentActor } from '../../model/commitment-actor.js';
import { Deliverable } from '../../model/deliverable.js';
import { Organization } from '../../model/organization.js';
import type { GraphContext } from '../context.js';
import { optional, required } from '../loading/required.js';
import { organizationOf } from '../organization/organization-of.js';

@Resolver(() => CommitmentActor)
export class ActorResolver {
  @FieldResolver(() => Organization, { description: 'The department or partner organization.' })
  organization(@Root() actor: CommitmentActor, @Ctx() { loading }: GraphContext): Promise<Organization> {
    return organizationOf(loading, actor);
  }

  @FieldResolver(() => Commitment, { description: 'The commitment it has a part in.' })
  commitment(@Root() actor: CommitmentActor, @Ctx() { loading }: GraphContext): Promise<Commitment> {
    return required(loading, Commitment, actor.commitmentKey);
  }

  @FieldResolver(() => Deliverable, {
    nullable: true,
    description: 'The single deliverable it has a part in; null: the whole commitment.',
  })
  deliverable(@Root() actor: CommitmentActor, @Ctx() { loading }: GraphContext): Promise<Deliverable | null> {
    return optional(loading, Deliverable, actor.deliverableKey);
  }
}
