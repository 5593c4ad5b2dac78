import { In } from 'typeorm';
import { Deliverable } from '../model/deliverable.js';
import type { CommitmentFacts, DeliverableFacts } from './dossier.js';
import { error } from './problem.js';
import { reconcile } from './reconcile.js';
import type { Writing } from './writing.js';

/** A commitment that was just saved. */
export interface SavedCommitment {
  readonly facts: CommitmentFacts;
  readonly code: string;
  readonly key: number;
  /** Where it stands in the dossier. */
  readonly column: string;
}

type OneDeliverable = Omit<DeliverableFacts, 'children'>;

/** Saves the deliverables of commitments, the upper ones first. @returns the number of each, by code. */
export async function saveDeliverables(
  writing: Writing,
  commitments: readonly SavedCommitment[],
): Promise<ReadonlyMap<string, number>> {
  const existing = await writing.database.findBy(Deliverable, {
    commitmentKey: In(commitments.map(({ key }) => key)),
  });
  const placeholders = new Set<string>();
  const row = (
    commitment: SavedCommitment,
    facts: OneDeliverable,
    path: readonly number[],
    parentKey: number | null,
  ) => {
    const code = codeOf(commitment, path);
    if (facts.textIsPlaceholder) placeholders.add(code);
    return {
      code,
      commitmentKey: commitment.key,
      parentKey,
      kind: facts.kind,
      position: facts.position,
      path,
      sourceCode: facts.sourceCode ?? undefined,
      text: facts.text,
      dueDate: facts.dueDate ?? undefined,
      duePrecision: facts.duePrecision ?? undefined,
      deadline: facts.deadline ?? undefined,
    };
  };
  const save = (rows: readonly ReturnType<typeof row>[]) => {
    const codes = new Set(rows.map(({ code }) => code));
    return reconcile(
      writing,
      Deliverable,
      'deliverables',
      existing.filter(({ code }) => codes.has(code)),
      rows,
      (deliverable) => String(deliverable.code),
      (deliverable) => (placeholders.has(String(deliverable.code)) ? ['text'] : []),
    );
  };
  const uppers = commitments.flatMap((commitment) =>
    distinct(writing, commitment.facts.deliverables, `${commitment.column}.deliverables`).map((facts) => ({
      commitment,
      facts,
    })),
  );
  const upperKeys = await save(
    uppers.map(({ commitment, facts }) => row(commitment, facts, [facts.position], null)),
  );
  const lowers = uppers.flatMap(({ commitment, facts: upper }) => {
    const parentKey = upperKeys.get(codeOf(commitment, [upper.position])) ?? null;
    const place = commitment.facts.deliverables.indexOf(upper);
    return distinct(writing, upper.children, `${commitment.column}.deliverables[${place}].children`).map(
      (facts) => row(commitment, facts, [upper.position, facts.position], parentKey),
    );
  });
  return new Map([...upperKeys, ...(await save(lowers))]);
}

function codeOf(commitment: SavedCommitment, path: readonly number[]): string {
  return `${commitment.code}.${path.join('.')}`;
}

/** Those of the siblings that stand at a position first; the others are noted. */
function distinct<One extends OneDeliverable>(
  { outcome }: Writing,
  siblings: readonly One[],
  column: string,
): One[] {
  const seen = new Set<number>();
  return siblings.filter(({ position }, at) => {
    if (seen.has(position)) {
      const place = { column: `${column}[${at}].position`, value: String(position) };
      outcome.note(error('Each position may stand once', place));
      return false;
    }
    seen.add(position);
    return true;
  });
}
