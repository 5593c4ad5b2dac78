import { Ctx, Field, Int, InterfaceType, ObjectType } from 'type-graphql';
import { CompletionLevel } from '../../model/completion-level.js';
import { Department } from '../../model/department.js';
import { Language, type Viewing } from '../../model/language.js';
import { ReportingPeriod } from '../../model/reporting-period.js';
import { InLanguage } from '../in-language.js';

@ObjectType({ description: 'How many deliverables are at one level.' })
export class LevelCount {
  @Field(() => CompletionLevel, { description: 'The level.' })
  readonly level!: CompletionLevel;

  @Field(() => Int, { description: 'How many deliverables are at it.' })
  readonly count!: number;
}

/** What progress can be asked of. */
export type ProgressScope = 'plan' | 'commitment' | 'deliverable' | 'department';

/** Deliverables counted by level; null stands for those not reported. */
export type Tally = ReadonlyMap<CompletionLevel | null, number>;

@InterfaceType({
  description:
    'Deliverables counted by level. Computed by the hub, never reported by anyone. Only what is reported on directly ' +
    'counts: indicators and deliverables, not the milestones above them; each counts once, however many lead it.',
})
export abstract class LevelCounts {
  readonly #tally: Tally;

  constructor(tally: Tally) {
    this.#tally = tally;
  }

  @Field(() => Int, { description: 'How many deliverables there are.' })
  get total(): number {
    return [...this.#tally.values()].reduce((sum, count) => sum + count, 0);
  }

  @Field(() => Int, { description: 'How many of them have no level, which is not the same as not started.' })
  get notReported(): number {
    return this.#tally.get(null) ?? 0;
  }

  @Field(() => [LevelCount], { description: 'How many are at each level: all four levels, from the lowest.' })
  get byLevel(): LevelCount[] {
    return Object.values(CompletionLevel).map((level) => ({ level, count: this.#tally.get(level) ?? 0 }));
  }
}

@ObjectType({
  implements: LevelCounts,
  description: 'The deliverables that one department leads, counted by level.',
})
export class DepartmentProgress extends LevelCounts {
  constructor(department: Department, tally: Tally) {
    super(tally);
    this.department = department;
  }

  @Field(() => Department, { description: 'The department that leads them.' })
  readonly department: Department;
}

@ObjectType({ implements: LevelCounts, description: 'The levels as they stood at the end of one period.' })
export class PeriodProgress extends LevelCounts {
  constructor(period: ReportingPeriod, tally: Tally) {
    super(tally);
    this.period = period;
  }

  @Field(() => ReportingPeriod, { description: 'The period at whose end this was so.' })
  readonly period: ReportingPeriod;
}

@ObjectType({
  implements: LevelCounts,
  description:
    'Progress of a plan, a commitment, a milestone or a department’s work. Computed by the hub from the latest ' +
    'published report on each deliverable, never reported by anyone.',
})
export class Progress extends LevelCounts {
  /** Whose progress: a scope and the number of its row. */
  readonly scope: ProgressScope;
  readonly key: number;
  /** The moment at which it is counted; null: now. */
  readonly asOf: Date | null;

  constructor(scope: ProgressScope, key: number, asOf: Date | null, tally: Tally) {
    super(tally);
    this.scope = scope;
    this.key = key;
    this.asOf = asOf;
  }

  @Field(() => String, { description: 'One sentence to show beside a chart: how this was computed.' })
  note(@InLanguage() language: Language | null, @Ctx() viewing: Viewing): string {
    const { total, notReported } = this;
    return (language ?? viewing.language) === Language.FR
      ? `Calculé par le carrefour à partir du dernier rapport publié sur chacun des ${total} livrables; ` +
          `${notReported} n’ont fait l’objet d’aucun rapport.`
      : `Computed by the hub from the latest published report on each of ${total} deliverables; ` +
          `${notReported} not reported.`;
  }
}
