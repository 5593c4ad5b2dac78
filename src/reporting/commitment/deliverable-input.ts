import { Field, InputType, Int } from 'type-graphql';
import { CalendarDate } from '../../model/calendar-date.js';
import { DatePrecision } from '../../model/date-precision.js';
import { DeliverableKind } from '../../model/deliverable.js';
import { kept, keptOrTaken, OptionalText, RetryKey, Why } from '../request/input-fields.js';
import { TextInput } from '../request/text-input.js';

@InputType({ description: 'A new deliverable, milestone or indicator of a commitment.' })
export class CreateDeliverableInput {
  @Field(() => String, { description: 'Code or id of the commitment, such as `ca-2016-2018/19`.' })
  readonly commitment!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Code or id of the milestone or deliverable that it stands below; left out or null: of none.',
  })
  readonly parent?: string | null;

  @Field(() => Int, {
    description:
      'Position among its siblings, 1 to 9999. With what it stands below it makes the code, for good.',
  })
  readonly position!: number;

  @Field(() => DeliverableKind, { description: 'What the plan calls it.' })
  readonly kind!: DeliverableKind;

  @Field(() => TextInput, { description: 'What will be delivered.' })
  readonly text!: TextInput;

  @Field(() => String, {
    nullable: true,
    description: 'The code that the government’s own tracker gives it, kept literally, such as `C05.2.01`.',
  })
  readonly sourceCode?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day by which it is due.' })
  readonly dueDate?: string | null;

  @Field(() => DatePrecision, { nullable: true, description: 'How exactly the due date is stated.' })
  readonly duePrecision?: DatePrecision | null;

  @OptionalText('The deadline in words, such as “Ongoing”.')
  readonly deadline?: TextInput | null;

  @RetryKey()
  readonly idempotencyKey?: string | null;
}

@InputType({ description: 'What is to be otherwise about a deliverable, milestone or indicator.' })
export class AmendDeliverableInput {
  @Field(() => String, { description: 'Code or id of the deliverable, such as `ca-2016-2018/19.2`.' })
  readonly deliverable!: string;

  @Field(() => DeliverableKind, { nullable: true, description: `What the plan calls it. ${kept}` })
  readonly kind?: DeliverableKind | null;

  @OptionalText(`What will be delivered. ${kept}`)
  readonly text?: TextInput | null;

  @Field(() => String, {
    nullable: true,
    description: `The code that the government’s own tracker gives it, where it has none so far; it does not change. ${kept}`,
  })
  readonly sourceCode?: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: `Last day by which it is due. ${keptOrTaken}`,
  })
  readonly dueDate?: string | null;

  @Field(() => DatePrecision, {
    nullable: true,
    description: `How exactly the due date is stated. ${keptOrTaken}`,
  })
  readonly duePrecision?: DatePrecision | null;

  @OptionalText(`The deadline in words, such as “Ongoing”. ${keptOrTaken}`)
  readonly deadline?: TextInput | null;

  @Why()
  readonly reason?: string | null;

  @RetryKey()
  readonly idempotencyKey?: string | null;
}
