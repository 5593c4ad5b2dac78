import { registerEnumType } from 'type-graphql';

/** What a caller is trusted with. Tokens name roles in lower case (`reporter`), the graph in upper case. */
export enum Role {
  REPORTER = 'REPORTER',
  PUBLISHER = 'PUBLISHER',
  STEWARD = 'STEWARD',
  REGISTRAR = 'REGISTRAR',
}

registerEnumType(Role, {
  name: 'Role',
  description: 'What a caller is trusted with. A token may name several; `Viewer.may` says what they allow.',
  valuesConfig: {
    REPORTER: { description: 'Drafts reports and submits them, for its own departments.' },
    PUBLISHER: { description: 'Publishes submitted reports or returns them, for its own departments.' },
    STEWARD: {
      description:
        'Looks after plans, commitments, organizations and other reference data, closes periods, and ' +
        'confirms references.',
    },
    REGISTRAR: { description: 'Registers the graphs of its own departments.' },
  },
});

/** All roles, in the order in which they are shown. */
export const everyRole: readonly Role[] = Object.values(Role);

/** A role as tokens and people write it: `reporter`. */
export function roleName(role: Role): string {
  return role.toLowerCase();
}

/** The role that a token names, or undefined: the hub has no such role, and the name grants nothing. */
export function roleNamed(name: string): Role | undefined {
  return everyRole.find((role) => roleName(role) === name);
}
