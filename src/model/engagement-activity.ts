import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity, Index } from 'typeorm';
import { CalendarDate, Moment } from './calendar-date.js';
import { DatePrecision } from './date-precision.js';
import { Localized, LocalizedList } from './localized.js';
import { CodedNode, Node } from './node.js';
import type { Text, TextColumns } from './text.js';

/** The form an engagement took. */
export enum ActivityKind {
  CONSULTATION = 'CONSULTATION',
  TOUR = 'TOUR',
  PANEL = 'PANEL',
  SURVEY = 'SURVEY',
  WORKSHOP = 'WORKSHOP',
  OTHER = 'OTHER',
}

registerEnumType(ActivityKind, {
  name: 'ActivityKind',
  description: 'The form an engagement took.',
  valuesConfig: {
    CONSULTATION: { description: 'People were asked for their views.' },
    TOUR: { description: 'A series of visits; each is a leg.' },
    PANEL: { description: 'A standing group gave advice.' },
    SURVEY: { description: 'A questionnaire.' },
    WORKSHOP: { description: 'People worked on something together.' },
    OTHER: { description: 'None of the others.' },
  },
});

/** How people took part. */
export enum ActivityFormat {
  IN_PERSON = 'IN_PERSON',
  ONLINE = 'ONLINE',
  WRITTEN = 'WRITTEN',
  TELEPHONE = 'TELEPHONE',
}

registerEnumType(ActivityFormat, {
  name: 'ActivityFormat',
  description: 'How people took part.',
  valuesConfig: {
    IN_PERSON: { description: 'Face to face.' },
    ONLINE: { description: 'Over the internet.' },
    WRITTEN: { description: 'By written submission.' },
    TELEPHONE: { description: 'By telephone.' },
  },
});

@ObjectType({
  implements: Node,
  description:
    'A consultation, tour, panel, survey or workshop: who was asked, what was heard, what was answered.',
})
@Entity('engagement_activity')
@Index(['start'])
@Check(
  'engagement_activity_kind_check',
  "kind in ('CONSULTATION', 'TOUR', 'PANEL', 'SURVEY', 'WORKSHOP', 'OTHER')",
)
@Check('engagement_activity_title_check', 'title_en is not null or title_fr is not null')
@Check('engagement_activity_dates_check', 'start_date <= end_date')
@Check('engagement_activity_date_precision_check', "date_precision in ('DAY', 'MONTH', 'YEAR')")
@Check('engagement_activity_formats_check', "formats <@ array['IN_PERSON', 'ONLINE', 'WRITTEN', 'TELEPHONE']")
export class EngagementActivity extends CodedNode {
  @Field(() => String, { description: 'Code in lower case, such as `odx-cross-canada-tour-2017`. Stable.' })
  declare readonly code: string;

  @Field(() => ActivityKind, { description: 'The form it took.' })
  @Column('text')
  readonly kind!: ActivityKind;

  @Localized({ description: 'What it was called.' })
  readonly title!: TextColumns;

  @Localized({ nullable: true, description: 'What it was about.' })
  readonly summary!: TextColumns | null;

  @Field(() => CalendarDate, { nullable: true, description: 'First day; null: not known.' })
  @Column('date', { name: 'start_date', nullable: true })
  readonly start!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day; null: not known, or still going on.' })
  @Column('date', { name: 'end_date', nullable: true })
  readonly end!: string | null;

  @Field(() => DatePrecision, { nullable: true, description: 'How exactly the dates were stated.' })
  @Column('text', { name: 'date_precision', nullable: true })
  readonly datePrecision!: DatePrecision | null;

  @LocalizedList({ description: 'Where it took place.' })
  readonly places!: readonly Text[];

  @Field(() => [ActivityFormat], { description: 'How people took part; empty: not known.' })
  @Column('text', { array: true, default: [] })
  readonly formats!: ActivityFormat[];

  @Localized({ nullable: true, description: 'What participants said.' })
  readonly heard!: TextColumns | null;

  @Localized({ nullable: true, description: 'What the government answered.' })
  readonly response!: TextColumns | null;

  @Field(() => String, { nullable: true, description: 'Address of its page.' })
  @Column('text', { nullable: true })
  readonly url!: string | null;

  @Field(() => Moment, { nullable: true, description: 'When it was withdrawn; null: it was not.' })
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  readonly withdrawnAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was withdrawn; null: it was not.' })
  @Column('text', { name: 'withdrawal_reason', nullable: true })
  readonly withdrawalReason!: string | null;
}
