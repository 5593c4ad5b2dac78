import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { CalendarDate } from './calendar-date.js';
import { Department } from './department.js';

@ObjectType({ description: 'Another name of a department that published pages use, or a former one.' })
@Entity('department_alias')
@Unique(['departmentKey', 'name'])
@Check('department_alias_dates_check', 'valid_from <= valid_to')
export class DepartmentAlias {
  @PrimaryGeneratedColumn('identity', { name: 'id', type: 'int', generatedIdentity: 'ALWAYS' })
  readonly key!: number;

  @Column('int', { name: 'department_id' })
  readonly departmentKey!: number;

  @ManyToOne(() => Department, { nullable: false })
  @JoinColumn({ name: 'department_id' })
  readonly department?: Department;

  @Field(() => String, { description: 'The name as it is met.' })
  @Column('text')
  readonly name!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'First day it was in use; null: not known.' })
  @Column('date', { name: 'valid_from', nullable: true })
  readonly from!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Last day it was in use; null: still, or not known.',
  })
  @Column('date', { name: 'valid_to', nullable: true })
  readonly to!: string | null;
}
