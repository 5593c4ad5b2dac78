import { Field, InputType } from 'type-graphql';
import { Moment } from '../../model/calendar-date.js';
import { ChangeDirection } from '../../model/change.js';
import { ChangeKind } from '../../model/change-kind.js';
import { ActorRole } from '../../model/commitment-actor.js';
import { CompletionLevel } from '../../model/completion-level.js';

@InputType({ description: 'Which changes. All that is given must hold; what is null is not looked at.' })
export class ChangeFilter {
  @Field(() => String, { nullable: true, description: 'In the plan with this code.' })
  readonly plan?: string | null;

  @Field(() => String, { nullable: true, description: 'Of the commitment with this code.' })
  readonly commitment?: string | null;

  @Field(() => String, { nullable: true, description: 'Of the deliverable with this code.' })
  readonly deliverable?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'For the reporting period of this key, such as `mid-term` or `2023-06`.',
  })
  readonly period?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'By or about this department: code, GC OrgID, name or alias. With `role`: of commitments in which it has this role.',
  })
  readonly department?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'About this partner organization: code, name or alias. With `role`: of commitments in which it has this role.',
  })
  readonly partner?: string | null;

  @Field(() => ActorRole, {
    nullable: true,
    description: 'The role that `department` or `partner` has; alone it changes nothing.',
  })
  readonly role?: ActorRole | null;

  @Field(() => [ChangeKind], { nullable: true, description: 'Of one of these kinds.' })
  readonly kinds?: ChangeKind[] | null;

  @Field(() => [CompletionLevel], { nullable: true, description: 'To one of these levels.' })
  readonly levels?: CompletionLevel[] | null;

  @Field(() => ChangeDirection, { nullable: true, description: 'With a level that went this way.' })
  readonly direction?: ChangeDirection | null;

  @Field(() => Moment, { nullable: true, description: 'At this moment or later.' })
  readonly since?: Date | null;

  @Field(() => Moment, { nullable: true, description: 'Before this moment.' })
  readonly until?: Date | null;
}
