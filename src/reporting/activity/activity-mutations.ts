import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { GraphContext } from '../../graph/context.js';
import { EngagementActivity } from '../../model/engagement-activity.js';
import { payloadType } from '../request/payload-type.js';
import { write } from '../request/write.js';
import { AmendActivityInput, RecordActivityInput, WithdrawActivityInput } from './activity-input.js';
import { authorizeForActivity, authorizeHolder } from './authorize-activity.js';
import { amendActivity, recordActivity, withdrawActivity } from './write-activity.js';

const payload = (mutation: string, what: string) =>
  payloadType(mutation, 'activity', () => EngagementActivity, what);

const RecordActivityPayload = payload('recordActivity', 'The activity');
const AmendActivityPayload = payload('amendActivity', 'The activity as it is now');
const WithdrawActivityPayload = payload('withdrawActivity', 'The withdrawn activity');

@Resolver()
export class ActivityMutations {
  @Mutation(() => RecordActivityPayload, {
    description:
      'Records an engagement activity, with its legs, what was heard and the response. Needs the role reporter for the ' +
      'first department among its organizations, which holds it, or the role steward.',
  })
  async recordActivity(
    @Arg('input', () => RecordActivityInput, { description: 'The activity.' }) input: RecordActivityInput,
    @Ctx() context: GraphContext,
  ) {
    await authorizeHolder(context, 'recordActivity', input.organizations ?? []);
    return new RecordActivityPayload(
      await write(context, { mutation: 'recordActivity', input }, (writing) =>
        recordActivity(writing, input),
      ),
    );
  }

  @Mutation(() => AmendActivityPayload, {
    description:
      'Amends an engagement activity. Needs the role reporter for the department that holds it, and for the one that is ' +
      'to hold it, or the role steward.',
  })
  async amendActivity(
    @Arg('input', () => AmendActivityInput, { description: 'What is to be otherwise.' })
    input: AmendActivityInput,
    @Ctx() context: GraphContext,
  ) {
    await authorizeForActivity(context, 'amendActivity', input.activity);
    if (input.organizations !== undefined) {
      await authorizeHolder(context, 'amendActivity', input.organizations ?? []);
    }
    return new AmendActivityPayload(
      await write(context, { mutation: 'amendActivity', input }, (writing) => amendActivity(writing, input)),
    );
  }

  @Mutation(() => WithdrawActivityPayload, {
    description:
      'Takes an engagement activity back, with a reason. Lists and search leave it out; by its code it stays readable. ' +
      'Needs the role reporter for the department that holds it, or the role steward.',
  })
  async withdrawActivity(
    @Arg('input', () => WithdrawActivityInput, { description: 'Which activity, and why.' })
    input: WithdrawActivityInput,
    @Ctx() context: GraphContext,
  ) {
    await authorizeForActivity(context, 'withdrawActivity', input.activity);
    return new WithdrawActivityPayload(
      await write(context, { mutation: 'withdrawActivity', input }, (writing) =>
        withdrawActivity(writing, input),
      ),
    );
  }
}
