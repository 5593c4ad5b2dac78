import 'reflect-metadata';
import {
  CommitmentActivitiesResolver,
  DepartmentActivitiesResolver,
  PartnerActivitiesResolver,
} from './activity/activities-of-resolver.js';
import { ActivityResolver } from './activity/activity-resolver.js';
import { AssessmentResolver, CommitmentAssessmentsResolver } from './assessment/assessment-resolver.js';
import { ChangeResolver } from './change/change-resolver.js';
import {
  CommitmentHistoryResolver,
  DeliverableHistoryResolver,
  DepartmentHistoryResolver,
  PlanHistoryResolver,
} from './change/history-resolver.js';
import { CitationResolver } from './citation/citation-resolver.js';
import { ActorResolver } from './commitment/actor-resolver.js';
import { CommitmentResolver } from './commitment/commitment-resolver.js';
import { CommitmentDeliverablesResolver, DeliverableResolver } from './deliverable/deliverable-resolver.js';
import { NodeResolver } from './node/node-resolver.js';
import {
  DepartmentCommitmentsResolver,
  PartnerCommitmentsResolver,
} from './organization/organization-commitments-resolver.js';
import { DepartmentResolver, PartnerResolver } from './organization/organization-resolver.js';
import { PlanResolver, ReportingPeriodResolver } from './plan/plan-resolver.js';
import {
  CommitmentProgressResolver,
  DeliverableProgressResolver,
  DepartmentProgressResolver,
  PlanProgressResolver,
  ProgressResolver,
} from './progress/progress-resolver.js';
import { CommitmentReferencesResolver, ReferenceResolver } from './reference/reference-resolver.js';
import { DepartmentReportsResolver } from './report/department-reports-resolver.js';
import {
  CommitmentReportsResolver,
  DeliverableReportsResolver,
  ReportEntryResolver,
  ReportResolver,
} from './report/report-resolver.js';
import { SearchResolver } from './search/search-resolver.js';
import { viewerCanResolvers } from './viewer/viewer-can-resolvers.js';
import { ViewerResolver } from './viewer/viewer-resolver.js';

/** A class of resolvers. */
export type ResolverClass = new () => object;

/** The resolvers of what everybody reads. */
export const readingResolvers: readonly ResolverClass[] = [
  NodeResolver,
  PlanResolver,
  ReportingPeriodResolver,
  CommitmentResolver,
  ActorResolver,
  CommitmentDeliverablesResolver,
  DeliverableResolver,
  DepartmentResolver,
  PartnerResolver,
  DepartmentCommitmentsResolver,
  PartnerCommitmentsResolver,
  ReportResolver,
  ReportEntryResolver,
  CommitmentReportsResolver,
  DeliverableReportsResolver,
  DepartmentReportsResolver,
  ReferenceResolver,
  CommitmentReferencesResolver,
  ActivityResolver,
  CommitmentActivitiesResolver,
  DepartmentActivitiesResolver,
  PartnerActivitiesResolver,
  AssessmentResolver,
  CommitmentAssessmentsResolver,
  ProgressResolver,
  PlanProgressResolver,
  CommitmentProgressResolver,
  DeliverableProgressResolver,
  DepartmentProgressResolver,
  CitationResolver,
  SearchResolver,
  ViewerResolver,
  ...viewerCanResolvers,
  ChangeResolver,
  PlanHistoryResolver,
  CommitmentHistoryResolver,
  DeliverableHistoryResolver,
  DepartmentHistoryResolver,
];
