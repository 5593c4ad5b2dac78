import type { Department } from '../model/department.js';
import { everyRole, Role } from './role.js';

/** Who is asking, as their token says; the hub has no list of people of its own. */
export interface Caller {
  /**
   * Whom to remember: the same for every token of the same person or system. `issuer|sub` of the token; null: nobody.
   */
  readonly subject: string | null;
  /** A name for people, if the token has one. At most 200 characters. */
  readonly name: string | null;
  readonly roles: ReadonlySet<Role>;
  /** The departments the caller speaks for, by code. */
  readonly departments: readonly Department[];
  /** What the token names as departments and the hub knows none of; it grants nothing. */
  readonly unknownDepartments: readonly string[];
  /** Whether it publishes for every department: a central publishing office. Says nothing of its other roles. */
  readonly everyDepartment: boolean;
  /** When the token ends; null: there is none, or it is the operator. */
  readonly expiresAt: Date | null;
}

/** Nobody: there was no token. */
export const anonymous: Caller = {
  subject: null,
  name: null,
  roles: new Set(),
  departments: [],
  unknownDepartments: [],
  everyDepartment: false,
  expiresAt: null,
};

/**
 * Whoever runs the hub's command line beside its database, and could change it by hand too. May do everything.
 * No token can have its subject, which lacks an issuer.
 */
export const operator: Caller = {
  subject: 'operator',
  name: null,
  roles: new Set(everyRole),
  departments: [],
  unknownDepartments: [],
  everyDepartment: true,
  expiresAt: null,
};

/** Whether a caller speaks for a department, in whatever role. Publishing for all of them is not speaking for each. */
export function holds(caller: Caller, departmentCode: string): boolean {
  return caller === operator || caller.departments.some(({ code }) => code === departmentCode);
}

/** Whether a caller speaks for a department in one of its roles: publishers may do so for every department. */
export function holdsAs(caller: Caller, role: Role, departmentCode: string): boolean {
  if (!caller.roles.has(role)) return false;
  return holds(caller, departmentCode) || (role === Role.PUBLISHER && caller.everyDepartment);
}
