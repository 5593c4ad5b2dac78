import { IsNull } from 'typeorm';
import { required } from '../../graph/loading/required.js';
import { Commitment } from '../../model/commitment.js';
import { ActorSource, CommitmentActor } from '../../model/commitment-actor.js';
import { findNamed, findNumbered, isNamedOnce, lockRow } from '../find-named.js';
import { findOrganization } from '../find-organization.js';
import { findPart } from '../find-part.js';
import { noteUnknown } from '../note-unknown.js';
import { error } from '../problem.js';
import { InputCheck } from '../request/check-input.js';
import { today } from '../today.js';
import type { Writing } from '../writing.js';
import type { RemoveActorInput } from './actor-input.js';
import { recordActor } from './record-actor.js';
import { touchCommitments } from './touch-commitments.js';

/** Ends an organization's part in a commitment, which stays to be read. @returns the number of the part. */
export async function removeActor(writing: Writing, input: RemoveActorInput): Promise<number> {
  const { database, outcome, loading } = writing;
  const check = new InputCheck();
  const reason = check.reason(input.reason);
  const endedOn = input.endedOn ?? today();
  if (endedOn > today()) {
    check.invalid('endedOn', endedOn, {
      en: `A part ends today, ${today()}, or has ended earlier.`,
      fr: `Un rôle prend fin aujourd’hui, le ${today()}, ou a pris fin plus tôt.`,
    });
  }
  outcome.noteAll(check.problems);
  const found = await findActor(writing, input);
  if (found === null) return 0;
  // Whoever else gives parts in this commitment, or reports on it, waits.
  await lockRow(writing, Commitment, found.commitmentKey);
  const actor = await lockRow(writing, CommitmentActor, found.key);
  if (actor.endedOn !== null) {
    outcome.note(
      error(
        {
          en: `This part ended on ${actor.endedOn} already.`,
          fr: `Ce rôle a déjà pris fin le ${actor.endedOn}.`,
        },
        { code: 'WRONG_STATE', column: input.actor == null ? 'role' : 'actor', value: actor.id },
      ),
    );
  }
  if (outcome.refused) return 0;
  await database.update(CommitmentActor, actor.key, { endedOn });
  const { planKey } = await required(loading, Commitment, actor.commitmentKey);
  recordActor(writing, actor, { planKey, reason, fromRole: actor.role, toRole: null });
  await touchCommitments(writing, [actor.commitmentKey], reason);
  return actor.key;
}

async function findActor(writing: Writing, input: RemoveActorInput): Promise<CommitmentActor | null> {
  const { database, outcome, loading } = writing;
  const { actor: id, commitment: code, organization: name, role, deliverable, statedBy } = input;
  const needed = { commitment: code, organization: name, role };
  if (!isNamedOnce(writing, { column: 'actor', id, needed, optional: { deliverable, statedBy } }))
    return null;
  if (id != null) {
    const found = await findNumbered(loading, CommitmentActor, id);
    if (found === null) noteUnknown(outcome, CommitmentActor, 'actor', id);
    return found;
  }
  const commitment = await findNamed(writing, Commitment, code ?? '', 'commitment');
  const { deliverableKey } = await findPart(writing, commitment, { deliverable: deliverable ?? null });
  const organization = await findOrganization(writing, name ?? '', 'organization');
  if (commitment === null || organization === null || role == null || outcome.refused) return null;
  const found = await database.findOneBy(CommitmentActor, {
    commitmentKey: commitment.key,
    deliverableKey: deliverableKey ?? IsNull(),
    departmentKey: organization.departmentKey ?? IsNull(),
    partnerKey: organization.partnerKey ?? IsNull(),
    role,
    statedBy: statedBy ?? ActorSource.PLAN,
  });
  if (found === null) noteUnknown(outcome, CommitmentActor, 'role', role);
  return found;
}
