import { anonymous, type Caller, holds, operator } from '../../src/access/caller.js';
import { type Action, actions, authorize, permits, permittedMutations } from '../../src/access/policy.js';
import { everyRole, Role } from '../../src/access/role.js';
import { RequestError } from '../../src/errors.js';
import { Department } from '../../src/model/department.js';
import { policy } from './policy-table.js';

type Case = readonly [action: Action, role: Role, scope: string];

const [head = [], ...lines] = policy
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const cases = lines.flatMap(([action, ...scopes]) =>
  scopes.map((scope, at): Case => [action as Action, (head[at] ?? '').toUpperCase() as Role, scope]),
);

const department = (code: string): Department => Object.assign(new Department(), { code });

function caller(roles: readonly Role[], codes: readonly string[], more: Partial<Caller> = {}): Caller {
  const departments = codes.map(department);
  return { ...anonymous, subject: 'issuer|somebody', roles: new Set(roles), departments, ...more };
}

describe('the policy', () => {
  it('is about the actions and roles of the table, and no others', () => {
    expect(lines.map(([action]) => action)).toEqual(Object.keys(actions));
    expect(head.map((role) => role.toUpperCase())).toEqual(everyRole);
    expect(cases).toHaveLength(31 * 4);
  });

  it.each(cases)('for %s by %s is: %s', (action, role, scope) => {
    const of = caller([role], ['tbs', 'ircc']);
    const answers = {
      own: permits(of, action, ['tbs']),
      shared: permits(of, action, ['dfo', 'ircc']),
      foreign: permits(of, action, ['dfo']),
      none: permits(of, action, []),
      withoutDepartment: permits(caller([role], []), action, ['tbs']),
    };
    const mine = scope !== '-';
    const all = scope === 'any';
    expect(answers).toEqual({ own: mine, shared: mine, foreign: all, none: all, withoutDepartment: all });
  });

  it.each(lines.map(([action]) => action as Action))('for %s lets nobody in without a role', (action) => {
    for (const codes of [['tbs'], ['dfo'], []]) {
      expect(permits(anonymous, action, codes)).toBe(false);
      expect(permits(caller([], ['tbs']), action, codes)).toBe(false);
      expect(permits(operator, action, codes)).toBe(true);
    }
  });

  it('gives several roles what each has, and no more', () => {
    const both = caller([Role.REPORTER, Role.STEWARD], ['tbs']);
    expect(permits(both, 'submitReport', ['tbs'])).toBe(true);
    expect(permits(both, 'submitReport', ['dfo'])).toBe(false);
    expect(permits(both, 'recordActivity', ['dfo'])).toBe(true);
    expect(permits(both, 'publishReport', ['tbs'])).toBe(false);
  });

  it('lets a publisher for every department publish, and in no other role do anything for every one', () => {
    const office = caller(everyRole, ['tbs'], { everyDepartment: true });
    expect(permits(office, 'publishReport', ['dfo'])).toBe(true);
    expect(permits(office, 'withdrawReport', ['dfo'])).toBe(true);
    expect(permits(office, 'submitReport', ['dfo'])).toBe(false);
    expect(permits(office, 'saveReportDraft', ['dfo'])).toBe(false);
    expect(permits(office, 'publishReport', [])).toBe(false);
    expect(holds(office, 'dfo')).toBe(false);
    const nobody = caller([Role.REPORTER], [], { everyDepartment: true });
    for (const action of Object.keys(actions)) expect(permits(nobody, action as Action, ['dfo'])).toBe(false);
  });

  it('denies to all what it does not name', () => {
    const all = caller(everyRole, ['tbs'], { everyDepartment: true });
    for (const name of ['toString', '__proto__', 'constructor', 'publishSubgraph', '']) {
      const action = name as Action;
      expect(permits(all, action, ['tbs'])).toBe(false);
      expect(() => authorize(all, action, ['tbs'])).toThrow(RequestError);
    }
  });

  it('does not take what only looks like the operator for it', () => {
    expect(permits({ ...operator, roles: new Set() }, 'createPlan', [])).toBe(false);
  });
});

describe('a denial', () => {
  const denial = (of: Caller, action: Action, codes: readonly string[]) => {
    try {
      authorize(of, action, codes);
    } catch (error) {
      if (error instanceof RequestError) return { code: error.extensions['code'], message: error.message };
    }
    throw new Error('it was not denied');
  };

  it('is none for whoever may', () => {
    expect(() => authorize(caller([Role.REPORTER], ['tbs']), 'submitReport', ['tbs'])).not.toThrow();
    expect(() => authorize(operator, 'submitReport', [])).not.toThrow();
  });

  it('tells nobody how to be somebody', () => {
    expect(denial(anonymous, 'submitReport', ['tbs'])).toEqual({
      code: 'UNAUTHENTICATED',
      message:
        'submitReport needs to know who is asking: send a token in the header "Authorization: Bearer TOKEN".',
    });
  });

  it('tells what is needed and what there is', () => {
    expect(denial(caller([Role.PUBLISHER], ['ircc', 'tbs']), 'submitReport', ['dfo', 'cfia'])).toEqual({
      code: 'FORBIDDEN',
      message:
        'submitReport needs the role reporter for "dfo" or "cfia"; ' +
        'the token has the role publisher for "ircc", "tbs".',
    });
  });

  it('tells of every role that would do', () => {
    expect(denial(caller([], ['ircc']), 'linkCommitments', ['tbs']).message).toBe(
      'linkCommitments needs the role reporter for "tbs", or the role steward; ' +
        'the token has no role of the hub, for "ircc".',
    );
  });

  it('tells of departments in the token that the hub does not know', () => {
    const misspelt = caller([Role.REPORTER], [], { unknownDepartments: ['TBS', 'dof'] });
    expect(denial(misspelt, 'submitReport', ['tbs']).message).toBe(
      'submitReport needs the role reporter for "tbs"; ' +
        'the token has the role reporter for no department (the hub does not know "TBS", "dof").',
    );
  });

  it('tells that nobody can act for a thing without departments', () => {
    expect(denial(caller([Role.REPORTER], ['tbs']), 'submitReport', []).message).toMatch(
      /^submitReport needs the role reporter for a department with a part in it, and none has one;/,
    );
  });

  it('tells of a publisher for every department as one', () => {
    const office = caller([Role.PUBLISHER], [], { everyDepartment: true });
    expect(denial(office, 'submitReport', ['tbs']).message).toMatch(/role publisher for every department\.$/);
  });
});

describe('what a caller may', () => {
  it('is nothing for nobody, and everything for the operator', () => {
    expect(permittedMutations(anonymous)).toEqual([]);
    expect(permittedMutations(operator)).toHaveLength(29);
  });

  it('names mutations alone, also those for own departments', () => {
    expect(permittedMutations(caller([Role.PUBLISHER], ['tbs']))).toEqual([
      'publishReport',
      'returnReport',
      'withdrawReport',
    ]);
  });

  it('is nothing for a reporter without a department, whatever else', () => {
    const idle = caller([Role.REPORTER], [], { everyDepartment: true, unknownDepartments: ['tsb'] });
    expect(permittedMutations(idle)).toEqual([]);
  });

  it.each(everyRole)('agrees with what is permitted to a %s', (role) => {
    const of = caller([role], ['tbs']);
    const permitted = Object.keys(actions).filter((action) => permits(of, action as Action, ['tbs']));
    expect(permittedMutations(of)).toEqual(permitted.filter((action) => !action.startsWith('read')));
  });
});
