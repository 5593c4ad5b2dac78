import type { Finding } from '../finding.js';
import { onceEach } from '../once-each.js';
import { type Placed, placed } from '../placed.js';
import {
  acceptedNumber,
  type DeliverableNumber,
  readDeliverableNumber,
  readItemNumber,
} from './deliverable-number.js';
import { type OutlinedCommitment, type OutlinedReference, planOutline } from './plan-outline.js';
import { acceptedSummaries, scheduleOf } from './schedule-summary.js';

/** Tells of what is given twice, of deliverables of other commitments, and of sentences not known. */
export function* checkPlanFile(value: unknown): Generator<Finding> {
  const { plan, commitments: all, crossReferences } = planOutline.parse(value);
  const periods = placed(plan.reportingPeriods, ['plan', 'reportingPeriods']);
  yield* onceEach(periods.map(({ thing, path }) => ({ thing: thing.key, path: [...path, 'key'] })));

  const commitments = placed(all, ['commitments']);
  yield* onceEach(
    commitments.map(({ thing, path }) => ({ thing: String(thing.number ?? ''), path: [...path, 'number'] })),
  );
  for (const commitment of commitments) {
    yield* checkSummary(commitment);
    yield* checkDeliverables(commitment);
  }
  for (const reference of placed(crossReferences, ['crossReferences'])) yield* checkItem(reference);
}

function* checkSummary({ thing, path }: Placed<OutlinedCommitment>): Generator<Finding> {
  if (thing.endOfTermSummary === null || scheduleOf(thing.endOfTermSummary) !== null) return;
  const message = `This sentence is not known, so it is not read; accepted: ${acceptedSummaries}.`;
  yield { severity: 'warning', message, path: [...path, 'endOfTermSummary'] };
}

function* checkDeliverables({ thing, path }: Placed<OutlinedCommitment>): Generator<Finding> {
  const below = [...path, 'endOfTermDeliverables'];
  const levels = Object.entries(thing.endOfTermDeliverables);
  for (const [name] of levels) {
    yield* checkNumber({ thing: readDeliverableNumber(name), path: [...below, name] }, thing.number);
  }
  if (thing.leadDepartments.length === 0 && levels.some(([, level]) => level !== null)) {
    const message = 'It is not known who reported these levels; expected a department in "leadDepartments".';
    yield { severity: 'error', message, path: below };
  }
}

function* checkItem({ thing, path }: Placed<OutlinedReference>): Generator<Finding> {
  if (thing.fromItem === null) return;
  yield* checkNumber({ thing: readItemNumber(thing.fromItem), path: [...path, 'fromItem'] }, thing.from);
}

/** @param commitment the one it must belong to; null: not known, because that is malformed. */
function* checkNumber(
  { thing: number, path }: Placed<DeliverableNumber | null>,
  commitment: number | null,
): Generator<Finding> {
  if (number === null) {
    const message = `This names no deliverable; expected ${acceptedNumber}.`;
    yield { severity: 'error', message, path };
  } else if (commitment !== null && number.commitment !== commitment) {
    const message = `This is a deliverable of commitment ${number.commitment}`;
    yield { severity: 'error', message: `${message}; expected one of commitment ${commitment}.`, path };
  }
}
