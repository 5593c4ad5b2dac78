import sql from 'sql-template-tag';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Department } from '../../model/department.js';
import { openReportStates, ReportState, StatusReport } from '../../model/status-report.js';
import type { Listing } from '../connection/listing.js';
import { PageArgs } from '../connection/page-args.js';
import { parentKey, takePageOfEach } from '../connection/page-of-each.js';
import { StatusReportConnection } from '../connections.js';
import type { GraphContext } from '../context.js';
import { mayFor } from '../viewer/caller-may.js';
import { Unpublished } from './listed-reports.js';

const published = listing([ReportState.PUBLISHED]);
const publishedAndOpen = listing([ReportState.PUBLISHED, ...openReportStates]);

function listing(states: readonly ReportState[]): Listing<StatusReport> {
  return {
    entity: StatusReport,
    from: sql`status_report r`,
    alias: 'r',
    where: [sql`r.department_id = ${parentKey}`, sql`r.state = any (${[...states]}::text[])`],
    orderName: 'recorded-',
    order: [{ sql: sql`r.id`, type: 'int', of: (row) => row.key }],
    descending: true,
  };
}

@Resolver(() => Department)
export class DepartmentReportsResolver {
  @FieldResolver(() => StatusReportConnection, {
    description: 'Its published reports, the one the hub recorded last first.',
  })
  async reports(
    @Root() { key }: Department,
    @Unpublished() unpublished: boolean | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { caller, loading }: GraphContext,
  ) {
    // A department is seen whole or not at all, so that its pages and its total hold nothing else.
    const page =
      unpublished && mayFor(caller, 'readDrafts', [key])
        ? await takePageOfEach(loading, key, 'department.reports unpublished', publishedAndOpen, args)
        : await takePageOfEach(loading, key, 'department.reports', published, args);
    return new StatusReportConnection(page);
  }
}
