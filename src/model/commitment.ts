import { Field, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, Unique } from 'typeorm';
import { ActionPlan } from './action-plan.js';
import { Localized } from './localized.js';
import { CodedNode, Node } from './node.js';
import { OgpValue } from './ogp-value.js';
import type { TextColumns } from './text.js';

@ObjectType({
  implements: Node,
  description: 'A numbered promise of a plan: the problem it is about, what will be done, and by whom.',
})
@Entity('commitment')
@Unique(['planKey', 'number'])
@Unique(['key', 'planKey'])
@Unique(['ogpCode'])
// Indexes on expressions are beyond the entity's description: see the migration.
@Index('commitment_by_number_idx', { synchronize: false })
@Index('commitment_by_title_en_idx', { synchronize: false })
@Index('commitment_by_title_fr_idx', { synchronize: false })
@Check('commitment_number_check', 'number between 1 and 9999')
@Check('commitment_ogp_code_check', "ogp_code ~ '^[A-Z]{2}[0-9]{4}$'")
@Check('commitment_title_check', 'title_en is not null or title_fr is not null')
@Check(
  'commitment_ogp_values_check',
  "ogp_values <@ array['TRANSPARENCY', 'CIVIC_PARTICIPATION', 'PUBLIC_ACCOUNTABILITY', 'TECHNOLOGY_AND_INNOVATION']",
)
export class Commitment extends CodedNode {
  @Field(() => String, {
    description: 'Code: the plan’s code, "/" and the number, such as `ca-2016-2018/19`. Stable.',
  })
  declare readonly code: string;

  @Column('int', { name: 'plan_id' })
  readonly planKey!: number;

  @ManyToOne(() => ActionPlan, { nullable: false })
  @JoinColumn({ name: 'plan_id' })
  readonly plan?: ActionPlan;

  @Field(() => Int, { description: 'Number of the commitment within its plan, from 1.' })
  @Column('int')
  readonly number!: number;

  @Field(() => String, {
    nullable: true,
    description: 'The code the government’s own tracker gives it, kept literally, such as `C05`.',
  })
  @Column('text', { name: 'source_code', nullable: true })
  readonly sourceCode!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The Open Government Partnership’s code, such as `CA0060`; null: not known.',
  })
  @Column('text', { name: 'ogp_code', nullable: true })
  readonly ogpCode!: string | null;

  @Localized({ description: 'The title.' })
  readonly title!: TextColumns;

  @Localized({ nullable: true, description: 'The public problem the commitment will address.' })
  readonly problem!: TextColumns | null;

  @Localized({ nullable: true, description: 'What the commitment is.' })
  readonly description!: TextColumns | null;

  @Localized({ nullable: true, description: 'How the commitment will help to solve the public problem.' })
  readonly contribution!: TextColumns | null;

  @Localized({ nullable: true, description: 'What will be different once it is done.' })
  readonly expectedResult!: TextColumns | null;

  @Localized({
    nullable: true,
    description:
      'Other actors involved, in the words of the plan; `partners` has those that are known organizations.',
  })
  readonly otherActors!: TextColumns | null;

  @Field(() => [OgpValue], {
    nullable: true,
    description: 'The values of the Open Government Partnership it says it serves; null: not known.',
  })
  @Column('text', { name: 'ogp_values', array: true, nullable: true })
  readonly ogpValues!: OgpValue[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Policy areas as tagged by the Open Government Partnership, in English; null: not known.',
  })
  @Column('text', { name: 'policy_areas', array: true, nullable: true })
  readonly policyAreas!: string[] | null;

  @Field(() => [String], { description: 'Addresses of pages that publish this commitment.' })
  @Column('text', { array: true, default: [] })
  readonly pages!: string[];
}
