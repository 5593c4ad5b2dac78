import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Department } from '../../model/department.js';
import { DepartmentAlias } from '../../model/department-alias.js';
import { PartnerIdentifier } from '../../model/partner-identifier.js';
import { PartnerOrganization } from '../../model/partner-organization.js';
import { takePage } from '../connection/page.js';
import { PageArgs } from '../connection/page-args.js';
import { DepartmentConnection, PartnerOrganizationConnection } from '../connections.js';
import type { GraphContext } from '../context.js';
import { listBy } from '../loading/rows.js';
import { withoutType } from '../lookup.js';
import { departmentByAnyName } from './find-department.js';
import { partnerByAnyName } from './find-partner.js';
import { listDepartments, listPartners } from './list-organizations.js';
import { DepartmentFilter, PartnerFilter } from './organization-filter.js';

const aliasesOfDepartment = listBy(DepartmentAlias, 'departmentKey', { name: 'ASC', key: 'ASC' });
const identifiersOfPartner = listBy(PartnerIdentifier, 'partnerKey', { scheme: 'ASC', value: 'ASC' });

@Resolver(() => Department)
export class DepartmentResolver {
  @Query(() => Department, { nullable: true, description: 'One department; null: there is none.' })
  department(
    @Arg('code', () => String, {
      description: 'Code such as `tbs`, GC OrgID such as `2242`, a name or abbreviation, an alias, or id.',
    })
    code: string,
    @Ctx() { loading }: GraphContext,
  ): Promise<Department | null> {
    return loading.one(departmentByAnyName, withoutType('Department', code));
  }

  @Query(() => DepartmentConnection, { description: 'Departments by name.' })
  async departments(
    @Arg('filter', () => DepartmentFilter, { nullable: true, description: 'Which of them.' })
    filter: DepartmentFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: GraphContext,
  ) {
    const listing = await listDepartments(context, filter);
    return new DepartmentConnection(await takePage(context.loading, listing, args));
  }

  @FieldResolver(() => [DepartmentAlias], { description: 'Other and former names, by name.' })
  aliases(
    @Root() department: Department,
    @Ctx() { loading }: GraphContext,
  ): Promise<readonly DepartmentAlias[]> {
    return loading.one(aliasesOfDepartment, department.key);
  }
}

@Resolver(() => PartnerOrganization)
export class PartnerResolver {
  @Query(() => PartnerOrganization, {
    nullable: true,
    description: 'One partner organization; null: there is none.',
  })
  partner(
    @Arg('code', () => String, {
      description: 'Code such as `odx`, a name, an alias, an identifier such as `ROR:01aff2v68`, or id.',
    })
    code: string,
    @Ctx() { loading }: GraphContext,
  ): Promise<PartnerOrganization | null> {
    return loading.one(partnerByAnyName, withoutType('PartnerOrganization', code));
  }

  @Query(() => PartnerOrganizationConnection, { description: 'Partner organizations by name.' })
  async partners(
    @Arg('filter', () => PartnerFilter, { nullable: true, description: 'Which of them.' })
    filter: PartnerFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: GraphContext,
  ) {
    const listing = await listPartners(context, filter);
    return new PartnerOrganizationConnection(await takePage(context.loading, listing, args));
  }

  @FieldResolver(() => [PartnerIdentifier], { description: 'What other registers call it.' })
  identifiers(
    @Root() partner: PartnerOrganization,
    @Ctx() { loading }: GraphContext,
  ): Promise<readonly PartnerIdentifier[]> {
    return loading.one(identifiersOfPartner, partner.key);
  }
}
