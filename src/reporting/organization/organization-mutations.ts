import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { GraphContext } from '../../graph/context.js';
import { Department } from '../../model/department.js';
import { PartnerOrganization } from '../../model/partner-organization.js';
import { payloadType } from '../request/payload-type.js';
import { writeAsSteward } from '../request/write-as-steward.js';
import { AmendDepartmentInput, CreateDepartmentInput } from './department-input.js';
import { AmendPartnerInput, CreatePartnerInput } from './partner-input.js';
import { amendDepartment, createDepartment } from './write-department.js';
import { amendPartner, createPartner } from './write-partner.js';

const department = () => Department;
const partner = () => PartnerOrganization;
const CreateDepartmentPayload = payloadType(
  'createDepartment',
  'department',
  department,
  'The new department',
);
const AmendDepartmentPayload = payloadType(
  'amendDepartment',
  'department',
  department,
  'The department as it is now',
);
const CreatePartnerPayload = payloadType('createPartner', 'partner', partner, 'The new partner organization');
const AmendPartnerPayload = payloadType(
  'amendPartner',
  'partner',
  partner,
  'The partner organization as it is now',
);

@Resolver()
export class OrganizationMutations {
  @Mutation(() => CreateDepartmentPayload, { description: 'Makes a department. Needs the role steward.' })
  async createDepartment(
    @Arg('input', () => CreateDepartmentInput, { description: 'The department.' })
    input: CreateDepartmentInput,
    @Ctx() context: GraphContext,
  ) {
    return new CreateDepartmentPayload(
      await writeAsSteward(context, 'createDepartment', input, createDepartment),
    );
  }

  @Mutation(() => AmendDepartmentPayload, {
    description:
      'Renames or amends a department. A former name stays as an alias with its dates. Needs the role steward.',
  })
  async amendDepartment(
    @Arg('input', () => AmendDepartmentInput, { description: 'What is to be otherwise.' })
    input: AmendDepartmentInput,
    @Ctx() context: GraphContext,
  ) {
    return new AmendDepartmentPayload(
      await writeAsSteward(context, 'amendDepartment', input, amendDepartment),
    );
  }

  @Mutation(() => CreatePartnerPayload, {
    description: 'Makes a partner organization. Needs the role steward.',
  })
  async createPartner(
    @Arg('input', () => CreatePartnerInput, { description: 'The organization.' }) input: CreatePartnerInput,
    @Ctx() context: GraphContext,
  ) {
    return new CreatePartnerPayload(await writeAsSteward(context, 'createPartner', input, createPartner));
  }

  @Mutation(() => AmendPartnerPayload, {
    description: 'Renames or amends a partner organization. Needs the role steward.',
  })
  async amendPartner(
    @Arg('input', () => AmendPartnerInput, { description: 'What is to be otherwise.' })
    input: AmendPartnerInput,
    @Ctx() context: GraphContext,
  ) {
    return new AmendPartnerPayload(await writeAsSteward(context, 'amendPartner', input, amendPartner));
  }
}
