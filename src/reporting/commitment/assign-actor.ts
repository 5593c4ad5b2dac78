import { IsNull } from 'typeorm';
import { Commitment } from '../../model/commitment.js';
import { ActorSource, CommitmentActor } from '../../model/commitment-actor.js';
import { findToAmend } from '../find-named.js';
import { findOrganization } from '../find-organization.js';
import { findPart } from '../find-part.js';
import { InputCheck } from '../request/check-input.js';
import { today } from '../today.js';
import type { Writing } from '../writing.js';
import type { AssignActorInput } from './actor-input.js';
import { recordActor } from './record-actor.js';
import { touchCommitments } from './touch-commitments.js';

/**
 * Gives an organization a part in a commitment. It has one role there by one word: another one ends. What had ended is
 * taken up again.
 * @returns the number of the part.
 */
export async function assignActor(writing: Writing, input: AssignActorInput): Promise<number> {
  const { database, outcome } = writing;
  const check = new InputCheck();
  check.number(input.position, 'position', 1, 999);
  const reason = check.reason(input.reason);
  outcome.noteAll(check.problems);
  const commitment = await findToAmend(writing, Commitment, input.commitment, 'commitment');
  const { deliverableKey = null } = await findPart(writing, commitment, {
    deliverable: input.deliverable ?? null,
  });
  const organization = await findOrganization(writing, input.organization, 'organization');
  if (commitment === null || organization === null || outcome.refused) return 0;
  const { key: commitmentKey, planKey } = commitment;
  const statedBy = input.statedBy ?? ActorSource.PLAN;
  const all = await database.find(CommitmentActor, {
    where: { commitmentKey, statedBy, deliverableKey: deliverableKey ?? IsNull() },
    order: { role: 'ASC', position: 'ASC', key: 'ASC' },
  });
  const own = all.filter(
    ({ departmentKey, partnerKey }) =>
      departmentKey === organization.departmentKey && partnerKey === organization.partnerKey,
  );
  const stored = own.find(({ role }) => role === input.role) ?? null;
  const left = own.filter(({ role, endedOn }) => role !== input.role && endedOn === null);
  const others = all.filter(
    (actor) => actor.role === input.role && actor.endedOn === null && actor !== stored,
  );
  const isNew = stored === null || stored.endedOn !== null;
  const position = input.position ?? (isNew ? (others.at(-1)?.position ?? 0) + 1 : stored.position);
  const moved = input.position == null ? [] : movedOver(others, input.position);
  const place = input.position == null ? position : Math.min(position, others.length + 1);
  const row = { ...organization, commitmentKey, deliverableKey, statedBy, role: input.role, position: place };
  const key = await save(writing, stored, row);
  for (const actor of left) await database.update(CommitmentActor, actor.key, { endedOn: today() });
  for (const { actor, to } of moved) await database.update(CommitmentActor, actor.key, { position: to });

  const said = { planKey, reason };
  const now = { ...row, key } as CommitmentActor;
  const [first, ...further] = left;
  if (isNew) {
    recordActor(writing, now, { ...said, fromRole: first?.role ?? null, toRole: input.role });
  } else if (first) {
    recordActor(writing, first, { ...said, fromRole: first.role, toRole: null });
  }
  for (const actor of further) recordActor(writing, actor, { ...said, fromRole: actor.role, toRole: null });
  const placed = [...(!isNew && stored.position !== place ? [now] : []), ...moved.map(({ actor }) => actor)];
  for (const actor of placed) {
    recordActor(writing, actor, { ...said, fromRole: actor.role, toRole: actor.role, fields: ['position'] });
  }
  if (isNew || left.length > 0 || placed.length > 0) await touchCommitments(writing, [commitmentKey], reason);
  return key;
}

/** Who gets another place when one more comes to stand among them at a place. */
function movedOver(others: readonly CommitmentActor[], position: number) {
  return others.flatMap((actor, at) => {
    const to = at + 1 < position ? at + 1 : at + 2;
    return actor.position === to ? [] : [{ actor, to }];
  });
}

async function save(
  { database }: Writing,
  stored: CommitmentActor | null,
  row: Omit<CommitmentActor, 'key' | 'id' | 'endedOn'>,
): Promise<number> {
  if (stored === null) {
    const { identifiers } = await database.insert(CommitmentActor, row);
    return identifiers[0]?.['key'] as number;
  }
  await database.update(CommitmentActor, stored.key, { position: row.position, endedOn: null });
  return stored.key;
}
