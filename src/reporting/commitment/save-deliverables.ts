import { In } from 'typeorm';
import { Deliverable } from '../../model/deliverable.js';
import { recordRows } from '../alterations.js';
import { alteredKinds } from '../altered-kinds.js';
import { distinct } from '../distinct.js';
import type { CommitmentFacts, DeliverableFacts } from '../dossier.js';
import { error } from '../problem.js';
import { reconcile } from '../reconcile.js';
import type { Writing } from '../writing.js';

/** A commitment that was just saved. */
export interface SavedCommitment {
  readonly facts: CommitmentFacts;
  readonly code: string;
  readonly key: number;
  readonly planKey: number;
  /** Where it stands in the dossier. */
  readonly column: string;
}

/** A deliverable in its place below a commitment. */
interface PlacedDeliverable<Facts = Omit<DeliverableFacts, 'children'>> {
  readonly facts: Facts;
  readonly commitment: SavedCommitment;
  readonly code: string;
  /** Positions from the commitment down. */
  readonly path: readonly number[];
  /** Code of the deliverable it stands below; null: of none. */
  readonly parent: string | null;
  /** Where it stands in the dossier. */
  readonly column: string;
}

/** Saves the deliverables of commitments, the upper ones first. @returns the number of each, by code. */
export async function saveDeliverables(
  writing: Writing,
  commitments: readonly SavedCommitment[],
): Promise<ReadonlyMap<string, number>> {
  const existing = await writing.database.findBy(Deliverable, {
    commitmentKey: In(commitments.map(({ key }) => key)),
  });
  const uppers = commitments.flatMap((commitment) =>
    placed(writing, commitment.facts.deliverables, `${commitment.column}.deliverables`, {
      commitment,
      code: commitment.code,
      path: [],
    }),
  );
  const lowers = uppers.flatMap((upper) =>
    placed(writing, upper.facts.children, `${upper.column}.children`, upper),
  );
  checkSourceCodes(writing, existing, [...uppers, ...lowers]);
  const upperKeys = await save(writing, existing, uppers, new Map());
  return new Map([...upperKeys, ...(await save(writing, existing, lowers, upperKeys))]);
}

function placed<Facts extends { readonly position: number }>(
  writing: Writing,
  siblings: readonly Facts[],
  column: string,
  above: Pick<PlacedDeliverable, 'commitment' | 'code' | 'path'>,
): PlacedDeliverable<Facts>[] {
  const { commitment, path } = above;
  const all = siblings.map((facts, at) => ({
    facts,
    commitment,
    code: `${above.code}.${facts.position}`,
    path: [...path, facts.position],
    parent: path.length === 0 ? null : above.code,
    column: `${column}[${at}]`,
  }));
  const positionOf = ({ facts }: PlacedDeliverable<Facts>) => String(facts.position);
  return distinct(writing, 'position', all, positionOf, (at) => `${column}[${at}].position`);
}

/** What was reported under one tracker code must not turn up under another. */
function checkSourceCodes(
  { outcome }: Writing,
  existing: readonly Deliverable[],
  deliverables: readonly PlacedDeliverable[],
): void {
  const stored = new Map(existing.map(({ code, sourceCode }) => [code, sourceCode]));
  for (const { code, facts, column } of deliverables) {
    const known = stored.get(code) ?? facts.sourceCode;
    if (facts.sourceCode == null || known === facts.sourceCode) continue;
    outcome.note(
      error(`The deliverable ${code} has the source code "${known}", which does not change.`, {
        column: `${column}.sourceCode`,
        value: facts.sourceCode,
      }),
    );
  }
}

async function save(
  writing: Writing,
  existing: readonly Deliverable[],
  deliverables: readonly PlacedDeliverable[],
  parentKeys: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, number>> {
  const codes = new Set(deliverables.map(({ code }) => code));
  const placeholders = new Set(
    deliverables.flatMap(({ facts, code }) => (facts.textIsPlaceholder ? [code] : [])),
  );
  const { keys, written } = await reconcile(writing, Deliverable, {
    things: 'deliverables',
    existing: existing.filter(({ code }) => codes.has(code)),
    desired: deliverables.map(({ facts, commitment, code, path, parent }) => ({
      code,
      commitmentKey: commitment.key,
      parentKey: parent === null ? null : parentKeys.get(parent),
      kind: facts.kind,
      position: facts.position,
      path,
      sourceCode: facts.sourceCode ?? undefined,
      text: facts.text,
      dueDate: facts.dueDate ?? undefined,
      duePrecision: facts.duePrecision ?? undefined,
      deadline: facts.deadline ?? undefined,
    })),
    identity: (deliverable) => String(deliverable.code),
    onlyNew: (deliverable) => (placeholders.has(String(deliverable.code)) ? ['text'] : []),
  });
  const plans = new Map(deliverables.map(({ commitment }) => [commitment.key, commitment.planKey]));
  recordRows(writing, alteredKinds.deliverable, written, ({ key, commitmentKey }) => ({
    planKey: plans.get(commitmentKey) ?? null,
    commitmentKey,
    deliverableKey: key,
  }));
  return keys;
}
