import { IsNull } from 'typeorm';
import { required } from '../../graph/loading/required.js';
import { Assessment, type AssessmentScale, levelsOfScale } from '../../model/assessment.js';
import { Commitment } from '../../model/commitment.js';
import { alteredKinds } from '../altered-kinds.js';
import { findNamed, findNumbered, isNamedOnce, lockRow } from '../find-named.js';
import { findPart } from '../find-part.js';
import { noteUnknown } from '../note-unknown.js';
import { error } from '../problem.js';
import { InputCheck } from '../request/check-input.js';
import { type RowWriting, writeRow } from '../write-row.js';
import type { Writing } from '../writing.js';
import type { AmendAssessmentInput, RecordAssessmentInput } from './assessment-input.js';

/** Records a level that an author gives. @returns the number of the assessment. */
export async function recordAssessment(writing: Writing, input: RecordAssessmentInput): Promise<number> {
  const { database, outcome } = writing;
  const check = new InputCheck();
  const { author, scale, on } = input;
  const level = readLevel(check, input.level, scale);
  const statement = check.text(input.statement, 'statement');
  const commitment = await findNamed(writing, Commitment, input.commitment, 'commitment');
  const { deliverableKey = null, periodKey = null } = await findPart(writing, commitment, input);
  outcome.noteAll(check.problems);
  if (commitment === null || outcome.refused) return 0;
  const identity = { commitmentKey: commitment.key, author, scale };
  const known = await database.findOneBy(Assessment, {
    ...identity,
    deliverableKey: deliverableKey ?? IsNull(),
    periodKey: periodKey ?? IsNull(),
  });
  if (known !== null) {
    outcome.note(
      error(
        {
          en: `This author has given a level on this scale for the same already, as ${known.id}; amend it.`,
          fr: `Cet auteur a déjà donné un niveau de cette échelle pour le même objet, sous ${known.id}; modifiez-le.`,
        },
        { code: 'DUPLICATE', column: 'scale', value: scale },
      ),
    );
    return 0;
  }
  const row = { ...identity, deliverableKey, periodKey, level, on, statement };
  const made = await writeRow(writing, Assessment, null, row, asAssessment(commitment, null));
  return made?.key ?? 0;
}

/** Amends a level, its day or its words. @returns the number of the assessment. */
export async function amendAssessment(writing: Writing, input: AmendAssessmentInput): Promise<number> {
  const { loading, outcome } = writing;
  const check = new InputCheck();
  const found = await findAssessment(writing, input);
  const assessment = found && (await lockRow(writing, Assessment, found.key));
  const given = check.kept(input.level, 'level');
  const level = assessment && given !== undefined ? readLevel(check, given, assessment.scale) : undefined;
  const statement = check.text(input.statement, 'statement');
  const reason = check.reason(input.reason);
  outcome.noteAll(check.problems);
  if (assessment === null || outcome.refused) return 0;
  const commitment = await required(loading, Commitment, assessment.commitmentKey);
  const row = { level, on: input.on, statement };
  await writeRow(writing, Assessment, assessment, row, asAssessment(commitment, reason));
  return assessment.key;
}

async function findAssessment(writing: Writing, input: AmendAssessmentInput): Promise<Assessment | null> {
  const { database, outcome, loading } = writing;
  const { assessment: id, commitment: code, author, scale, deliverable, period } = input;
  const needed = { commitment: code, author, scale };
  if (!isNamedOnce(writing, { column: 'assessment', id, needed, optional: { deliverable, period } }))
    return null;
  if (id != null) {
    const found = await findNumbered(loading, Assessment, id);
    if (found === null) noteUnknown(outcome, Assessment, 'assessment', id);
    return found;
  }
  const commitment = await findNamed(writing, Commitment, code ?? '', 'commitment');
  const { deliverableKey, periodKey } = await findPart(writing, commitment, { deliverable, period });
  if (commitment === null || author == null || scale == null || outcome.refused) return null;
  const found = await database.findOneBy(Assessment, {
    commitmentKey: commitment.key,
    deliverableKey: deliverableKey ?? IsNull(),
    periodKey: periodKey ?? IsNull(),
    author,
    scale,
  });
  if (found === null) noteUnknown(outcome, Assessment, 'scale', scale);
  return found;
}

function readLevel(check: InputCheck, level: string, scale: AssessmentScale): string {
  const levels = levelsOfScale[scale];
  if (!levels.includes(level)) {
    check.invalid('level', level, {
      en: `The scale ${scale} has the levels ${levels.join(', ')}.`,
      fr: `L’échelle ${scale} compte les niveaux ${levels.join(', ')}.`,
    });
  }
  return level;
}

function asAssessment({ planKey }: Commitment, reason: string | null): RowWriting<Assessment> {
  return {
    things: 'assessments',
    kinds: alteredKinds.assessment,
    changeOf: ({ key, commitmentKey, deliverableKey, periodKey }) => ({
      planKey,
      commitmentKey,
      deliverableKey,
      periodKey,
      assessmentKey: key,
      reason,
    }),
  };
}
