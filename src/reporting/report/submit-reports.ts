import {
  Arg,
  Ctx,
  Field,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  registerEnumType,
} from 'type-graphql';
import type { GraphContext } from '../../graph/context.js';
import { byKey } from '../../graph/loading/rows.js';
import type { Language } from '../../model/language.js';
import { StatusReport } from '../../model/status-report.js';
import { error } from '../problem.js';
import { authorizeForDepartments } from '../request/authorize-departments.js';
import { MutationPayload } from '../request/payload-type.js';
import { UserError, userError } from '../request/user-error.js';
import { type Written, write } from '../request/write.js';
import type { Writing } from '../writing.js';
import { ReportInput, retryKey } from './report-input.js';
import { writeReports } from './write-reports.js';

/** Reports of one request at the most. */
const mostReports = 500;

/** Entries of all reports of one request at the most. */
const mostEntries = 5_000;

/** Problems of a request that are told in full; after them each report tells its first one. */
const mostProblems = 1_000;

/** What one wrong report does to the others of its request. */
export enum BulkMode {
  ALL_OR_NOTHING = 'ALL_OR_NOTHING',
  EACH_FOR_ITSELF = 'EACH_FOR_ITSELF',
}

registerEnumType(BulkMode, {
  name: 'BulkMode',
  description: 'What one wrong report does to the others of its request.',
  valuesConfig: {
    ALL_OR_NOTHING: { description: 'None is saved unless all can be.' },
    EACH_FOR_ITSELF: { description: 'Those that are right are saved, the others are told.' },
  },
});

@InputType({ description: 'Which reports to submit together.' })
export class SubmitReportsInput {
  @Field(() => [ReportInput], {
    description: `The reports, 1 to ${mostReports}, each on another commitment, period or department.`,
  })
  readonly reports!: ReportInput[];

  @Field(() => BulkMode, { description: 'What one wrong report does to the others.' })
  readonly mode!: BulkMode;

  @Field(() => String, { nullable: true, description: retryKey })
  readonly idempotencyKey?: string | null;
}

interface OneResult {
  readonly key: number | null;
  readonly userErrors: readonly UserError[];
}

@ObjectType({ description: 'What became of one report of a bulk submission.' })
export class SubmitReportsResult {
  readonly #key: number | null;

  constructor(index: number, { key, userErrors }: OneResult) {
    this.index = index;
    this.#key = key;
    this.userErrors = userErrors;
  }

  @Field(() => Int, { description: 'Its place in the input, from 0.' })
  readonly index: number;

  @Field(() => StatusReport, { nullable: true, description: 'The report; null: it was not saved.' })
  async report(@Ctx() { loading }: GraphContext): Promise<StatusReport | null> {
    return this.#key === null ? null : loading.one(byKey(StatusReport), this.#key);
  }

  @Field(() => [UserError], { description: 'All that is wrong with it; `field` is the path within `input`.' })
  readonly userErrors: readonly UserError[];
}

@ObjectType({ implements: MutationPayload, description: 'What `submitReports` came to.' })
export class SubmitReportsPayload extends MutationPayload {
  @Field(() => [SubmitReportsResult], {
    description: 'What became of each report, in the order of the input.',
  })
  readonly results: readonly SubmitReportsResult[];

  constructor(input: SubmitReportsInput, written: Written<readonly OneResult[]>) {
    super(written);
    const ones =
      written.result ?? input.reports.slice(0, mostReports).map((_, at) => refusedOne(written, at));
    this.results = ones.map((one, at) => new SubmitReportsResult(at, one));
  }
}

function refusedOne({ userErrors }: Written<unknown>, at: number): OneResult {
  const own = userErrors.filter(({ field }) => field?.[0] === 'reports' && field[1] === String(at));
  return { key: null, userErrors: own };
}

@Resolver()
export class SubmitReportsMutation {
  @Mutation(() => SubmitReportsPayload, {
    description:
      `Submits up to ${mostReports} reports at once, by the same rules as \`submitReport\`. With ALL_OR_NOTHING all ` +
      'errors stand in `userErrors`; with EACH_FOR_ITSELF each stands with its report in `results`. Needs the role ' +
      'reporter for every department named.',
  })
  async submitReports(
    @Arg('input', () => SubmitReportsInput, { description: 'Which reports.' }) input: SubmitReportsInput,
    @Ctx() context: GraphContext,
  ) {
    await authorizeForDepartments(context, 'submitReports', [
      ...new Set(input.reports.map(({ department }) => department)),
    ]);
    const request = { mutation: 'submitReports', input };
    return new SubmitReportsPayload(
      input,
      await write(context, request, (writing) => writeAll(writing, input, context.language)),
    );
  }
}

async function writeAll(
  writing: Writing,
  { reports, mode }: SubmitReportsInput,
  language: Language,
): Promise<OneResult[]> {
  if (reports.length < 1 || reports.length > mostReports) {
    writing.outcome.note(
      error(
        {
          en: `There are ${reports.length} reports; accepted: 1 to ${mostReports}.`,
          fr: `Il y a ${reports.length} rapports; accepté : de 1 à ${mostReports}.`,
        },
        { code: reports.length < 1 ? 'REQUIRED' : 'TOO_MANY', column: 'reports' },
      ),
    );
    return [];
  }
  const entries = reports.reduce((sum, report) => sum + report.entries.length, 0);
  if (entries > mostEntries) {
    writing.outcome.note(
      error(
        {
          en: `The reports have ${entries} entries together; accepted: ${mostEntries} at the most.`,
          fr: `Les rapports comptent ensemble ${entries} entrées; maximum accepté : ${mostEntries}.`,
        },
        { code: 'TOO_MANY', column: 'reports' },
      ),
    );
    return [];
  }
  const isAllOrNothing = mode === BulkMode.ALL_OR_NOTHING;
  const outcomes = await writeReports(writing, reports, 'submit', (at) => `reports[${at}].`, isAllOrNothing);
  if (isAllOrNothing) writing.outcome.noteAll(outcomes.flatMap(({ problems }) => problems));
  let told = 0;
  return outcomes.map(({ key, problems }) => {
    const own = problems.slice(0, Math.max(1, mostProblems - told));
    told += own.length;
    return { key, userErrors: own.map((problem) => userError(problem, language)) };
  });
}
