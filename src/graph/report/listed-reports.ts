import { Arg } from 'type-graphql';
import { openReportStates, ReportState, type StatusReport } from '../../model/status-report.js';

/** Which reports a list has beside those that count. */
export interface ListedReports {
  readonly formerVersions: boolean | null;
  readonly unpublished: boolean | null;
}

/** Whether a report that the caller may read is in a list. */
export function isListed(
  { state, publishedAt }: StatusReport,
  { formerVersions, unpublished }: ListedReports,
): boolean {
  if (state === ReportState.PUBLISHED) return true;
  if (openReportStates.includes(state)) return unpublished === true;
  return formerVersions === true && publishedAt !== null;
}

/** The argument `formerVersions` of a list of reports. */
export function FormerVersions(): ReturnType<typeof Arg> {
  return Arg('formerVersions', () => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'true: also versions that were published once, and superseded or withdrawn since.',
  });
}

/** The argument `unpublished` of a list of reports. */
export function Unpublished(): ReturnType<typeof Arg> {
  return Arg('unpublished', () => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      'true: also versions that are DRAFT, SUBMITTED or RETURNED, of departments that the viewer reports or publishes ' +
      'for; of others there are none.',
  });
}
