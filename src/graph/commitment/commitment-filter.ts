import { Field, InputType } from 'type-graphql';
import { ActorRole } from '../../model/commitment-actor.js';
import { CompletionLevel } from '../../model/completion-level.js';
import { OgpValue } from '../../model/ogp-value.js';

@InputType({ description: 'Which commitments. All that is given must hold; what is null is not looked at.' })
export class CommitmentFilter {
  @Field(() => String, { nullable: true, description: 'Of the plan with this code, such as `ca-2016-2018`.' })
  readonly plan?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'With a part, by the plan, for this department: code, GC OrgID, name or alias; `role` narrows it.',
  })
  readonly department?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'With a part, by the plan, for this partner organization: code, name or alias.',
  })
  readonly partner?: string | null;

  @Field(() => ActorRole, {
    nullable: true,
    description: 'The role in which `department` or `partner` has its part; alone: with anyone in this role.',
  })
  readonly role?: ActorRole | null;

  @Field(() => [CompletionLevel], {
    nullable: true,
    description: 'With a deliverable that is at one of these levels now.',
  })
  readonly completion?: CompletionLevel[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'true: with a deliverable that has no level yet; false: has deliverables, and all of them have one.',
  })
  readonly notReported?: boolean | null;

  @Field(() => [OgpValue], { nullable: true, description: 'That say they serve one of these values.' })
  readonly ogpValues?: OgpValue[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'With a published report for the period of this key, such as `mid-term` or `2023-06`.',
  })
  readonly period?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'true: refers to another commitment or is referred to; false: neither. Confirmed references only.',
  })
  readonly hasReferences?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'In whose texts, or in whose deliverables’ texts, these words are found; see `search`.',
  })
  readonly text?: string | null;
}
