import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { GraphContext } from '../../graph/context.js';
import { ActionPlan } from '../../model/action-plan.js';
import { ReportingPeriod } from '../../model/reporting-period.js';
import { payloadType } from '../request/payload-type.js';
import { writeAsSteward } from '../request/write-as-steward.js';
import { AmendPeriodInput, CreatePeriodInput } from './period-input.js';
import { AmendPlanInput, CreatePlanInput } from './plan-input.js';
import { amendPeriod, createPeriod } from './write-period.js';
import { amendPlan, createPlan } from './write-plan.js';

const plan = () => ActionPlan;
const period = () => ReportingPeriod;
const CreatePlanPayload = payloadType('createPlan', 'plan', plan, 'The new plan');
const AmendPlanPayload = payloadType('amendPlan', 'plan', plan, 'The plan as it is now');
const CreatePeriodPayload = payloadType('createPeriod', 'period', period, 'The new period');
const AmendPeriodPayload = payloadType('amendPeriod', 'period', period, 'The period as it is now');

@Resolver()
export class PlanMutations {
  @Mutation(() => CreatePlanPayload, { description: 'Makes a plan. Needs the role steward.' })
  async createPlan(
    @Arg('input', () => CreatePlanInput, { description: 'The plan.' }) input: CreatePlanInput,
    @Ctx() context: GraphContext,
  ) {
    return new CreatePlanPayload(await writeAsSteward(context, 'createPlan', input, createPlan));
  }

  @Mutation(() => AmendPlanPayload, { description: 'Amends a plan. Needs the role steward.' })
  async amendPlan(
    @Arg('input', () => AmendPlanInput, { description: 'What is to be otherwise.' }) input: AmendPlanInput,
    @Ctx() context: GraphContext,
  ) {
    return new AmendPlanPayload(await writeAsSteward(context, 'amendPlan', input, amendPlan));
  }

  @Mutation(() => CreatePeriodPayload, {
    description: 'Makes a reporting period of a plan. Needs the role steward.',
  })
  async createPeriod(
    @Arg('input', () => CreatePeriodInput, { description: 'The period.' }) input: CreatePeriodInput,
    @Ctx() context: GraphContext,
  ) {
    return new CreatePeriodPayload(await writeAsSteward(context, 'createPeriod', input, createPeriod));
  }

  @Mutation(() => AmendPeriodPayload, {
    description: 'Amends a reporting period, closes it or opens it again. Needs the role steward.',
  })
  async amendPeriod(
    @Arg('input', () => AmendPeriodInput, { description: 'What is to be otherwise.' })
    input: AmendPeriodInput,
    @Ctx() context: GraphContext,
  ) {
    return new AmendPeriodPayload(await writeAsSteward(context, 'amendPeriod', input, amendPeriod));
  }
}
