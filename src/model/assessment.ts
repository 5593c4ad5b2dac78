import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { CalendarDate } from './calendar-date.js';
import { Commitment } from './commitment.js';
import { Deliverable } from './deliverable.js';
import { Localized } from './localized.js';
import { Node, NumberedNode } from './node.js';
import { ReportingPeriod } from './reporting-period.js';
import type { TextColumns } from './text.js';

/** Who gave a level. */
export enum AssessmentAuthor {
  GOVERNMENT = 'GOVERNMENT',
  IRM = 'IRM',
}

registerEnumType(AssessmentAuthor, {
  name: 'AssessmentAuthor',
  description: 'Who gave a level.',
  valuesConfig: {
    GOVERNMENT: { description: 'The government, on its own work.' },
    IRM: { description: 'The Open Government Partnership’s Independent Reporting Mechanism.' },
  },
});

/** The scale a level stands on. Scales were renamed over time, so each keeps its own name. */
export enum AssessmentScale {
  SCHEDULE = 'SCHEDULE',
  IRM_COMPLETION = 'IRM_COMPLETION',
  IRM_EARLY_RESULTS = 'IRM_EARLY_RESULTS',
  IRM_AMBITION = 'IRM_AMBITION',
  IRM_AMBITION_2020 = 'IRM_AMBITION_2020',
  IRM_VERIFIABLE = 'IRM_VERIFIABLE',
}

/** The levels of each scale, in rising order where they have one. */
export const levelsOfScale: Readonly<Record<AssessmentScale, readonly string[]>> = {
  SCHEDULE: ['BEHIND_SCHEDULE', 'MOSTLY_ON_SCHEDULE', 'ON_SCHEDULE', 'COMPLETED'],
  IRM_COMPLETION: [
    'NO_EVIDENCE',
    'UNCLEAR',
    'WITHDRAWN',
    'NOT_STARTED',
    'LIMITED',
    'SUBSTANTIAL',
    'COMPLETE',
  ],
  IRM_EARLY_RESULTS: ['WORSENED', 'DID_NOT_CHANGE', 'MARGINAL', 'MAJOR', 'OUTSTANDING'],
  IRM_AMBITION: ['LOW', 'HIGH'],
  IRM_AMBITION_2020: ['UNCLEAR', 'MODEST', 'SUBSTANTIAL'],
  IRM_VERIFIABLE: ['NOT_VERIFIABLE', 'VERIFIABLE'],
};

const levels = (scale: AssessmentScale) => `Levels: ${levelsOfScale[scale].join(', ')}.`;

registerEnumType(AssessmentScale, {
  name: 'AssessmentScale',
  description: 'The scale a level stands on. Levels of different scales cannot be compared.',
  valuesConfig: {
    SCHEDULE: { description: `Whether the work keeps to its schedule. ${levels(AssessmentScale.SCHEDULE)}` },
    IRM_COMPLETION: { description: `How much was done. ${levels(AssessmentScale.IRM_COMPLETION)}` },
    IRM_EARLY_RESULTS: {
      description: `What it changed in practice. ${levels(AssessmentScale.IRM_EARLY_RESULTS)}`,
    },
    IRM_AMBITION: {
      description: `How much it could change, up to 2019. ${levels(AssessmentScale.IRM_AMBITION)}`,
    },
    IRM_AMBITION_2020: {
      description: `How much it could change, since 2020. ${levels(AssessmentScale.IRM_AMBITION_2020)}`,
    },
    IRM_VERIFIABLE: {
      description: `Whether one can check that it was done. ${levels(AssessmentScale.IRM_VERIFIABLE)}`,
    },
  },
});

@ObjectType({
  implements: Node,
  description:
    'A level that an author gives on a named scale. Never merged with the completion that departments report.',
})
@Entity('assessment')
// The expression in it (absent values count as equal) is beyond the entity's description: see the migration.
@Index('assessment_once', { synchronize: false })
@Check('assessment_author_check', "author in ('GOVERNMENT', 'IRM')")
@Check(
  'assessment_scale_check',
  "scale in ('SCHEDULE', 'IRM_COMPLETION', 'IRM_EARLY_RESULTS', 'IRM_AMBITION', 'IRM_AMBITION_2020', 'IRM_VERIFIABLE')",
)
export class Assessment extends NumberedNode {
  @Column('int', { name: 'commitment_id' })
  readonly commitmentKey!: number;

  @ManyToOne(() => Commitment, { nullable: false })
  @JoinColumn({ name: 'commitment_id' })
  readonly commitment?: Commitment;

  @Column('int', { name: 'deliverable_id', nullable: true })
  readonly deliverableKey!: number | null;

  @ManyToOne(() => Deliverable)
  @JoinColumn({ name: 'deliverable_id' })
  readonly deliverable?: Deliverable | null;

  @Column('int', { name: 'period_id', nullable: true })
  readonly periodKey!: number | null;

  @ManyToOne(() => ReportingPeriod)
  @JoinColumn({ name: 'period_id' })
  readonly period?: ReportingPeriod | null;

  @Field(() => AssessmentAuthor, { description: 'Who gave the level.' })
  @Column('text')
  readonly author!: AssessmentAuthor;

  @Field(() => AssessmentScale, { description: 'The scale it stands on.' })
  @Column('text')
  readonly scale!: AssessmentScale;

  @Field(() => String, { description: 'The level, one of those its scale names, such as `MARGINAL`.' })
  @Column('text')
  readonly level!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day it was given; null: not known.' })
  @Column('date', { name: 'assessed_on', nullable: true })
  readonly on!: string | null;

  @Localized({ nullable: true, description: 'The author’s own words.' })
  readonly statement!: TextColumns | null;
}
