import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Moment } from '../../model/calendar-date.js';
import { Commitment } from '../../model/commitment.js';
import { CompletionLevel } from '../../model/completion-level.js';
import { Deliverable, DeliverableKind } from '../../model/deliverable.js';
import { Evidence } from '../../model/evidence.js';
import { Language } from '../../model/language.js';
import { Organization } from '../../model/organization.js';
import { ReportEntry } from '../../model/report-entry.js';
import { ReportingPeriod } from '../../model/reporting-period.js';
import { StatusReport } from '../../model/status-report.js';
import { inLanguage, type Text } from '../../model/text.js';
import type { GraphContext } from '../context.js';
import { InLanguage } from '../in-language.js';
import { optional, required } from '../loading/required.js';
import { byCode } from '../loading/rows.js';
import { withoutType } from '../lookup.js';
import { organizationOf } from '../organization/organization-of.js';
import { currentEntry } from './current-entry.js';
import { leadsOfDeliverable } from './deliverable-leads.js';
import { deliverablesOfCommitment } from './deliverables.js';
import { levelAsOf } from './level-as-of.js';

@Resolver(() => Deliverable)
export class DeliverableResolver {
  @Query(() => Deliverable, {
    nullable: true,
    description: 'The deliverable with a code; null: there is none.',
  })
  deliverable(
    @Arg('code', () => String, { description: 'Code, such as `ca-2016-2018/19.2`, or id.' }) code: string,
    @Ctx() { loading }: GraphContext,
  ): Promise<Deliverable | null> {
    return loading.one(byCode(Deliverable), withoutType('Deliverable', code));
  }

  @FieldResolver(() => Commitment, { description: 'The commitment it belongs to.' })
  commitment(@Root() deliverable: Deliverable, @Ctx() { loading }: GraphContext): Promise<Commitment> {
    return required(loading, Commitment, deliverable.commitmentKey);
  }

  @FieldResolver(() => Deliverable, {
    nullable: true,
    description: 'The milestone above it, if there is one.',
  })
  parent(@Root() deliverable: Deliverable, @Ctx() { loading }: GraphContext): Promise<Deliverable | null> {
    return optional(loading, Deliverable, deliverable.parentKey);
  }

  @FieldResolver(() => [Deliverable], { description: 'What lies directly below it, in order.' })
  async children(@Root() deliverable: Deliverable, @Ctx() { loading }: GraphContext): Promise<Deliverable[]> {
    const all = await loading.one(deliverablesOfCommitment, deliverable.commitmentKey);
    return all.filter((other) => other.parentKey === deliverable.key);
  }

  @FieldResolver(() => [Organization], {
    description: 'Who leads it by the plan: its own leads where the plan names any, else the commitment’s.',
  })
  async leads(@Root() deliverable: Deliverable, @Ctx() { loading }: GraphContext): Promise<Organization[]> {
    const leads = await loading.one(leadsOfDeliverable, deliverable.key);
    return Promise.all(leads.map((lead) => organizationOf(loading, lead)));
  }

  @FieldResolver(() => CompletionLevel, {
    nullable: true,
    description:
      'The current level: that of the latest period with a published report that gives one; of several departments, ' +
      'the first lead’s. null: not reported, which is not the same as NOT_STARTED.',
  })
  async completion(
    @Root() { key }: Deliverable,
    @Arg('asOf', () => Moment, {
      nullable: true,
      description: 'As everybody could read it at this moment; default: as it is now.',
    })
    asOf: Date | null,
    @Ctx() context: GraphContext,
  ): Promise<CompletionLevel | null> {
    if (asOf != null) return context.loading.one(levelAsOf(context.loading, asOf), key);
    return (await current(key, context))?.completion ?? null;
  }

  @FieldResolver(() => ReportEntry, {
    nullable: true,
    description:
      'What the current level and texts come from, whose `languages` says which of them are there; null: nothing was ' +
      'reported.',
  })
  currentEntry(@Root() { key }: Deliverable, @Ctx() context: GraphContext): Promise<ReportEntry | null> {
    return current(key, context);
  }

  @FieldResolver(() => StatusReport, {
    nullable: true,
    description: 'The report that the current level and texts come from; null: nothing was reported.',
  })
  async currentReport(
    @Root() { key }: Deliverable,
    @Ctx() context: GraphContext,
  ): Promise<StatusReport | null> {
    return optional(context.loading, StatusReport, (await current(key, context))?.reportKey ?? null);
  }

  @FieldResolver(() => ReportingPeriod, {
    nullable: true,
    description: 'The period that the current level and texts are of; null: nothing was reported.',
  })
  async currentPeriod(
    @Root() { key }: Deliverable,
    @Ctx() context: GraphContext,
  ): Promise<ReportingPeriod | null> {
    const entry = await current(key, context);
    if (entry === null) return null;
    const report = await required(context.loading, StatusReport, entry.reportKey);
    return required(context.loading, ReportingPeriod, report.periodKey);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What was done, by the current report. Markdown: paragraphs and nested lists.',
  })
  results(
    @Root() { key }: Deliverable,
    @InLanguage() language: Language | null,
    @Ctx() context: GraphContext,
  ): Promise<string | null> {
    return currentText(key, language, context, (entry) => entry.results);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What comes next, by the current report. Markdown: paragraphs and nested lists.',
  })
  nextSteps(
    @Root() { key }: Deliverable,
    @InLanguage() language: Language | null,
    @Ctx() context: GraphContext,
  ): Promise<string | null> {
    return currentText(key, language, context, (entry) => entry.nextSteps);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What stands in the way, by the current report. Markdown: paragraphs and nested lists.',
  })
  challenges(
    @Root() { key }: Deliverable,
    @InLanguage() language: Language | null,
    @Ctx() context: GraphContext,
  ): Promise<string | null> {
    return currentText(key, language, context, (entry) => entry.challenges);
  }

  @FieldResolver(() => [Evidence], { description: 'What shows that it was done, by the current report.' })
  async evidence(@Root() { key }: Deliverable, @Ctx() context: GraphContext): Promise<readonly Evidence[]> {
    return (await current(key, context))?.evidence ?? [];
  }
}

@Resolver(() => Commitment)
export class CommitmentDeliverablesResolver {
  @FieldResolver(() => [Deliverable], {
    description:
      'What it will deliver, in the order of the plan: milestones each followed by their indicators. `parent` and ' +
      '`children` give the tree.',
  })
  async deliverables(
    @Root() commitment: Commitment,
    @Arg('kinds', () => [DeliverableKind], {
      nullable: true,
      description: 'Of these kinds only; null: of all.',
    })
    kinds: DeliverableKind[] | null,
    @Arg('topLevel', () => Boolean, {
      nullable: true,
      defaultValue: false,
      description: 'true: only those with nothing above them.',
    })
    topLevel: boolean | null,
    @Ctx() { loading }: GraphContext,
  ): Promise<Deliverable[]> {
    const all = await loading.one(deliverablesOfCommitment, commitment.key);
    return all.filter(
      ({ kind, parentKey }) => (kinds == null || kinds.includes(kind)) && (!topLevel || parentKey === null),
    );
  }
}

function current(key: number, { loading }: GraphContext): Promise<ReportEntry | null> {
  return loading.one(currentEntry, key);
}

async function currentText(
  key: number,
  language: Language | null,
  context: GraphContext,
  pick: (entry: ReportEntry) => Text | null,
): Promise<string | null> {
  const entry = await current(key, context);
  return entry === null ? null : inLanguage(pick(entry), language ?? context.language);
}
