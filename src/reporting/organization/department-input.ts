import { Field, InputType, Int } from 'type-graphql';
import { CalendarDate } from '../../model/calendar-date.js';
import { kept, keptOrTaken, OptionalText, RetryKey, Why } from '../request/input-fields.js';
import { TextInput } from '../request/text-input.js';

@InputType({ description: 'Another name of a department, or a former one.' })
export class DepartmentAliasInput {
  @Field(() => String, { description: 'The name as it is met, in up to 300 characters.' })
  readonly name!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'First day it was in use; null: not known.' })
  readonly from?: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Last day it was in use; null: still, or not known.',
  })
  readonly to?: string | null;
}

@InputType({ description: 'A new department or agency.' })
export class CreateDepartmentInput {
  @Field(() => String, {
    description: 'Code, such as `tbs`: lower-case letters, digits and hyphens. For good.',
  })
  readonly code!: string;

  @Field(() => TextInput, { description: 'The name to show, in up to 300 characters.' })
  readonly name!: TextInput;

  @Field(() => Int, { nullable: true, description: 'GC OrgID: four digits, such as 2242.' })
  readonly gcOrgId?: number | null;

  @OptionalText('The abbreviation, such as TBS (French: SCT).')
  readonly abbreviation?: TextInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'The slug of the open-data portal and the trackers, such as `tbs-sct`.',
  })
  readonly openGovSlug?: string | null;

  @Field(() => [DepartmentAliasInput], { nullable: true, description: 'Other and former names.' })
  readonly aliases?: DepartmentAliasInput[] | null;

  @RetryKey()
  readonly idempotencyKey?: string | null;
}

@InputType({
  description:
    'What is to be otherwise about a department. Whoever knows it by a former name finds it still.',
})
export class AmendDepartmentInput {
  @Field(() => String, { description: 'Code, GC OrgID or id of the department.' })
  readonly department!: string;

  @OptionalText(
    `The name to show, in up to 300 characters. The former one becomes an alias, for good. ${kept}`,
  )
  readonly name?: TextInput | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      'First day of the new name; that of the former one ended the day before. Default: today, in UTC.',
  })
  readonly renamedOn?: string | null;

  @Field(() => Int, { nullable: true, description: `GC OrgID: four digits, such as 2242. ${keptOrTaken}` })
  readonly gcOrgId?: number | null;

  @OptionalText(`The abbreviation, such as TBS (French: SCT). ${keptOrTaken}`)
  readonly abbreviation?: TextInput | null;

  @Field(() => String, {
    nullable: true,
    description: `The slug of the open-data portal and the trackers. ${keptOrTaken}`,
  })
  readonly openGovSlug?: string | null;

  @Field(() => [DepartmentAliasInput], {
    nullable: true,
    description:
      'Other and former names to add. One that is there already gets the dates that are given; none is ever removed.',
  })
  readonly addAliases?: DepartmentAliasInput[] | null;

  @Why()
  readonly reason?: string | null;

  @RetryKey()
  readonly idempotencyKey?: string | null;
}
