import { Command, InvalidArgumentError, Option } from 'commander';
import { isSubject, longestSubject } from '../access/claims.js';
import { anyDepartment, isDepartmentClaim } from '../access/find-departments.js';
import { signToken, usualSubject } from '../access/local-issuer.js';
import { everyRole, Role, roleName, roleNamed } from '../access/role.js';
import { openTokenKey } from '../access/token-key.js';
import { acceptedLives, lifeInSeconds } from '../access/token-life.js';
import { readConfig } from '../config.js';

interface TokenOptions {
  readonly department?: readonly string[];
  readonly role: readonly Role[];
  readonly expires: number;
  readonly subject?: string;
}

/** The options cannot be taken together. The message is one line. */
export class TokenOptionError extends Error {
  override readonly name = 'TokenOptionError';
}

const usualLife = '8h';
const roleNames = everyRole.map(roleName);

export function tokenCommand(): Command {
  const expires = new Option('--expires <time>', `how long it is good: ${acceptedLives}`);
  return new Command('token')
    .description('print a token that says who is asking, signed with the key in the data folder')
    .requiredOption('--role <role>', `${roleNames.join(', ')}; repeat it for several`, oneMoreRole)
    .option('--department <code>', 'department to act for; repeat it for several', oneMoreDepartment)
    .addOption(expires.argParser(life).default(lifeInSeconds(usualLife), usualLife))
    .option('--subject <name>', 'whom it is for; default: named after roles and departments', subject)
    .action(printToken);
}

async function printToken(options: TokenOptions): Promise<void> {
  const { issuers, dataDir } = readConfig(process.env);
  if (issuers.length > 0) {
    const names = issuers.map(({ issuer }) => issuer).join(' or ');
    throw new TokenOptionError(`this hub signs no tokens; get one from ${names} (set as JWT_ISSUER)`);
  }
  const { role: roles, department: departments = [] } = options;
  checkTogether(roles, departments);
  const name = options.subject ?? usualSubject(roles, departments);
  if (!isSubject(name)) {
    throw new TokenOptionError('too many departments to name the caller after; say --subject NAME');
  }
  const key = await openTokenKey(dataDir);
  console.log(await signToken(key, { subject: name, roles, departments, life: options.expires }));
}

function checkTogether(roles: readonly Role[], departments: readonly string[]): void {
  const bound = roles.find((role) => role !== Role.STEWARD);
  if (bound !== undefined && departments.length === 0) {
    throw new TokenOptionError(`a ${roleName(bound)} acts for departments; say --department CODE`);
  }
  if (departments.includes(anyDepartment) && !roles.includes(Role.PUBLISHER)) {
    throw new TokenOptionError(
      `only a ${roleName(Role.PUBLISHER)} can act for every department; say --department CODE`,
    );
  }
}

function oneMoreRole(name: string, before: readonly Role[] = []): readonly Role[] {
  const role = roleNamed(name);
  if (role === undefined) throw new InvalidArgumentError(`Accepted: ${roleNames.join(', ')}.`);
  return [...new Set([...before, role])];
}

function oneMoreDepartment(code: string, before: readonly string[] = []): readonly string[] {
  if (code !== anyDepartment && !isDepartmentClaim(code)) {
    throw new InvalidArgumentError(
      `Accepted: a code such as tbs, a GC OrgID such as 2242, or ${anyDepartment}.`,
    );
  }
  return [...new Set([...before, code])];
}

function life(text: string): number {
  try {
    return lifeInSeconds(text);
  } catch {
    throw new InvalidArgumentError(`Accepted: ${acceptedLives}.`);
  }
}

function subject(name: string): string {
  if (isSubject(name)) return name;
  throw new InvalidArgumentError(`Accepted: 1 to ${longestSubject} characters without control characters.`);
}
