import { In } from 'typeorm';
import { byCode } from '../../graph/loading/rows.js';
import { ActionPlan } from '../../model/action-plan.js';
import { Commitment } from '../../model/commitment.js';
import { recordRows } from '../alterations.js';
import { alteredKinds } from '../altered-kinds.js';
import type { CommitmentFacts } from '../dossier.js';
import { error } from '../problem.js';
import { reconcile } from '../reconcile.js';
import { linkAwaited } from '../reference/link-awaited.js';
import type { Writing } from '../writing.js';
import { saveActors } from './save-actors.js';
import { saveDeliverables } from './save-deliverables.js';
import { touchCommitments } from './touch-commitments.js';

/** Saves commitments with their deliverables and actors, and links references that waited for them. */
export async function saveCommitments(writing: Writing, facts: readonly CommitmentFacts[]): Promise<void> {
  const sound = await soundCommitments(writing, facts);
  const { keys, written } = await reconcile(writing, Commitment, {
    things: 'commitments',
    existing: await writing.database.findBy(Commitment, { code: In(sound.map(({ code }) => code)) }),
    desired: sound.map(({ code, planKey, facts: commitment }) => ({
      code,
      planKey,
      number: commitment.number,
      sourceCode: commitment.sourceCode ?? undefined,
      ogpCode: commitment.ogpCode ?? undefined,
      title: commitment.title,
      problem: commitment.problem ?? undefined,
      description: commitment.description ?? undefined,
      contribution: commitment.contribution ?? undefined,
      expectedResult: commitment.expectedResult ?? undefined,
      otherActors: commitment.otherActors ?? undefined,
      ogpValues: commitment.ogpValues ?? undefined,
      policyAreas: commitment.policyAreas ?? undefined,
      pages: commitment.pages ?? undefined,
    })),
    identity: (commitment) => String(commitment.code),
  });
  recordRows(writing, alteredKinds.commitment, written, ({ key, planKey }) => ({
    planKey,
    commitmentKey: key,
  }));
  writing.forget();
  const saved = sound.map((commitment) => ({ ...commitment, key: keys.get(commitment.code) ?? 0 }));
  const deliverableKeys = await saveDeliverables(writing, saved);
  await saveActors(writing, saved, deliverableKeys);
  await touchCommitments(
    writing,
    saved.map(({ key }) => key),
  );
  await linkAwaited(writing);
  writing.forget();
}

interface SoundCommitment {
  readonly facts: CommitmentFacts;
  readonly code: string;
  readonly planKey: number;
  /** Where it stands in the dossier. */
  readonly column: string;
}

/** The commitments that can be saved; what is wrong with the others is noted. */
async function soundCommitments(
  { loading, outcome, database }: Writing,
  facts: readonly CommitmentFacts[],
): Promise<SoundCommitment[]> {
  const holders = await database.findBy(Commitment, {
    ogpCode: In(facts.flatMap(({ ogpCode }) => ogpCode ?? [])),
  });
  const owners = new Map(holders.map(({ ogpCode, code }) => [ogpCode, code]));
  const sound = new Map<string, SoundCommitment>();
  for (const [at, commitment] of facts.entries()) {
    const column = `commitments[${at}]`;
    const code = `${commitment.plan}/${commitment.number}`;
    const plan = await loading.one(byCode(ActionPlan), commitment.plan);
    const ogpCode = commitment.ogpCode ?? null;
    const owner = ogpCode === null ? undefined : owners.get(ogpCode);
    if (plan === null) {
      outcome.note(
        error('There is no such plan; import it first.', {
          column: `${column}.plan`,
          value: commitment.plan,
        }),
      );
    } else if (sound.has(code)) {
      outcome.note(
        error('Each commitment may stand once.', {
          column: `${column}.number`,
          value: String(commitment.number),
        }),
      );
    } else if (owner !== undefined && owner !== code) {
      outcome.note(
        error(`This OGP code is that of ${owner}; each commitment has its own.`, {
          column: `${column}.ogpCode`,
          value: ogpCode ?? '',
        }),
      );
    } else {
      if (ogpCode !== null) owners.set(ogpCode, code);
      sound.set(code, { facts: commitment, code, planKey: plan.key, column });
    }
  }
  return [...sound.values()];
}
