import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { GraphContext } from '../../graph/context.js';
import { Assessment } from '../../model/assessment.js';
import { payloadType } from '../request/payload-type.js';
import { writeAsSteward } from '../request/write-as-steward.js';
import { AmendAssessmentInput, RecordAssessmentInput } from './assessment-input.js';
import { amendAssessment, recordAssessment } from './write-assessment.js';

const assessment = () => Assessment;
const RecordAssessmentPayload = payloadType(
  'recordAssessment',
  'assessment',
  assessment,
  'The new assessment',
);
const AmendAssessmentPayload = payloadType(
  'amendAssessment',
  'assessment',
  assessment,
  'The assessment as it is now',
);

@Resolver()
export class AssessmentMutations {
  @Mutation(() => RecordAssessmentPayload, {
    description:
      'Records a level that the government or the Independent Reporting Mechanism gives; it has nothing to do with what ' +
      'departments report. Needs the role steward.',
  })
  async recordAssessment(
    @Arg('input', () => RecordAssessmentInput, { description: 'The assessment.' })
    input: RecordAssessmentInput,
    @Ctx() context: GraphContext,
  ) {
    return new RecordAssessmentPayload(
      await writeAsSteward(context, 'recordAssessment', input, recordAssessment),
    );
  }

  @Mutation(() => AmendAssessmentPayload, {
    description: 'Amends the level, the day or the words of an assessment. Needs the role steward.',
  })
  async amendAssessment(
    @Arg('input', () => AmendAssessmentInput, { description: 'What is to be otherwise.' })
    input: AmendAssessmentInput,
    @Ctx() context: GraphContext,
  ) {
    return new AmendAssessmentPayload(
      await writeAsSteward(context, 'amendAssessment', input, amendAssessment),
    );
  }
}
