import { ActionPlan } from './action-plan.js';
import { ActivityCommitment } from './activity-commitment.js';
import { ActivityLeg } from './activity-leg.js';
import { ActivityOrganization } from './activity-organization.js';
import { Assessment } from './assessment.js';
import { AwaitedReference } from './awaited-reference.js';
import { Change } from './change.js';
import { Commitment } from './commitment.js';
import { CommitmentActor } from './commitment-actor.js';
import { CrossReference } from './cross-reference.js';
import { Deliverable } from './deliverable.js';
import { DeliverableStatus } from './deliverable-status.js';
import { Department } from './department.js';
import { DepartmentAlias } from './department-alias.js';
import { EngagementActivity } from './engagement-activity.js';
import { PartnerIdentifier } from './partner-identifier.js';
import { PartnerOrganization } from './partner-organization.js';
import { ReportEntry } from './report-entry.js';
import { ReportingPeriod } from './reporting-period.js';
import { StatusReport } from './status-report.js';

/** Every thing the hub keeps a table of. */
export const entities = [
  ActionPlan,
  ReportingPeriod,
  Commitment,
  Deliverable,
  Department,
  DepartmentAlias,
  PartnerOrganization,
  PartnerIdentifier,
  CommitmentActor,
  StatusReport,
  ReportEntry,
  DeliverableStatus,
  CrossReference,
  AwaitedReference,
  EngagementActivity,
  ActivityOrganization,
  ActivityCommitment,
  ActivityLeg,
  Assessment,
  Change,
] as const;
