import { Field, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Unique } from 'typeorm';
import { Localized } from './localized.js';
import { Node } from './node.js';
import { Organization } from './organization.js';
import type { TextColumns } from './text.js';

@ObjectType({
  implements: [Node, Organization],
  description: 'A department or agency of the government.',
})
@Entity('department')
@Unique(['gcOrgId'])
@Check('department_name_check', 'name_en is not null or name_fr is not null')
@Check('department_gc_org_id_check', 'gc_org_id between 1000 and 9999')
export class Department extends Organization {
  @Field(() => Int, {
    nullable: true,
    description: 'GC OrgID: the stable number to store and share, such as 2242; null: it has none.',
  })
  @Column('int', { name: 'gc_org_id', nullable: true })
  readonly gcOrgId!: number | null;

  @Localized({ nullable: true, description: 'The abbreviation, such as TBS (French: SCT).' })
  readonly abbreviation!: TextColumns | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The older slug of the open-data portal and the trackers, such as `tbs-sct`. Not a safe key.',
  })
  @Column('text', { name: 'open_gov_slug', nullable: true })
  readonly openGovSlug!: string | null;
}
