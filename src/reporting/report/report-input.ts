import { Field, InputType, Int } from 'type-graphql';
import { CompletionLevel } from '../../model/completion-level.js';
import { TextInput } from '../request/text-input.js';

const kept = 'Left out: stays as it is; null: is taken away.';

@InputType({ description: 'Something that shows what was done: an address, a text, or both.' })
export class EvidenceInput {
  @Field(() => String, { nullable: true, description: 'Address of the evidence, http or https.' })
  readonly url?: string | null;

  @Field(() => TextInput, { nullable: true, description: 'What it is or says.' })
  readonly text?: TextInput | null;
}

@InputType({ description: 'What a report says on one deliverable.' })
export class ReportEntryInput {
  @Field(() => String, { description: 'Code of the deliverable, such as `ca-2016-2018/19.1`.' })
  readonly deliverable!: string;

  @Field(() => CompletionLevel, { nullable: true, description: `How far it has come. ${kept}` })
  readonly completion?: CompletionLevel | null;

  @Field(() => TextInput, {
    nullable: true,
    description: `What was done, in Markdown; \`NIL\` means no progress to report. ${kept}`,
  })
  readonly results?: TextInput | null;

  @Field(() => TextInput, { nullable: true, description: `What comes next, in Markdown. ${kept}` })
  readonly nextSteps?: TextInput | null;

  @Field(() => TextInput, { nullable: true, description: `What stands in the way, in Markdown. ${kept}` })
  readonly challenges?: TextInput | null;

  @Field(() => [EvidenceInput], {
    nullable: true,
    description:
      'What shows that it was done, all of it. Left out: stays as it is; empty or null: is taken away.',
  })
  readonly evidence?: EvidenceInput[] | null;
}

/** What names a report and says what it has: the same for drafts, submissions and bulk. */
@InputType({ description: 'What one department reports on one commitment for one period.' })
export class ReportInput {
  @Field(() => String, { description: 'Code of the commitment, such as `ca-2016-2018/19`.' })
  readonly commitment!: string;

  @Field(() => String, { description: 'Key of the reporting period, such as `end-of-term` or `2023-06`.' })
  readonly period!: string;

  @Field(() => String, {
    description: 'The department that reports: its code, such as `tbs`, or its GC OrgID.',
  })
  readonly department!: string;

  @Field(() => [ReportEntryInput], {
    description:
      'What it says on each deliverable, 500 at the most. Deliverables that are left out stay as they are: as drafted, ' +
      'or as published.',
  })
  readonly entries!: ReportEntryInput[];

  @Field(() => String, { nullable: true, description: 'Why levels go down; required where any does.' })
  readonly reason?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The version this is based on; 0 for none, also where the last one was withdrawn. If another one stands by now, the ' +
      'answer is a CONFLICT and nothing is saved.',
  })
  readonly ifVersion?: number | null;
}

/** The sentence that describes `idempotencyKey` wherever it stands. */
export const retryKey =
  'Makes it safe to send again: the same key with the same input answers for 24 hours what the first one came to. A ' +
  'UUID is a good one.';

@InputType({ description: 'What to draft.' })
export class SaveReportDraftInput extends ReportInput {
  @Field(() => String, { nullable: true, description: retryKey })
  readonly idempotencyKey?: string | null;
}

@InputType({ description: 'What to submit.' })
export class SubmitReportInput extends ReportInput {
  @Field(() => String, { nullable: true, description: retryKey })
  readonly idempotencyKey?: string | null;
}

@InputType({ description: 'Which report to publish.' })
export class PublishReportInput {
  @Field(() => String, {
    description: 'Code or id of the submitted version, such as `ca-2016-2018/19/end-of-term/tbs/1`.',
  })
  readonly report!: string;

  @Field(() => String, { nullable: true, description: retryKey })
  readonly idempotencyKey?: string | null;
}

@InputType({ description: 'Which report to return to its department, and why.' })
export class ReturnReportInput {
  @Field(() => String, {
    description: 'Code or id of the submitted version, such as `ca-2016-2018/19/end-of-term/tbs/1`.',
  })
  readonly report!: string;

  @Field(() => String, { description: 'What is to be mended; the department sees it.' })
  readonly reason!: string;

  @Field(() => String, { nullable: true, description: retryKey })
  readonly idempotencyKey?: string | null;
}

@InputType({ description: 'Which report to take back, and why.' })
export class WithdrawReportInput {
  @Field(() => String, {
    description:
      'Code or id of the version: the published one, or one on its way, such as `ca-2016-2018/19/end-of-term/tbs/1`.',
  })
  readonly report!: string;

  @Field(() => String, { description: 'Why; everybody sees it where the report was published.' })
  readonly reason!: string;

  @Field(() => String, { nullable: true, description: retryKey })
  readonly idempotencyKey?: string | null;
}
