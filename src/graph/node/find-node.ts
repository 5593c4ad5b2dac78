import { quoted, RequestError } from '../../errors.js';
import { ActionPlan } from '../../model/action-plan.js';
import { Assessment } from '../../model/assessment.js';
import { Change } from '../../model/change.js';
import { Commitment } from '../../model/commitment.js';
import { CommitmentActor } from '../../model/commitment-actor.js';
import { CrossReference } from '../../model/cross-reference.js';
import { Deliverable } from '../../model/deliverable.js';
import { Department } from '../../model/department.js';
import { EngagementActivity } from '../../model/engagement-activity.js';
import type { Node } from '../../model/node.js';
import { PartnerOrganization } from '../../model/partner-organization.js';
import { ReportEntry } from '../../model/report-entry.js';
import { ReportingPeriod } from '../../model/reporting-period.js';
import { StatusReport } from '../../model/status-report.js';
import type { GraphContext } from '../context.js';
import type { Loading } from '../loading/loading.js';
import { byCode, byKey } from '../loading/rows.js';
import { readableReport } from '../report/readable-report.js';

type Finder = (context: GraphContext, handle: string) => Promise<Node | null>;

/** How each type of thing is found by what follows the colon of its id. */
const finders: Readonly<Record<string, Finder>> = {
  ActionPlan: ({ loading }, code) => loading.one(byCode(ActionPlan), code),
  ReportingPeriod: ({ loading }, code) => loading.one(byCode(ReportingPeriod), code),
  Commitment: ({ loading }, code) => loading.one(byCode(Commitment), code),
  Deliverable: ({ loading }, code) => loading.one(byCode(Deliverable), code),
  Department: ({ loading }, code) => loading.one(byCode(Department), code),
  PartnerOrganization: ({ loading }, code) => loading.one(byCode(PartnerOrganization), code),
  EngagementActivity: ({ loading }, code) => loading.one(byCode(EngagementActivity), code),
  StatusReport: async (context, code) =>
    readableReport(context, await context.loading.one(byCode(StatusReport), code)),
  ReportEntry: async (context, key) => {
    const entry = await numbered(context.loading, ReportEntry, key);
    const report =
      entry &&
      (await readableReport(context, await context.loading.one(byKey(StatusReport), entry.reportKey)));
    return report && entry;
  },
  CommitmentActor: ({ loading }, key) => numbered(loading, CommitmentActor, key),
  CrossReference: ({ loading }, key) => numbered(loading, CrossReference, key),
  Assessment: ({ loading }, key) => numbered(loading, Assessment, key),
  // The feed counts further than tables do.
  Change: async ({ loading }, key) =>
    /^[1-9]\d{0,14}$/.test(key) ? loading.one(byKey(Change), Number(key)) : null,
};

/**
 * Finds whatever has a global id; null when there is nothing of that id, or not for this caller.
 * @throws RequestError BAD_USER_INPUT when it is not an id of the hub at all.
 */
export async function findNode(context: GraphContext, id: string): Promise<Node | null> {
  const colon = id.indexOf(':');
  const type = id.slice(0, Math.max(0, colon));
  const find = Object.hasOwn(finders, type) ? finders[type] : undefined;
  const handle = id.slice(colon + 1);
  if (find === undefined || handle.includes('\u0000') || !handle.isWellFormed()) {
    throw new RequestError(
      'BAD_USER_INPUT',
      `${quoted(id)} is not an id of the hub; ids look like "Commitment:ca-2016-2018/19".`,
    );
  }
  return find(context, handle);
}

async function numbered<Thing extends Node>(
  loading: Loading,
  entity: new () => Thing,
  key: string,
): Promise<Thing | null> {
  return /^[1-9]\d{0,8}$/.test(key) ? loading.one(byKey(entity), Number(key)) : null;
}
