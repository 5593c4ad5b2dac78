import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { GraphContext } from '../../graph/context.js';
import { CommitmentActor } from '../../model/commitment-actor.js';
import { payloadType } from '../request/payload-type.js';
import { writeAsSteward } from '../request/write-as-steward.js';
import { AssignActorInput, RemoveActorInput } from './actor-input.js';
import { assignActor } from './assign-actor.js';
import { removeActor } from './remove-actor.js';

const actor = () => CommitmentActor;
const AssignActorPayload = payloadType('assignActor', 'actor', actor, 'The part that the organization has');
const RemoveActorPayload = payloadType('removeActor', 'actor', actor, 'The part that has ended');

@Resolver()
export class ActorMutations {
  @Mutation(() => AssignActorPayload, {
    description:
      'Gives a department or partner organization a part in a commitment, another role in it, or another place. Where ' +
      'that makes another department the first lead, levels may change. Needs the role steward.',
  })
  async assignActor(
    @Arg('input', () => AssignActorInput, { description: 'Who has which part.' }) input: AssignActorInput,
    @Ctx() context: GraphContext,
  ) {
    return new AssignActorPayload(await writeAsSteward(context, 'assignActor', input, assignActor));
  }

  @Mutation(() => RemoveActorPayload, {
    description:
      'Ends the part that a department or partner organization has in a commitment; `actors(includeEnded: true)` still ' +
      'has it. Needs the role steward.',
  })
  async removeActor(
    @Arg('input', () => RemoveActorInput, { description: 'Which part ends, and why.' })
    input: RemoveActorInput,
    @Ctx() context: GraphContext,
  ) {
    return new RemoveActorPayload(await writeAsSteward(context, 'removeActor', input, removeActor));
  }
}
