import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ActionPlan } from '../../model/action-plan.js';
import { Moment } from '../../model/calendar-date.js';
import { Commitment } from '../../model/commitment.js';
import { Deliverable } from '../../model/deliverable.js';
import { Department } from '../../model/department.js';
import { ReportingPeriod } from '../../model/reporting-period.js';
import type { GraphContext } from '../context.js';
import { byKey } from '../loading/rows.js';
import { levelsByDepartmentOf, levelsOf, levelsOverPeriodsOf } from './count-levels.js';
import { DepartmentProgress, PeriodProgress, Progress, type ProgressScope } from './progress.js';

async function progressOf(
  scope: ProgressScope,
  key: number,
  asOf: Date | null,
  { loading }: GraphContext,
): Promise<Progress> {
  const moment = asOf ?? null;
  return new Progress(scope, key, moment, await loading.one(levelsOf(loading, scope, moment), key));
}

function AsOf(): ReturnType<typeof Arg> {
  return Arg('asOf', () => Moment, {
    nullable: true,
    description: 'As everybody could read it at this moment; default: as it is now.',
  });
}

@Resolver(() => Progress)
export class ProgressResolver {
  @FieldResolver(() => [DepartmentProgress], {
    description:
      'The same, for each department that leads. A deliverable led jointly counts for each of its leads, so these ' +
      'can add up to more than `total`.',
  })
  async byDepartment(
    @Root() { scope, key, asOf }: Progress,
    @Ctx() { loading }: GraphContext,
  ): Promise<DepartmentProgress[]> {
    const tallies = await loading.one(levelsByDepartmentOf(loading, scope, asOf), key);
    const departments = await loading.many(byKey(Department), [...tallies.keys()]);
    return departments.flatMap((department) => {
      const tally = department && tallies.get(department.key);
      return department && tally ? [new DepartmentProgress(department, tally)] : [];
    });
  }

  @FieldResolver(() => [PeriodProgress], {
    description:
      'The levels as they stood at the end of each reporting period by what is published now, from the first on.',
  })
  async overPeriods(
    @Root() { scope, key }: Progress,
    @Ctx() { loading }: GraphContext,
  ): Promise<PeriodProgress[]> {
    const tallies = await loading.one(levelsOverPeriodsOf(loading, scope, null), key);
    const periods = await loading.many(byKey(ReportingPeriod), [...tallies.keys()]);
    return periods.flatMap((period) => {
      const tally = period && tallies.get(period.key);
      return period && tally ? [new PeriodProgress(period, tally)] : [];
    });
  }
}

@Resolver(() => ActionPlan)
export class PlanProgressResolver {
  @FieldResolver(() => Progress, { description: 'Progress of all deliverables of the plan.' })
  progress(
    @Root() plan: ActionPlan,
    @AsOf() asOf: Date | null,
    @Ctx() context: GraphContext,
  ): Promise<Progress> {
    return progressOf('plan', plan.key, asOf, context);
  }
}

@Resolver(() => Commitment)
export class CommitmentProgressResolver {
  @FieldResolver(() => Progress, { description: 'Progress of the commitment’s deliverables.' })
  progress(
    @Root() commitment: Commitment,
    @AsOf() asOf: Date | null,
    @Ctx() context: GraphContext,
  ): Promise<Progress> {
    return progressOf('commitment', commitment.key, asOf, context);
  }
}

@Resolver(() => Deliverable)
export class DeliverableProgressResolver {
  @FieldResolver(() => Progress, {
    description: 'Progress of what lies below a milestone; of a deliverable without parts, its own level.',
  })
  progress(
    @Root() deliverable: Deliverable,
    @AsOf() asOf: Date | null,
    @Ctx() context: GraphContext,
  ): Promise<Progress> {
    return progressOf('deliverable', deliverable.key, asOf, context);
  }
}

@Resolver(() => Department)
export class DepartmentProgressResolver {
  @FieldResolver(() => Progress, { description: 'Progress of the deliverables that the department leads.' })
  progress(
    @Root() department: Department,
    @AsOf() asOf: Date | null,
    @Ctx() context: GraphContext,
  ): Promise<Progress> {
    return progressOf('department', department.key, asOf, context);
  }
}
