import { Field, ID, InputType, Int } from 'type-graphql';
import { CalendarDate } from '../../model/calendar-date.js';
import { ActorRole, ActorSource } from '../../model/commitment-actor.js';
import { organizationNames } from '../find-organization.js';
import { RetryKey, Why } from '../request/input-fields.js';

@InputType({ description: 'Who has which part in a commitment, or in a deliverable of it.' })
export class AssignActorInput {
  @Field(() => String, { description: 'Code or id of the commitment, such as `ca-2016-2018/19`.' })
  readonly commitment!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code or id of the deliverable that the part is in; left out or null: the whole commitment.',
  })
  readonly deliverable?: string | null;

  @Field(() => String, { description: `Who has it: ${organizationNames}.` })
  readonly organization!: string;

  @Field(() => ActorRole, {
    description: 'What the organization does. Another role that it had in the same, by the same word, ends.',
  })
  readonly role!: ActorRole;

  @Field(() => ActorSource, { nullable: true, description: 'Whose statement this is; default: PLAN.' })
  readonly statedBy?: ActorSource | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Its place among those with this role, from 1; the others move over. Left out: as it is, or for a new one the last.',
  })
  readonly position?: number | null;

  @Why()
  readonly reason?: string | null;

  @RetryKey()
  readonly idempotencyKey?: string | null;
}

@InputType({
  description:
    'Which part of an organization ends: its id, or the commitment, the organization and the role.',
})
export class RemoveActorInput {
  @Field(() => ID, { nullable: true, description: 'Id of the part, such as `CommitmentActor:12`.' })
  readonly actor?: string | null;

  @Field(() => String, { nullable: true, description: 'Without an id: code or id of the commitment.' })
  readonly commitment?: string | null;

  @Field(() => String, { nullable: true, description: `Without an id, who has it: ${organizationNames}.` })
  readonly organization?: string | null;

  @Field(() => ActorRole, { nullable: true, description: 'Without an id: the role that ends.' })
  readonly role?: ActorRole | null;

  @Field(() => String, {
    nullable: true,
    description: 'Without an id: code or id of the deliverable; left out or null: the whole commitment.',
  })
  readonly deliverable?: string | null;

  @Field(() => ActorSource, {
    nullable: true,
    description: 'Without an id: whose statement it is; default: PLAN.',
  })
  readonly statedBy?: ActorSource | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day on which it ended, no later than today; default: today, in UTC.',
  })
  readonly endedOn?: string | null;

  @Why()
  readonly reason?: string | null;

  @RetryKey()
  readonly idempotencyKey?: string | null;
}
