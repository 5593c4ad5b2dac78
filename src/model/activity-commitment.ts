import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Commitment } from './commitment.js';
import { EngagementActivity } from './engagement-activity.js';

/** An engagement activity touches a commitment. */
@Entity('activity_commitment')
@Index(['commitmentKey'])
export class ActivityCommitment {
  @PrimaryColumn('int', { name: 'activity_id' })
  readonly activityKey!: number;

  @ManyToOne(() => EngagementActivity, { nullable: false })
  @JoinColumn({ name: 'activity_id' })
  readonly activity?: EngagementActivity;

  @PrimaryColumn('int', { name: 'commitment_id' })
  readonly commitmentKey!: number;

  @ManyToOne(() => Commitment, { nullable: false })
  @JoinColumn({ name: 'commitment_id' })
  readonly commitment?: Commitment;
}
