import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity } from 'typeorm';
import { Node } from './node.js';
import { Organization } from './organization.js';

/** What sort of organization a partner is. */
export enum PartnerKind {
  CIVIL_SOCIETY = 'CIVIL_SOCIETY',
  PRIVATE_SECTOR = 'PRIVATE_SECTOR',
  ACADEMIA = 'ACADEMIA',
  INDIGENOUS = 'INDIGENOUS',
  PROVINCIAL_TERRITORIAL = 'PROVINCIAL_TERRITORIAL',
  MUNICIPAL = 'MUNICIPAL',
  INTERNATIONAL = 'INTERNATIONAL',
  OTHER = 'OTHER',
}

registerEnumType(PartnerKind, {
  name: 'PartnerKind',
  description: 'What sort of organization a partner is.',
  valuesConfig: {
    CIVIL_SOCIETY: { description: 'A non-profit or community organization.' },
    PRIVATE_SECTOR: { description: 'A company or an association of companies.' },
    ACADEMIA: { description: 'A university, college or research institute.' },
    INDIGENOUS: { description: 'An Indigenous government or organization.' },
    PROVINCIAL_TERRITORIAL: { description: 'A province or territory.' },
    MUNICIPAL: { description: 'A city or other municipality.' },
    INTERNATIONAL: { description: 'An international organization or initiative.' },
    OTHER: { description: 'None of the others.' },
  },
});

@ObjectType({
  implements: [Node, Organization],
  description: 'An organization outside the federal government that leads, supports or takes part.',
})
@Entity('partner_organization')
@Check('partner_organization_name_check', 'name_en is not null or name_fr is not null')
@Check(
  'partner_organization_kind_check',
  "kind in ('CIVIL_SOCIETY', 'PRIVATE_SECTOR', 'ACADEMIA', 'INDIGENOUS', 'PROVINCIAL_TERRITORIAL', 'MUNICIPAL', 'INTERNATIONAL', 'OTHER')",
)
export class PartnerOrganization extends Organization {
  @Field(() => PartnerKind, { description: 'What sort of organization it is.' })
  @Column('text')
  readonly kind!: PartnerKind;

  @Field(() => [String], { description: 'Other names that published pages use for it.' })
  @Column('text', { array: true, default: [] })
  readonly aliases!: string[];

  @Field(() => String, { nullable: true, description: 'Address of its website.' })
  @Column('text', { nullable: true })
  readonly website!: string | null;
}
