import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { GraphContext } from '../../graph/context.js';
import { authorizeForDepartments } from '../request/authorize-departments.js';
import { write } from '../request/write.js';
import type { Writing } from '../writing.js';
import { authorizeDecision, publishReport, returnReport, withdrawReport } from './decide-report.js';
import {
  PublishReportInput,
  type ReportInput,
  ReturnReportInput,
  SaveReportDraftInput,
  SubmitReportInput,
  WithdrawReportInput,
} from './report-input.js';
import {
  PublishReportPayload,
  ReturnReportPayload,
  SaveReportDraftPayload,
  SubmitReportPayload,
  WithdrawReportPayload,
} from './report-payloads.js';
import { type ReportWish, writeReports } from './write-reports.js';

@Resolver()
export class ReportMutations {
  @Mutation(() => SaveReportDraftPayload, {
    description:
      'Keeps a report that is being written. It may be incomplete, and only its department and its publishers see it. ' +
      'Needs the role reporter for the department.',
  })
  async saveReportDraft(
    @Arg('input', () => SaveReportDraftInput, { description: 'What to draft.' }) input: SaveReportDraftInput,
    @Ctx() context: GraphContext,
  ) {
    await authorizeForDepartments(context, 'saveReportDraft', [input.department]);
    const request = { mutation: 'saveReportDraft', input };
    return new SaveReportDraftPayload(
      await write(context, request, (writing) => writeOne(writing, input, 'draft')),
    );
  }

  @Mutation(() => SubmitReportPayload, {
    description:
      'Submits a report: what the input says, on top of the draft, on top of what is published. Where the plan needs no ' +
      'review it is published at once, as a new version. Needs the role reporter for the department.',
  })
  async submitReport(
    @Arg('input', () => SubmitReportInput, { description: 'What to submit.' }) input: SubmitReportInput,
    @Ctx() context: GraphContext,
  ) {
    await authorizeForDepartments(context, 'submitReport', [input.department]);
    const request = { mutation: 'submitReport', input };
    return new SubmitReportPayload(
      await write(context, request, (writing) => writeOne(writing, input, 'submit')),
    );
  }

  @Mutation(() => PublishReportPayload, {
    description: 'Publishes a submitted report. Needs the role publisher for its department.',
  })
  async publishReport(
    @Arg('input', () => PublishReportInput, { description: 'Which report.' }) input: PublishReportInput,
    @Ctx() context: GraphContext,
  ) {
    await authorizeDecision(context, 'publishReport', input.report);
    const request = { mutation: 'publishReport', input };
    return new PublishReportPayload(
      await write(context, request, (writing) => publishReport(writing, input.report)),
    );
  }

  @Mutation(() => ReturnReportPayload, {
    description:
      'Sends a submitted report back to its department, with a reason. Needs the role publisher for the department.',
  })
  async returnReport(
    @Arg('input', () => ReturnReportInput, { description: 'Which report, and why.' })
    input: ReturnReportInput,
    @Ctx() context: GraphContext,
  ) {
    await authorizeDecision(context, 'returnReport', input.report);
    const request = { mutation: 'returnReport', input };
    return new ReturnReportPayload(
      await write(context, request, (writing) => returnReport(writing, input.report, input.reason)),
    );
  }

  @Mutation(() => WithdrawReportPayload, {
    description:
      'Takes a report back, with a reason. What was published stays readable as WITHDRAWN. Needs the role reporter or ' +
      'publisher for its department; once it is published in a plan with reviews, publisher.',
  })
  async withdrawReport(
    @Arg('input', () => WithdrawReportInput, { description: 'Which report, and why.' })
    input: WithdrawReportInput,
    @Ctx() context: GraphContext,
  ) {
    await authorizeDecision(context, 'withdrawReport', input.report);
    const request = { mutation: 'withdrawReport', input };
    return new WithdrawReportPayload(
      await write(context, request, (writing) => withdrawReport(writing, input.report, input.reason)),
    );
  }
}

async function writeOne(writing: Writing, input: ReportInput, wish: ReportWish): Promise<number> {
  const [outcome] = await writeReports(writing, [input], wish, () => '', true);
  writing.outcome.noteAll(outcome?.problems ?? []);
  return outcome?.key ?? 0;
}
