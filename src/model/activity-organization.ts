import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Department } from './department.js';
import { EngagementActivity } from './engagement-activity.js';
import { PartnerOrganization } from './partner-organization.js';

/** A department or partner organization that held an engagement activity or took part in it. */
@Entity('activity_organization')
@Unique(['activityKey', 'departmentKey'])
@Unique(['activityKey', 'partnerKey'])
@Index(['departmentKey'])
@Index(['partnerKey'])
@Check('activity_organization_one_check', 'num_nonnulls(department_id, partner_id) = 1')
export class ActivityOrganization {
  @PrimaryGeneratedColumn('identity', { name: 'id', type: 'int', generatedIdentity: 'ALWAYS' })
  readonly key!: number;

  @Column('int', { name: 'activity_id' })
  readonly activityKey!: number;

  @ManyToOne(() => EngagementActivity, { nullable: false })
  @JoinColumn({ name: 'activity_id' })
  readonly activity?: EngagementActivity;

  @Column('int', { name: 'department_id', nullable: true })
  readonly departmentKey!: number | null;

  @ManyToOne(() => Department)
  @JoinColumn({ name: 'department_id' })
  readonly department?: Department | null;

  @Column('int', { name: 'partner_id', nullable: true })
  readonly partnerKey!: number | null;

  @ManyToOne(() => PartnerOrganization)
  @JoinColumn({ name: 'partner_id' })
  readonly partner?: PartnerOrganization | null;

  @Column('int')
  readonly position!: number;
}
