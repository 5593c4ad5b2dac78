import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, getMetadataStorage, type NonEmptyArray } from 'type-graphql';
import {
  CommitmentActivitiesResolver,
  DepartmentActivitiesResolver,
  PartnerActivitiesResolver,
} from './activity/activities-of-resolver.js';
import { ActivityResolver } from './activity/activity-resolver.js';
import { AssessmentResolver, CommitmentAssessmentsResolver } from './assessment/assessment-resolver.js';
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

/** The resolvers of what everybody reads. */
const resolvers: NonEmptyArray<new () => object> = [
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
];

/** Builds the hub's schema. Arguments are checked by their scalars and by the lists they go to. */
export function createSchema(): GraphQLSchema {
  // Decorators of parameters run from the last to the first; clients should see arguments as they are written.
  getMetadataStorage().params.sort((one, other) => one.index - other.index);
  const schema = buildSchemaSync({ resolvers, validate: false });
  const query = schema.getQueryType();
  // TypeGraphQL makes the root types itself and has no place to describe them.
  if (query) query.description = 'Everything that can be read. Nobody needs to say who is asking.';
  return schema;
}
