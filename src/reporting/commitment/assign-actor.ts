import { IsNull } from 'typeorm';
import type { NewChange } from '../../changes/new-change.js';
import { Commitment } from '../../model/commitment.js';
import { ActorSource, CommitmentActor } from '../../model/commitment-actor.js';
import { findToAmend } from '../find-named.js';
import { findOrganization } from '../find-organization.js';
import { findPart } from '../find-part.js';
import { InputCheck } from '../request/check-input.js';
import type { OrganizationKeys } from '../resolve-organization.js';
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
  const assignment = assignmentOf(all, organization, input);
  const { stored, place, left, moved } = assignment;
  const row = { ...organization, commitmentKey, deliverableKey, statedBy, role: input.role, position: place };
  const key = await save(writing, stored, row);
  for (const actor of left) await database.update(CommitmentActor, actor.key, { endedOn: today() });
  for (const { actor, to } of moved) await database.update(CommitmentActor, actor.key, { position: to });
  if (tell(writing, { ...row, key } as CommitmentActor, assignment, { planKey, reason })) {
    await touchCommitments(writing, [commitmentKey], reason);
  }
  return key;
}

/** What becomes of the parts of those who are involved when one of them is given a role. */
interface Assignment {
  /** The part itself, current or ended; null: it was never there. */
  readonly stored: CommitmentActor | null;
  readonly isNew: boolean;
  /** Its place among those of its role. */
  readonly place: number;
  /** What the organization did until now. */
  readonly left: readonly CommitmentActor[];
  /** Who gets another place by that. */
  readonly moved: readonly { readonly actor: CommitmentActor; readonly to: number }[];
}

function assignmentOf(
  all: readonly CommitmentActor[],
  { departmentKey, partnerKey }: OrganizationKeys,
  { role, position }: AssignActorInput,
): Assignment {
  const own = all.filter((one) => one.departmentKey === departmentKey && one.partnerKey === partnerKey);
  const stored = own.find((one) => one.role === role) ?? null;
  const isNew = stored === null || stored.endedOn !== null;
  const left = own.filter((one) => one.role !== role && one.endedOn === null);
  const others = all.filter((one) => one.role === role && one.endedOn === null && one !== stored);
  if (position == null) {
    const last = others.at(-1)?.position ?? 0;
    return { stored, isNew, place: isNew ? last + 1 : stored.position, left, moved: [] };
  }
  const moved = others.flatMap((actor, at) => {
    const to = at + 1 < position ? at + 1 : at + 2;
    return actor.position === to ? [] : [{ actor, to }];
  });
  return { stored, isNew, place: Math.min(position, others.length + 1), left, moved };
}

/** Takes it down for the feed. @returns whether anything is not what it was. */
function tell(
  writing: Writing,
  now: CommitmentActor,
  { stored, isNew, place, left, moved }: Assignment,
  said: Pick<NewChange, 'planKey' | 'reason'>,
): boolean {
  // A role that takes the place of another one is one change.
  const [replaced] = isNew ? left : [];
  if (isNew) recordActor(writing, now, { ...said, fromRole: replaced?.role ?? null, toRole: now.role });
  for (const actor of left) {
    if (actor !== replaced) recordActor(writing, actor, { ...said, fromRole: actor.role, toRole: null });
  }
  const placed = [...(isNew || stored?.position === place ? [] : [now]), ...moved.map(({ actor }) => actor)];
  for (const actor of placed) {
    recordActor(writing, actor, { ...said, fromRole: actor.role, toRole: actor.role, fields: ['position'] });
  }
  return isNew || left.length > 0 || placed.length > 0;
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
