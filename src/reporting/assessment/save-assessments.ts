import { In } from 'typeorm';
import { byCode } from '../../graph/loading/rows.js';
import { Assessment, levelsOfScale } from '../../model/assessment.js';
import { Commitment } from '../../model/commitment.js';
import { Deliverable } from '../../model/deliverable.js';
import { ReportingPeriod } from '../../model/reporting-period.js';
import { recordRows } from '../alterations.js';
import { alteredKinds } from '../altered-kinds.js';
import type { AssessmentFacts } from '../dossier.js';
import { lookUp, periodCode } from '../look-up.js';
import { error } from '../problem.js';
import { type Desired, reconcile } from '../reconcile.js';
import type { Writing } from '../writing.js';

/** Saves levels that authors give on named scales. */
export async function saveAssessments(writing: Writing, facts: readonly AssessmentFacts[]): Promise<void> {
  const { loading, outcome, database } = writing;
  const desired = new Map<string, Desired<Assessment>>();
  const plans = new Map<number, number>();
  await lookUp(writing, {
    commitments: facts.map(({ commitment }) => commitment),
    deliverables: facts.map(({ deliverable }) => deliverable),
    periods: facts.map(({ commitment, period }) => periodCode(commitment, period)),
  });
  for (const [at, assessment] of facts.entries()) {
    const column = `assessments[${at}]`;
    const { commitment: code, deliverable, period, author, scale, level, on, statement } = assessment;
    const commitment = await loading.one(byCode(Commitment), code);
    const part = deliverable == null ? null : await loading.one(byCode(Deliverable), deliverable);
    const plan = code.split('/')[0];
    const whenCode = periodCode(code, period);
    const when = whenCode === null ? null : await loading.one(byCode(ReportingPeriod), whenCode);
    const levels = levelsOfScale[scale as keyof typeof levelsOfScale];
    if (commitment === null) {
      outcome.note(
        error('There is no such commitment; import it first.', {
          column: `${column}.commitment`,
          value: code,
        }),
      );
    }
    if (deliverable != null && commitment !== null && part?.commitmentKey !== commitment.key) {
      outcome.note(
        error(`This is no deliverable of ${code}.`, { column: `${column}.deliverable`, value: deliverable }),
      );
    }
    if (period != null && when === null) {
      outcome.note(
        error(`The plan ${plan} has no such reporting period.`, {
          column: `${column}.period`,
          value: period,
        }),
      );
    }
    if (!levels.includes(level)) {
      outcome.note(
        error(`The scale ${scale} has the levels ${levels.join(', ')}.`, {
          column: `${column}.level`,
          value: level,
        }),
      );
    }
    if (commitment === null || !levels.includes(level)) continue;
    plans.set(commitment.key, commitment.planKey);
    const given = {
      commitmentKey: commitment.key,
      deliverableKey: part?.key ?? null,
      periodKey: when?.key ?? null,
      author,
      scale,
      level,
      on: on ?? undefined,
      statement: statement ?? undefined,
    };
    if (desired.has(identity(given))) {
      outcome.note(
        error(
          'An author gives one level on a scale for the same thing and period; another one stands above.',
          {
            column: `${column}.level`,
            value: level,
          },
        ),
      );
    } else {
      desired.set(identity(given), given);
    }
  }
  const { written } = await reconcile(writing, Assessment, {
    things: 'assessments',
    existing: await database.findBy(Assessment, {
      commitmentKey: In([...desired.values()].map(({ commitmentKey }) => commitmentKey)),
    }),
    desired: [...desired.values()],
    identity,
  });
  recordRows(
    writing,
    alteredKinds.assessment,
    written,
    ({ key, commitmentKey, deliverableKey, periodKey }) => ({
      planKey: plans.get(commitmentKey) ?? null,
      commitmentKey,
      deliverableKey,
      periodKey,
      assessmentKey: key,
    }),
  );
}

function identity(assessment: Desired<Assessment>): string {
  const { commitmentKey, deliverableKey, periodKey, author, scale } = assessment;
  return [commitmentKey, deliverableKey, periodKey, author, scale].join(' ');
}
