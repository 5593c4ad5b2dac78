import type { ResolverClass } from '../graph/reading-resolvers.js';
import { ActivityMutations } from './activity/activity-mutations.js';
import { AssessmentMutations } from './assessment/assessment-mutations.js';
import { ActorMutations } from './commitment/actor-mutations.js';
import { CommitmentMutations } from './commitment/commitment-mutations.js';
import { OrganizationMutations } from './organization/organization-mutations.js';
import { PlanMutations } from './plan/plan-mutations.js';
import { ReferenceMutations } from './reference/reference-mutations.js';
import { ReportMutations } from './report/report-mutations.js';
import { SubmitReportsMutation } from './report/submit-reports.js';

/** The resolvers of what departments and stewards write. */
export const writingResolvers: readonly ResolverClass[] = [
  ReportMutations,
  SubmitReportsMutation,
  ReferenceMutations,
  ActivityMutations,
  PlanMutations,
  CommitmentMutations,
  ActorMutations,
  OrganizationMutations,
  AssessmentMutations,
];
