import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { GraphContext } from '../../graph/context.js';
import { Commitment } from '../../model/commitment.js';
import { Deliverable } from '../../model/deliverable.js';
import { payloadType } from '../request/payload-type.js';
import { writeAsSteward } from '../request/write-as-steward.js';
import { AmendCommitmentInput, CreateCommitmentInput } from './commitment-input.js';
import { AmendDeliverableInput, CreateDeliverableInput } from './deliverable-input.js';
import { amendCommitment, createCommitment } from './write-commitment.js';
import { amendDeliverable, createDeliverable } from './write-deliverable.js';

const commitment = () => Commitment;
const deliverable = () => Deliverable;
const CreateCommitmentPayload = payloadType(
  'createCommitment',
  'commitment',
  commitment,
  'The new commitment',
);
const AmendCommitmentPayload = payloadType(
  'amendCommitment',
  'commitment',
  commitment,
  'The commitment as it is now',
);
const CreateDeliverablePayload = payloadType(
  'createDeliverable',
  'deliverable',
  deliverable,
  'The new deliverable',
);
const AmendDeliverablePayload = payloadType(
  'amendDeliverable',
  'deliverable',
  deliverable,
  'The deliverable as it is now',
);

@Resolver()
export class CommitmentMutations {
  @Mutation(() => CreateCommitmentPayload, {
    description:
      'Makes a commitment of a plan. References that waited for it are linked. Needs the role steward.',
  })
  async createCommitment(
    @Arg('input', () => CreateCommitmentInput, { description: 'The commitment.' })
    input: CreateCommitmentInput,
    @Ctx() context: GraphContext,
  ) {
    return new CreateCommitmentPayload(
      await writeAsSteward(context, 'createCommitment', input, createCommitment),
    );
  }

  @Mutation(() => AmendCommitmentPayload, { description: 'Amends a commitment. Needs the role steward.' })
  async amendCommitment(
    @Arg('input', () => AmendCommitmentInput, { description: 'What is to be otherwise.' })
    input: AmendCommitmentInput,
    @Ctx() context: GraphContext,
  ) {
    return new AmendCommitmentPayload(
      await writeAsSteward(context, 'amendCommitment', input, amendCommitment),
    );
  }

  @Mutation(() => CreateDeliverablePayload, {
    description: 'Makes a deliverable, milestone or indicator of a commitment. Needs the role steward.',
  })
  async createDeliverable(
    @Arg('input', () => CreateDeliverableInput, { description: 'The deliverable.' })
    input: CreateDeliverableInput,
    @Ctx() context: GraphContext,
  ) {
    return new CreateDeliverablePayload(
      await writeAsSteward(context, 'createDeliverable', input, createDeliverable),
    );
  }

  @Mutation(() => AmendDeliverablePayload, {
    description: 'Amends a deliverable, milestone or indicator. Needs the role steward.',
  })
  async amendDeliverable(
    @Arg('input', () => AmendDeliverableInput, { description: 'What is to be otherwise.' })
    input: AmendDeliverableInput,
    @Ctx() context: GraphContext,
  ) {
    return new AmendDeliverablePayload(
      await writeAsSteward(context, 'amendDeliverable', input, amendDeliverable),
    );
  }
}
