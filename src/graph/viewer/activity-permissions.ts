import { permits } from '../../access/policy.js';
import { EngagementActivity } from '../../model/engagement-activity.js';
import { organizationsOfActivity } from '../activity/activity-parts.js';
import { mayFor, maySomewhere } from './caller-may.js';
import { type Permission, viewerCan } from './viewer-can.js';

const change = (description: string): Permission<EngagementActivity> => ({
  description,
  holds: async (action, { key, withdrawnAt }, { caller, loading }) => {
    if (withdrawnAt !== null) return false;
    if (permits(caller, action, [])) return true;
    if (!maySomewhere(caller, action)) return false;
    const organizations = await loading.one(organizationsOfActivity, key);
    const [holder] = organizations.flatMap(({ departmentKey }) => departmentKey ?? []);
    return holder !== undefined && mayFor(caller, action, [holder]);
  },
});

const holding = 'as a reporter of the first department among its organizations, or as a steward';

export const ActivityViewerCan = viewerCan(EngagementActivity, {
  amendActivity: change(`Whether they may amend it, unless it was withdrawn: ${holding}.`),
  withdrawActivity: change(`Whether they may withdraw it, unless it was withdrawn: ${holding}.`),
});
