import { ActionPlan } from '../model/action-plan.js';
import { Change } from '../model/change.js';
import { Commitment } from '../model/commitment.js';
import { CrossReference } from '../model/cross-reference.js';
import { Department } from '../model/department.js';
import { EngagementActivity } from '../model/engagement-activity.js';
import { PartnerOrganization } from '../model/partner-organization.js';
import { StatusReport } from '../model/status-report.js';
import { connectionType } from './connection/connection-type.js';

export const ActionPlanConnection = connectionType('ActionPlan', ActionPlan, 'plans');
export const ChangeConnection = connectionType('Change', Change, 'changes');
export const CommitmentConnection = connectionType('Commitment', Commitment, 'commitments');
export const DepartmentConnection = connectionType('Department', Department, 'departments');
export const PartnerOrganizationConnection = connectionType(
  'PartnerOrganization',
  PartnerOrganization,
  'partner organizations',
);
export const EngagementActivityConnection = connectionType(
  'EngagementActivity',
  EngagementActivity,
  'engagement activities',
);
export const CrossReferenceConnection = connectionType('CrossReference', CrossReference, 'references');
export const StatusReportConnection = connectionType('StatusReport', StatusReport, 'reports');
