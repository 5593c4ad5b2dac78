import { Not } from 'typeorm';
import { Commitment } from '../../model/commitment.js';
import { Deliverable } from '../../model/deliverable.js';
import { error } from '../problem.js';
import type { Writing } from '../writing.js';

/** Whose source code it is: its plan, its kind, and its number, which is null where it is new. */
export interface SourceCodeOwner {
  readonly planKey: number;
  readonly entity: typeof Commitment | typeof Deliverable;
  readonly key: number | null;
}

/** Notes that another thing of the plan has a source code already: trackers name things by it. */
export async function noteSameSourceCode(
  { database, outcome }: Writing,
  sourceCode: string | null | undefined,
  { planKey, entity, key }: SourceCodeOwner,
): Promise<void> {
  if (sourceCode == null) return;
  const other =
    entity === Commitment
      ? await database.findOneBy(Commitment, { sourceCode, planKey, key: Not(key ?? 0) })
      : await database.findOneBy(Deliverable, { sourceCode, commitment: { planKey }, key: Not(key ?? 0) });
  if (other === null) return;
  outcome.note(
    error(
      {
        en: `This source code is that of ${other.code}; each one of a plan has its own.`,
        fr: `Ce code d’origine est celui de ${other.code}; chacun est unique dans un plan.`,
      },
      { code: 'DUPLICATE', column: 'sourceCode', value: sourceCode },
    ),
  );
}
