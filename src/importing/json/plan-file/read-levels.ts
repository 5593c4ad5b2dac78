import type { DeliverableInput, ReportInput } from '../dossier-input.js';
import type { Origins } from '../origins.js';
import type { Placed } from '../placed.js';
import { readDeliverableNumber } from './deliverable-number.js';
import { endOfTerm } from './period-keys.js';
import type { PlanFileCommitment } from './plan-file.js';

type Level = NonNullable<PlanFileCommitment['endOfTermDeliverables']>[string];

/** The deliverables of which a level is given, by position. Of their texts the file has none. */
export function readDeliverables(
  commitment: Placed<PlanFileCommitment>,
  origins: Origins,
): DeliverableInput[] {
  return levelsOf(commitment).map(({ thing: { number, position }, path }) => {
    const facts: DeliverableInput = {
      position,
      kind: 'DELIVERABLE',
      text: { en: `Deliverable ${number}`, fr: `Livrable ${number}` },
      textIsPlaceholder: true,
    };
    return origins.note(facts, path);
  });
}

/** What the first lead department reported at the end of term; none where no level is known. */
export function readReports(
  code: string,
  commitment: Placed<PlanFileCommitment>,
  origins: Origins,
): ReportInput[] {
  const department = commitment.thing.leadDepartments?.[0];
  const reported = levelsOf(commitment).filter(({ thing }) => thing.level !== null);
  if (department === undefined || reported.length === 0) return [];
  const facts: ReportInput = {
    commitment: code,
    period: endOfTerm,
    department: department.toLowerCase(),
    entries: reported.map(({ thing: { position, level }, path }) =>
      origins.note({ deliverable: `${code}.${position}`, completion: level }, path),
    ),
  };
  const names = { department: ['leadDepartments', 0], entries: ['endOfTermDeliverables'] };
  return [origins.note(facts, commitment.path, names)];
}

interface DeliverableLevel {
  readonly number: string;
  readonly position: number;
  readonly level: Level;
}

function levelsOf({ thing, path }: Placed<PlanFileCommitment>): readonly Placed<DeliverableLevel>[] {
  return Object.entries(thing.endOfTermDeliverables ?? {})
    .map(([number, level]) => ({
      thing: { number, position: readDeliverableNumber(number)?.position ?? 0, level },
      path: [...path, 'endOfTermDeliverables', number],
    }))
    .toSorted((one, other) => one.thing.position - other.thing.position);
}
