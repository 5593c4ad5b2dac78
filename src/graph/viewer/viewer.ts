import { Field, ObjectType } from 'type-graphql';
import type { Caller } from '../../access/caller.js';
import { permittedMutations } from '../../access/policy.js';
import { everyRole, Role } from '../../access/role.js';
import { Moment } from '../../model/calendar-date.js';
import { Department } from '../../model/department.js';

@ObjectType({ description: 'Who is asking, as their token says, and what they may do.' })
export class Viewer {
  readonly #caller: Caller;

  /** @param subject the caller's own; a viewer is somebody. */
  constructor(caller: Caller, subject: string) {
    this.#caller = caller;
    this.subject = subject;
  }

  @Field(() => String, {
    description:
      'Who it is, the same for every token of theirs: the issuer, a bar, and the name the issuer has for them.',
  })
  readonly subject: string;

  @Field(() => String, { nullable: true, description: 'A name to show; null: the token has none.' })
  get name(): string | null {
    return this.#caller.name;
  }

  @Field(() => [Role], { description: 'What they are trusted with.' })
  get roles(): readonly Role[] {
    return everyRole.filter((role) => this.#caller.roles.has(role));
  }

  @Field(() => [Department], { description: 'The departments they speak for, by code.' })
  get departments(): readonly Department[] {
    return this.#caller.departments;
  }

  @Field(() => Boolean, {
    description:
      'Whether they publish and return reports for every department, whichever `departments` says.',
  })
  get everyDepartment(): boolean {
    return this.#caller.everyDepartment;
  }

  @Field(() => [String], {
    description:
      'What the token names as departments and the hub knows none of: a misspelt code, most often. ' +
      'It grants nothing.',
  })
  get unknownDepartments(): readonly string[] {
    return this.#caller.unknownDepartments;
  }

  @Field(() => Moment, {
    nullable: true,
    description: 'When the token ends: get a new one before; null: it does not.',
  })
  get expiresAt(): Date | null {
    return this.#caller.expiresAt;
  }

  @Field(() => [String], {
    description:
      'The names of the mutations they may call, for one of their departments at least; show no button for ' +
      'others. Each mutation checks again, for the thing it is about.',
  })
  get may(): readonly string[] {
    return permittedMutations(this.#caller);
  }
}
