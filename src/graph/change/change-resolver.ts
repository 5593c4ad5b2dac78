import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { permits } from '../../access/policy.js';
import { feedCursor } from '../../changes/feed-cursor.js';
import { ActionPlan } from '../../model/action-plan.js';
import { Assessment } from '../../model/assessment.js';
import { Change } from '../../model/change.js';
import { Commitment } from '../../model/commitment.js';
import { CrossReference } from '../../model/cross-reference.js';
import { Deliverable } from '../../model/deliverable.js';
import { Department } from '../../model/department.js';
import { EngagementActivity } from '../../model/engagement-activity.js';
import { PartnerOrganization } from '../../model/partner-organization.js';
import { ReportingPeriod } from '../../model/reporting-period.js';
import { StatusReport } from '../../model/status-report.js';
import { takePage } from '../connection/page.js';
import { PageArgs } from '../connection/page-args.js';
import { ChangeConnection } from '../connections.js';
import type { GraphContext } from '../context.js';
import { optional } from '../loading/required.js';
import { ChangeFilter } from './change-filter.js';
import { listChanges } from './list-changes.js';

@Resolver(() => Change)
export class ChangeResolver {
  @Query(() => ChangeConnection, {
    description:
      'The feed of changes, oldest first, or those a filter lets through. Cursors are positions in the feed: whoever ' +
      'goes on from the last one misses nothing and meets nothing twice.',
  })
  async changes(
    @Arg('filter', () => ChangeFilter, { nullable: true, description: 'Which of them.' })
    filter: ChangeFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loading }: GraphContext,
  ) {
    return new ChangeConnection(await takePage(loading, await listChanges(loading, filter), args));
  }

  @FieldResolver(() => String, {
    description: 'Its position in the feed; `after` takes it wherever changes are read or watched.',
  })
  cursor(@Root() change: Change): string {
    return feedCursor(change.key);
  }

  @FieldResolver(() => ActionPlan, { nullable: true, description: 'The plan it is about, or happened in.' })
  plan(@Root() change: Change, @Ctx() { loading }: GraphContext): Promise<ActionPlan | null> {
    return optional(loading, ActionPlan, change.planKey);
  }

  @FieldResolver(() => Commitment, {
    nullable: true,
    description: 'The commitment it is about; of a reference, the one that refers.',
  })
  commitment(@Root() change: Change, @Ctx() { loading }: GraphContext): Promise<Commitment | null> {
    return optional(loading, Commitment, change.commitmentKey);
  }

  @FieldResolver(() => Deliverable, { nullable: true, description: 'The deliverable it is about.' })
  deliverable(@Root() change: Change, @Ctx() { loading }: GraphContext): Promise<Deliverable | null> {
    return optional(loading, Deliverable, change.deliverableKey);
  }

  @FieldResolver(() => ReportingPeriod, { nullable: true, description: 'The period it is about.' })
  period(@Root() change: Change, @Ctx() { loading }: GraphContext): Promise<ReportingPeriod | null> {
    return optional(loading, ReportingPeriod, change.periodKey);
  }

  @FieldResolver(() => Department, {
    nullable: true,
    description: 'The department it is about, or that reported it.',
  })
  department(@Root() change: Change, @Ctx() { loading }: GraphContext): Promise<Department | null> {
    return optional(loading, Department, change.departmentKey);
  }

  @FieldResolver(() => PartnerOrganization, {
    nullable: true,
    description: 'The partner organization it is about.',
  })
  partner(@Root() change: Change, @Ctx() { loading }: GraphContext): Promise<PartnerOrganization | null> {
    return optional(loading, PartnerOrganization, change.partnerKey);
  }

  @FieldResolver(() => StatusReport, {
    nullable: true,
    description: 'The report that says so, or that the level came from until now.',
  })
  report(@Root() change: Change, @Ctx() { loading }: GraphContext): Promise<StatusReport | null> {
    return optional(loading, StatusReport, change.reportKey);
  }

  @FieldResolver(() => CrossReference, { nullable: true, description: 'The reference it is about.' })
  reference(@Root() change: Change, @Ctx() { loading }: GraphContext): Promise<CrossReference | null> {
    return optional(loading, CrossReference, change.referenceKey);
  }

  @FieldResolver(() => EngagementActivity, {
    nullable: true,
    description: 'The engagement activity it is about.',
  })
  activity(@Root() change: Change, @Ctx() { loading }: GraphContext): Promise<EngagementActivity | null> {
    return optional(loading, EngagementActivity, change.activityKey);
  }

  @FieldResolver(() => Assessment, { nullable: true, description: 'The assessment it is about.' })
  assessment(@Root() change: Change, @Ctx() { loading }: GraphContext): Promise<Assessment | null> {
    return optional(loading, Assessment, change.assessmentKey);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Who did it, as tokens name people and systems (`issuer|subject`); shown to the department itself and to ' +
      'stewards only, else null.',
  })
  async actedBy(@Root() change: Change, @Ctx() { caller, loading }: GraphContext): Promise<string | null> {
    const department = await optional(loading, Department, change.departmentKey);
    return permits(caller, 'readTrail', department === null ? [] : [department.code])
      ? change.actedByName
      : null;
  }
}
