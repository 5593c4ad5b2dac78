import { Field, InputType } from 'type-graphql';
import { ActorRole } from '../../model/commitment-actor.js';
import { PartnerKind } from '../../model/partner-organization.js';

@InputType({ description: 'Which departments. All that is given must hold; what is null is not looked at.' })
export class DepartmentFilter {
  @Field(() => String, { nullable: true, description: 'With a part in the plan of this code.' })
  readonly plan?: string | null;

  @Field(() => ActorRole, { nullable: true, description: 'With a part in this role.' })
  readonly role?: ActorRole | null;

  @Field(() => String, { nullable: true, description: 'In whose names these words are found; see `search`.' })
  readonly text?: string | null;
}

@InputType({
  description: 'Which partner organizations. All that is given must hold; what is null is not looked at.',
})
export class PartnerFilter extends DepartmentFilter {
  @Field(() => [PartnerKind], { nullable: true, description: 'Of one of these kinds.' })
  readonly kinds?: PartnerKind[] | null;
}
