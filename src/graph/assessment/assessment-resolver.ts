import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Assessment, AssessmentAuthor, AssessmentScale } from '../../model/assessment.js';
import { Commitment } from '../../model/commitment.js';
import { Deliverable } from '../../model/deliverable.js';
import { ReportingPeriod } from '../../model/reporting-period.js';
import type { GraphContext } from '../context.js';
import { optional, required } from '../loading/required.js';
import { listBy } from '../loading/rows.js';

const assessmentsOfCommitment = listBy(Assessment, 'commitmentKey', {
  author: 'ASC',
  scale: 'ASC',
  key: 'ASC',
});

@Resolver(() => Assessment)
export class AssessmentResolver {
  @FieldResolver(() => Commitment, { description: 'The commitment assessed.' })
  commitment(@Root() assessment: Assessment, @Ctx() { loading }: GraphContext): Promise<Commitment> {
    return required(loading, Commitment, assessment.commitmentKey);
  }

  @FieldResolver(() => Deliverable, {
    nullable: true,
    description: 'The single deliverable assessed; null: the whole commitment.',
  })
  deliverable(@Root() assessment: Assessment, @Ctx() { loading }: GraphContext): Promise<Deliverable | null> {
    return optional(loading, Deliverable, assessment.deliverableKey);
  }

  @FieldResolver(() => ReportingPeriod, {
    nullable: true,
    description: 'The period assessed, if one is named.',
  })
  period(@Root() assessment: Assessment, @Ctx() { loading }: GraphContext): Promise<ReportingPeriod | null> {
    return optional(loading, ReportingPeriod, assessment.periodKey);
  }
}

@Resolver(() => Commitment)
export class CommitmentAssessmentsResolver {
  @FieldResolver(() => [Assessment], {
    description:
      'Levels that authors give it on named scales; kept apart from the completion departments report.',
  })
  async assessments(
    @Root() commitment: Commitment,
    @Arg('author', () => AssessmentAuthor, { nullable: true, description: 'By this author only.' })
    author: AssessmentAuthor | null,
    @Arg('scales', () => [AssessmentScale], {
      nullable: true,
      description: 'On these scales only; null: on all.',
    })
    scales: AssessmentScale[] | null,
    @Ctx() { loading }: GraphContext,
  ): Promise<Assessment[]> {
    const assessments = await loading.one(assessmentsOfCommitment, commitment.key);
    return assessments.filter(
      (assessment) =>
        (author == null || assessment.author === author) &&
        (scales == null || scales.includes(assessment.scale)),
    );
  }
}
