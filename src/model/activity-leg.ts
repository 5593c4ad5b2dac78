import { Field, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { CalendarDate } from './calendar-date.js';
import { DatePrecision } from './date-precision.js';
import { EngagementActivity } from './engagement-activity.js';
import { Localized } from './localized.js';
import type { TextColumns } from './text.js';

@ObjectType({ description: 'One stop of an activity that went to several places.' })
@Entity('activity_leg')
@Unique(['activityKey', 'position'])
@Check('activity_leg_place_check', 'place_en is not null or place_fr is not null')
@Check('activity_leg_dates_check', 'start_date <= end_date')
@Check('activity_leg_date_precision_check', "date_precision in ('DAY', 'MONTH', 'YEAR')")
export class ActivityLeg {
  @PrimaryGeneratedColumn('identity', { name: 'id', type: 'int', generatedIdentity: 'ALWAYS' })
  readonly key!: number;

  @Column('int', { name: 'activity_id' })
  readonly activityKey!: number;

  @ManyToOne(() => EngagementActivity, { nullable: false })
  @JoinColumn({ name: 'activity_id' })
  readonly activity?: EngagementActivity;

  @Field(() => Int, { description: 'Place in the order of the legs, from 1.' })
  @Column('int')
  readonly position!: number;

  @Localized({ description: 'Where this leg took place.' })
  readonly place!: TextColumns;

  @Field(() => CalendarDate, { nullable: true, description: 'First day; null: not known.' })
  @Column('date', { name: 'start_date', nullable: true })
  readonly start!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day; null: not known.' })
  @Column('date', { name: 'end_date', nullable: true })
  readonly end!: string | null;

  @Field(() => DatePrecision, { nullable: true, description: 'How exactly the dates were stated.' })
  @Column('text', { name: 'date_precision', nullable: true })
  readonly datePrecision!: DatePrecision | null;

  @Field(() => String, { nullable: true, description: 'Address of the report on this leg.' })
  @Column('text', { name: 'report_url', nullable: true })
  readonly reportUrl!: string | null;
}
