import { In } from 'typeorm';
import { ActivityCommitment } from '../../model/activity-commitment.js';
import { ActivityLeg } from '../../model/activity-leg.js';
import { ActivityOrganization } from '../../model/activity-organization.js';
import type { Commitment } from '../../model/commitment.js';
import type { Batch } from '../loading/loading.js';
import { grouped, listBy } from '../loading/rows.js';

/** The legs of an activity, in order. */
export const legsOfActivity = listBy(ActivityLeg, 'activityKey', { position: 'ASC' });

/** Who took part in an activity, with the organizations, in the order stated. */
export const organizationsOfActivity: Batch<number, readonly ActivityOrganization[]> = async (
  loading,
  keys,
) => {
  const rows = await loading.database.find(ActivityOrganization, {
    where: { activityKey: In([...keys]) },
    order: { position: 'ASC', key: 'ASC' },
    relations: { department: true, partner: true },
  });
  return grouped(keys, rows, (row) => row.activityKey);
};

/** The commitments an activity touches, by plan and number. */
export const commitmentsOfActivity: Batch<number, readonly Commitment[]> = async (loading, keys) => {
  const rows = await loading.database.find(ActivityCommitment, {
    where: { activityKey: In([...keys]) },
    order: { commitment: { planKey: 'ASC', number: 'ASC' } },
    relations: { commitment: true },
  });
  return grouped(keys, rows, (row) => row.activityKey).map((links) =>
    links.flatMap(({ commitment }) => commitment ?? []),
  );
};
