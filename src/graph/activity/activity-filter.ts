import { Field, InputType } from 'type-graphql';
import { CalendarDate } from '../../model/calendar-date.js';
import { ActivityFormat, ActivityKind } from '../../model/engagement-activity.js';

@InputType({
  description: 'Which engagement activities. All that is given must hold; what is null is not looked at.',
})
export class ActivityFilter {
  @Field(() => [ActivityKind], { nullable: true, description: 'Of one of these kinds.' })
  readonly kinds?: ActivityKind[] | null;

  @Field(() => [ActivityFormat], { nullable: true, description: 'In one of these formats.' })
  readonly formats?: ActivityFormat[] | null;

  @Field(() => String, { nullable: true, description: 'That touch a commitment of the plan of this code.' })
  readonly plan?: string | null;

  @Field(() => String, { nullable: true, description: 'That touch the commitment of this code.' })
  readonly commitment?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'That this department took part in: code, GC OrgID, name or alias.',
  })
  readonly department?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'That this partner took part in: code, name or alias.',
  })
  readonly partner?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Not over before this day.' })
  readonly from?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Begun by this day.' })
  readonly to?: string | null;

  @Field(() => String, { nullable: true, description: 'In whose texts these words are found; see `search`.' })
  readonly text?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: also those that were withdrawn, which `text` does not find; default: without them.',
  })
  readonly includeWithdrawn?: boolean | null;
}
