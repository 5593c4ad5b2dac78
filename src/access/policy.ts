import { quoted, RequestError } from '../errors.js';
import { type Caller, holdsAs, operator } from './caller.js';
import { everyRole, Role, roleName } from './role.js';

/** How far a role reaches: to what its own departments have a part in, or to anything. */
type Scope = 'own' | 'any';

/** Which roles an action is open to. A role that is not named may not. */
type Rule = Readonly<Partial<Record<Role, Scope>>>;

const reporters = { [Role.REPORTER]: 'own' } as const satisfies Rule;
const publishers = { [Role.PUBLISHER]: 'own' } as const satisfies Rule;
const stewards = { [Role.STEWARD]: 'any' } as const satisfies Rule;

/** What changes something, named as its mutation. */
const mutations = {
  saveReportDraft: reporters,
  submitReport: reporters,
  submitReports: reporters,
  publishReport: publishers,
  returnReport: publishers,
  withdrawReport: { ...reporters, ...publishers },
  linkCommitments: { ...reporters, ...stewards },
  unlinkCommitments: { ...reporters, ...stewards },
  confirmReference: stewards,
  dismissReference: stewards,
  recordActivity: { ...reporters, ...stewards },
  amendActivity: { ...reporters, ...stewards },
  withdrawActivity: { ...reporters, ...stewards },
  createPlan: stewards,
  amendPlan: stewards,
  createPeriod: stewards,
  amendPeriod: stewards,
  createCommitment: stewards,
  amendCommitment: stewards,
  createDeliverable: stewards,
  amendDeliverable: stewards,
  createDepartment: stewards,
  amendDepartment: stewards,
  createPartner: stewards,
  amendPartner: stewards,
  assignActor: stewards,
  removeActor: stewards,
  recordAssessment: stewards,
  amendAssessment: stewards,
} as const satisfies Readonly<Record<string, Rule>>;

/** What shows something that not everybody sees. */
const readings = {
  /** Reports that are not published. */
  readDrafts: { ...reporters, ...publishers },
  /** Who acted. */
  readTrail: { ...reporters, ...publishers, ...stewards },
} as const satisfies Readonly<Record<string, Rule>>;

/** The whole policy: everything that needs leave, and who has it. What is not in it is denied to all. */
export const actions = { ...mutations, ...readings } as const satisfies Readonly<Record<string, Rule>>;

export type Action = keyof typeof actions;

/**
 * Whether a caller may do something.
 * @param departmentCodes the departments that the thing in question belongs to. Where a role is for its own
 *   departments, speaking for one of them is enough; with none of them nobody does.
 */
export function permits(caller: Caller, action: Action, departmentCodes: readonly string[]): boolean {
  if (caller === operator) return true;
  return rulesOf(action).some(
    ([role, scope]) =>
      caller.roles.has(role) &&
      (scope === 'any' || departmentCodes.some((code) => holdsAs(caller, role, code))),
  );
}

/**
 * Insists that a caller may do something.
 * @throws RequestError UNAUTHENTICATED when nobody is asking, FORBIDDEN when whoever asks may not.
 */
export function authorize(caller: Caller, action: Action, departmentCodes: readonly string[]): void {
  if (permits(caller, action, departmentCodes)) return;
  if (caller.subject === null) {
    throw new RequestError(
      'UNAUTHENTICATED',
      `${action} needs to know who is asking: send a token in the header "Authorization: Bearer TOKEN".`,
    );
  }
  throw new RequestError(
    'FORBIDDEN',
    `${action} needs ${needed(action, departmentCodes)}; the token has ${had(caller)}.`,
  );
}

/** The mutations that a caller may do for some department at least. */
export function permittedMutations(caller: Caller): readonly string[] {
  const speaks = (role: Role) =>
    caller.departments.length > 0 || (role === Role.PUBLISHER && caller.everyDepartment);
  const isOpen = (action: Action) =>
    caller === operator ||
    rulesOf(action).some(([role, scope]) => caller.roles.has(role) && (scope === 'any' || speaks(role)));
  return (Object.keys(mutations) as (keyof typeof mutations)[]).filter(isOpen);
}

function rulesOf(action: Action): readonly (readonly [Role, Scope])[] {
  const rule: Rule = Object.hasOwn(actions, action) ? actions[action] : {};
  return everyRole.flatMap((role) => {
    const scope = rule[role];
    return scope === undefined ? [] : [[role, scope] as const];
  });
}

function needed(action: Action, departmentCodes: readonly string[]): string {
  const own = departmentCodes.map(quoted).join(' or ') || 'a department with a part in it, and none has one';
  const sufficient = rulesOf(action).map(
    ([role, scope]) => `the role ${roleName(role)}${scope === 'own' ? ` for ${own}` : ''}`,
  );
  return sufficient.join(', or ') || 'a role that there is not';
}

function had({ roles, departments, unknownDepartments, everyDepartment }: Caller): string {
  const names = everyRole.filter((role) => roles.has(role)).map(roleName);
  const codes = everyDepartment ? 'every department' : departments.map(({ code }) => quoted(code)).join(', ');
  const unknown = unknownDepartments.map(quoted).join(', ');
  return [
    names.length === 0 ? 'no role of the hub,' : `the role ${names.join(' and ')}`,
    ` for ${codes || 'no department'}`,
    unknown && ` (the hub does not know ${unknown})`,
  ].join('');
}
