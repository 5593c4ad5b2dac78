import { ActivityViewerCan } from './activity-permissions.js';
import { AssessmentViewerCan } from './assessment-permissions.js';
import { CommitmentViewerCan } from './commitment-permissions.js';
import { DeliverableViewerCan } from './deliverable-permissions.js';
import { ActorViewerCan, DepartmentViewerCan, PartnerViewerCan } from './organization-permissions.js';
import { PeriodViewerCan, PlanViewerCan } from './plan-permissions.js';
import { ReferenceViewerCan } from './reference-permissions.js';
import { ReportViewerCan } from './report-permissions.js';

/** The resolvers of what the viewer may do with each thing. */
export const viewerCanResolvers: readonly (new () => object)[] = [
  PlanViewerCan,
  PeriodViewerCan,
  CommitmentViewerCan,
  ActorViewerCan,
  DeliverableViewerCan,
  DepartmentViewerCan,
  PartnerViewerCan,
  ReportViewerCan,
  ReferenceViewerCan,
  ActivityViewerCan,
  AssessmentViewerCan,
];
