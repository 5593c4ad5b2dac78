import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ActionPlan } from '../../model/action-plan.js';
import { Commitment } from '../../model/commitment.js';
import { Deliverable } from '../../model/deliverable.js';
import { Department } from '../../model/department.js';
import { ReportingPeriod } from '../../model/reporting-period.js';
import type { GraphContext } from '../context.js';
import { byKey } from '../loading/rows.js';
import { levelsByDepartmentOf, levelsOf, levelsOverPeriodsOf } from './count-levels.js';
import { DepartmentProgress, PeriodProgress, Progress, type ProgressScope } from './progress.js';

async function progressOf(scope: ProgressScope, key: number, { loading }: GraphContext): Promise<Progress> {
  return new Progress(scope, key, await loading.one(levelsOf[scope], key));
}

@Resolver(() => Progress)
export class ProgressResolver {
  @FieldResolver(() => [DepartmentProgress], {
    description:
      'The same, for each department that leads. A deliverable led jointly counts for each of its leads, so these ' +
      'can add up to more than `total`.',
  })
  async byDepartment(
    @Root() { scope, key }: Progress,
    @Ctx() { loading }: GraphContext,
  ): Promise<DepartmentProgress[]> {
    const tallies = await loading.one(levelsByDepartmentOf[scope], key);
    const departments = await loading.many(byKey(Department), [...tallies.keys()]);
    return departments.flatMap((department) => {
      const tally = department && tallies.get(department.key);
      return department && tally ? [new DepartmentProgress(department, tally)] : [];
    });
  }

  @FieldResolver(() => [PeriodProgress], {
    description: 'The levels as they stood at the end of each reporting period, from the first on.',
  })
  async overPeriods(
    @Root() { scope, key }: Progress,
    @Ctx() { loading }: GraphContext,
  ): Promise<PeriodProgress[]> {
    const tallies = await loading.one(levelsOverPeriodsOf[scope], key);
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
  progress(@Root() plan: ActionPlan, @Ctx() context: GraphContext): Promise<Progress> {
    return progressOf('plan', plan.key, context);
  }
}

@Resolver(() => Commitment)
export class CommitmentProgressResolver {
  @FieldResolver(() => Progress, { description: 'Progress of the commitment’s deliverables.' })
  progress(@Root() commitment: Commitment, @Ctx() context: GraphContext): Promise<Progress> {
    return progressOf('commitment', commitment.key, context);
  }
}

@Resolver(() => Deliverable)
export class DeliverableProgressResolver {
  @FieldResolver(() => Progress, {
    description: 'Progress of what lies below a milestone; of a deliverable without parts, its own level.',
  })
  progress(@Root() deliverable: Deliverable, @Ctx() context: GraphContext): Promise<Progress> {
    return progressOf('deliverable', deliverable.key, context);
  }
}

@Resolver(() => Department)
export class DepartmentProgressResolver {
  @FieldResolver(() => Progress, { description: 'Progress of the deliverables that the department leads.' })
  progress(@Root() department: Department, @Ctx() context: GraphContext): Promise<Progress> {
    return progressOf('department', department.key, context);
  }
}
