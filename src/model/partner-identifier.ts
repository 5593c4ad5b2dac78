import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { PartnerOrganization } from './partner-organization.js';

@ObjectType({ description: 'What another register calls a partner organization.' })
@Entity('partner_identifier')
@Unique(['scheme', 'value'])
@Index(['partnerKey'])
export class PartnerIdentifier {
  @PrimaryGeneratedColumn('identity', { name: 'id', type: 'int', generatedIdentity: 'ALWAYS' })
  readonly key!: number;

  @Column('int', { name: 'partner_id' })
  readonly partnerKey!: number;

  @ManyToOne(() => PartnerOrganization, { nullable: false })
  @JoinColumn({ name: 'partner_id' })
  readonly partner?: PartnerOrganization;

  @Field(() => String, { description: 'The register, such as `ROR` (Research Organization Registry).' })
  @Column('text')
  readonly scheme!: string;

  @Field(() => String, { description: 'The identifier in that register, such as `01aff2v68`.' })
  @Column('text')
  readonly value!: string;
}
