import { type Action, authorize } from '../../access/policy.js';
import { organizationsOfActivity } from '../../graph/activity/activity-parts.js';
import type { GraphContext } from '../../graph/context.js';
import { byCode } from '../../graph/loading/rows.js';
import { withoutType } from '../../graph/lookup.js';
import { EngagementActivity } from '../../model/engagement-activity.js';
import { PartnerOrganization } from '../../model/partner-organization.js';
import { departmentAmong } from '../find-organization.js';

/**
 * Insists that the caller may do something as the holder of an activity with these organizations: the first department
 * among them. Where there is none, but a name that the hub does not know, it is enough that they may do it for some
 * department: the input is refused for that later.
 * @throws RequestError UNAUTHENTICATED or FORBIDDEN
 */
export async function authorizeHolder(
  { caller, loading }: GraphContext,
  action: Action,
  organizations: readonly string[],
): Promise<void> {
  insistOnAny(caller, action);
  const departments = await Promise.all(organizations.map((name) => departmentAmong(loading, name)));
  const holder = departments.find((department) => department !== null);
  if (holder === undefined) {
    const partners = await loading.many(
      byCode(PartnerOrganization),
      organizations.map((name) => withoutType('PartnerOrganization', name)),
    );
    if (partners.includes(null)) return;
  }
  authorize(caller, action, holder === undefined ? [] : [holder.code]);
}

/**
 * Insists that the caller may do something with an activity as its holder. One that the hub does not know is nobody's.
 * @throws RequestError UNAUTHENTICATED or FORBIDDEN
 */
export async function authorizeForActivity(
  { caller, loading }: GraphContext,
  action: Action,
  given: string,
): Promise<void> {
  insistOnAny(caller, action);
  const activity = await loading.one(byCode(EngagementActivity), withoutType('EngagementActivity', given));
  if (activity === null) return;
  const organizations = await loading.one(organizationsOfActivity, activity.key);
  const [holder] = organizations.flatMap(({ department }) => department ?? []);
  authorize(caller, action, holder === undefined ? [] : [holder.code]);
}

/** Nobody learns what there is before it is known that they may do this at all. */
function insistOnAny(caller: GraphContext['caller'], action: Action): void {
  authorize(
    caller,
    action,
    caller.departments.map(({ code }) => code),
  );
}
