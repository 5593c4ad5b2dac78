import { ActionPlan } from '../../model/action-plan.js';
import { ReportingPeriod } from '../../model/reporting-period.js';
import { forAnyDepartment } from './for-any-department.js';
import { viewerCan } from './viewer-can.js';

export const PlanViewerCan = viewerCan(ActionPlan, {
  amendPlan: forAnyDepartment('Whether they may amend it: as a steward.'),
  createPeriod: forAnyDepartment('Whether they may give it another reporting period: as a steward.'),
  createCommitment: forAnyDepartment('Whether they may give it another commitment: as a steward.'),
});

export const PeriodViewerCan = viewerCan(ReportingPeriod, {
  amendPeriod: forAnyDepartment('Whether they may amend, close or open it: as a steward.'),
});
