import type { ResolverClass } from '../graph/reading-resolvers.js';
import { ReportMutations } from './report/report-mutations.js';
import { SubmitReportsMutation } from './report/submit-reports.js';

/** The resolvers of what departments and stewards write. */
export const writingResolvers: readonly ResolverClass[] = [ReportMutations, SubmitReportsMutation];
