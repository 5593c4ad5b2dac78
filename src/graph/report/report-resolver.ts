import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Commitment } from '../../model/commitment.js';
import { Deliverable } from '../../model/deliverable.js';
import { Department } from '../../model/department.js';
import { ReportEntry } from '../../model/report-entry.js';
import { ReportingPeriod } from '../../model/reporting-period.js';
import { StatusReport } from '../../model/status-report.js';
import type { GraphContext } from '../context.js';
import { required } from '../loading/required.js';
import { checkPeriodKey } from '../plan/known-plan.js';
import { mayFor } from '../viewer/caller-may.js';
import { FormerVersions, isListed, Unpublished } from './listed-reports.js';
import { readableEntriesOn, readableReportsOn } from './readable-reports.js';
import { entriesOfReport, entriesOnDeliverable, reportsOnCommitment } from './reports.js';

const trail = 'as tokens name people and systems; shown to its department and to stewards only, else null;';

@Resolver(() => StatusReport)
export class ReportResolver {
  @FieldResolver(() => Commitment, { description: 'The commitment reported on.' })
  commitment(@Root() report: StatusReport, @Ctx() { loading }: GraphContext): Promise<Commitment> {
    return required(loading, Commitment, report.commitmentKey);
  }

  @FieldResolver(() => ReportingPeriod, { description: 'The period reported on.' })
  period(@Root() report: StatusReport, @Ctx() { loading }: GraphContext): Promise<ReportingPeriod> {
    return required(loading, ReportingPeriod, report.periodKey);
  }

  @FieldResolver(() => Department, { description: 'The department that reports.' })
  department(@Root() report: StatusReport, @Ctx() { loading }: GraphContext): Promise<Department> {
    return required(loading, Department, report.departmentKey);
  }

  @FieldResolver(() => [ReportEntry], { description: 'What it says on each deliverable.' })
  entries(@Root() report: StatusReport, @Ctx() { loading }: GraphContext): Promise<readonly ReportEntry[]> {
    return loading.one(entriesOfReport, report.key);
  }

  @FieldResolver(() => StatusReport, {
    nullable: true,
    description:
      'The version before this one that the viewer may read: one that was published, or any of their department; null: ' +
      'there is none.',
  })
  async previousVersion(
    @Root() report: StatusReport,
    @Ctx() context: GraphContext,
  ): Promise<StatusReport | null> {
    const reports = await readableReportsOn(context, report.commitmentKey);
    // The latest version stands first.
    const former = reports.find(
      (other) =>
        other.periodKey === report.periodKey &&
        other.departmentKey === report.departmentKey &&
        other.version < report.version,
    );
    return former ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: `Who wrote this version, ${trail} null also: it came before the hub kept that.`,
  })
  writtenBy(@Root() report: StatusReport, @Ctx() { caller }: GraphContext): string | null {
    return mayFor(caller, 'readTrail', [report.departmentKey]) ? report.writtenBy : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: `Who published, returned or withdrew it, ${trail} null also: nobody did.`,
  })
  decidedBy(@Root() report: StatusReport, @Ctx() { caller }: GraphContext): string | null {
    return mayFor(caller, 'readTrail', [report.departmentKey]) ? report.decidedBy : null;
  }
}

@Resolver(() => ReportEntry)
export class ReportEntryResolver {
  @FieldResolver(() => StatusReport, { description: 'The report it is part of.' })
  report(@Root() entry: ReportEntry, @Ctx() { loading }: GraphContext): Promise<StatusReport> {
    return required(loading, StatusReport, entry.reportKey);
  }

  @FieldResolver(() => Deliverable, { description: 'The deliverable it is about.' })
  deliverable(@Root() entry: ReportEntry, @Ctx() { loading }: GraphContext): Promise<Deliverable> {
    return required(loading, Deliverable, entry.deliverableKey);
  }
}

@Resolver(() => Commitment)
export class CommitmentReportsResolver {
  @FieldResolver(() => [StatusReport], {
    description: 'The reports on it, by period and department.',
  })
  async reports(
    @Root() commitment: Commitment,
    @Arg('period', () => String, { nullable: true, description: 'For the period of this key only.' })
    period: string | null,
    @FormerVersions() formerVersions: boolean | null,
    @Unpublished() unpublished: boolean | null,
    @Ctx() context: GraphContext,
  ): Promise<StatusReport[]> {
    const { loading } = context;
    if (period != null) await checkPeriodKey(loading, period);
    const reports = unpublished
      ? await readableReportsOn(context, commitment.key)
      : await loading.one(reportsOnCommitment, commitment.key);
    return reports.filter(
      (report) =>
        (period == null || report.period?.periodKey === period) &&
        isListed(report, { formerVersions, unpublished }),
    );
  }
}

@Resolver(() => Deliverable)
export class DeliverableReportsResolver {
  @FieldResolver(() => [ReportEntry], {
    description: 'What every report says on it, the latest period first: all periods and all departments.',
  })
  async reports(
    @Root() deliverable: Deliverable,
    @FormerVersions() formerVersions: boolean | null,
    @Unpublished() unpublished: boolean | null,
    @Ctx() context: GraphContext,
  ): Promise<ReportEntry[]> {
    const entries = unpublished
      ? await readableEntriesOn(context, deliverable.key)
      : await context.loading.one(entriesOnDeliverable, deliverable.key);
    return entries.filter(
      ({ report }) => report !== undefined && isListed(report, { formerVersions, unpublished }),
    );
  }
}
