import sql from 'sql-template-tag';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Department } from '../../model/department.js';
import { StatusReport } from '../../model/status-report.js';
import type { Listing } from '../connection/listing.js';
import { PageArgs } from '../connection/page-args.js';
import { parentKey, takePageOfEach } from '../connection/page-of-each.js';
import { StatusReportConnection } from '../connections.js';
import type { GraphContext } from '../context.js';

const published: Listing<StatusReport> = {
  entity: StatusReport,
  from: sql`status_report r`,
  alias: 'r',
  where: [sql`r.department_id = ${parentKey}`, sql`r.state = 'PUBLISHED'`],
  orderName: 'recorded-',
  order: [{ sql: sql`r.id`, type: 'int', of: (row) => row.key }],
  descending: true,
};

@Resolver(() => Department)
export class DepartmentReportsResolver {
  @FieldResolver(() => StatusReportConnection, {
    description: 'Its published reports, the one the hub recorded last first.',
  })
  async reports(
    @Root() department: Department,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loading }: GraphContext,
  ) {
    const page = await takePageOfEach(loading, department.key, 'department.reports', published, args);
    return new StatusReportConnection(page);
  }
}
