import { In, Not } from 'typeorm';
import { ActivityCommitment } from '../../model/activity-commitment.js';
import { ActivityLeg } from '../../model/activity-leg.js';
import { ActivityOrganization } from '../../model/activity-organization.js';
import { reconcile } from '../reconcile.js';
import type { OrganizationKeys } from '../resolve-organization.js';
import type { Writing } from '../writing.js';
import type { ActivityParts } from './read-activity.js';

/**
 * Makes the parts of an activity what they are said to be, the whole of each list that is given.
 * @returns the fields of the graph that are not what they were.
 */
export async function replaceParts(
  writing: Writing,
  activityKey: number,
  { organizations, commitmentKeys, legs }: ActivityParts,
): Promise<string[]> {
  return [
    ...(organizations ? await replaceOrganizations(writing, activityKey, organizations) : []),
    ...(commitmentKeys ? await replaceCommitments(writing, activityKey, commitmentKeys) : []),
    ...(legs ? await replaceLegs(writing, activityKey, legs) : []),
  ];
}

async function replaceOrganizations(
  writing: Writing,
  activityKey: number,
  organizations: readonly OrganizationKeys[],
): Promise<string[]> {
  const { database } = writing;
  const identity = ({ departmentKey, partnerKey }: { departmentKey?: unknown; partnerKey?: unknown }) =>
    `${departmentKey} ${partnerKey}`;
  const existing = await database.findBy(ActivityOrganization, { activityKey });
  const wanted = new Set(organizations.map(identity));
  const gone = existing.filter((row) => !wanted.has(identity(row)));
  if (gone.length > 0)
    await database.delete(
      ActivityOrganization,
      gone.map(({ key }) => key),
    );
  const { written } = await reconcile(writing, ActivityOrganization, {
    things: 'parts in activities',
    existing: existing.filter((row) => !gone.includes(row)),
    desired: organizations.map((keys, at) => ({ ...keys, activityKey, position: at + 1 })),
    identity,
  });
  return [...gone, ...written.map(({ now }) => now)].map(({ departmentKey }) =>
    departmentKey === null ? 'partners' : 'departments',
  );
}

async function replaceCommitments(
  { database }: Writing,
  activityKey: number,
  commitmentKeys: readonly number[],
): Promise<string[]> {
  const existing = (await database.findBy(ActivityCommitment, { activityKey })).map(
    ({ commitmentKey }) => commitmentKey,
  );
  const added = commitmentKeys.filter((key) => !existing.includes(key));
  const gone = existing.filter((key) => !commitmentKeys.includes(key));
  if (gone.length > 0) await database.delete(ActivityCommitment, { activityKey, commitmentKey: In(gone) });
  if (added.length > 0) {
    await database.insert(
      ActivityCommitment,
      added.map((commitmentKey) => ({ activityKey, commitmentKey })),
    );
  }
  return added.length + gone.length > 0 ? ['commitments'] : [];
}

async function replaceLegs(
  writing: Writing,
  activityKey: number,
  legs: NonNullable<ActivityParts['legs']>,
): Promise<string[]> {
  const { database } = writing;
  const gone = await database.delete(ActivityLeg, {
    activityKey,
    position: Not(In(legs.map(({ position }) => position as number))),
  });
  const { written } = await reconcile(writing, ActivityLeg, {
    things: 'legs',
    existing: await database.findBy(ActivityLeg, { activityKey }),
    desired: legs.map((leg) => ({ ...leg, activityKey })),
    identity: ({ position }) => String(position),
    takesAway: true,
  });
  return (gone.affected ?? 0) + written.length > 0 ? ['legs'] : [];
}
