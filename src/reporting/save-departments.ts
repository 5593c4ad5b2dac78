import { In } from 'typeorm';
import { Department } from '../model/department.js';
import { DepartmentAlias } from '../model/department-alias.js';
import { distinct } from './distinct.js';
import type { DepartmentFacts } from './dossier.js';
import { error } from './problem.js';
import { reconcile } from './reconcile.js';
import type { Writing } from './writing.js';

/** Saves departments with their aliases. */
export async function saveDepartments(writing: Writing, facts: readonly DepartmentFacts[]): Promise<void> {
  const { database } = writing;
  const once = distinct(
    writing,
    'department',
    facts,
    ({ code }) => code,
    (at) => `departments[${at}].code`,
  );
  const taken = await takenGcOrgIds(writing, facts);
  const keys = await reconcile(
    writing,
    Department,
    'departments',
    await database.findBy(Department, { code: In(once.map(({ code }) => code)) }),
    once.map(({ code, gcOrgId, name, abbreviation, openGovSlug }) => ({
      code,
      gcOrgId: gcOrgId == null || taken.has(code) ? undefined : gcOrgId,
      name,
      abbreviation: abbreviation ?? undefined,
      openGovSlug: openGovSlug ?? undefined,
    })),
    (department) => String(department.code),
  );
  await reconcile(
    writing,
    DepartmentAlias,
    'aliases',
    await database.findBy(DepartmentAlias, { departmentKey: In([...keys.values()]) }),
    once.flatMap((department) =>
      department.aliases.map(({ name, from, to }) => ({
        departmentKey: keys.get(department.code),
        name,
        from: from ?? undefined,
        to: to ?? undefined,
      })),
    ),
    (alias) => `${alias.departmentKey} ${alias.name}`,
  );
  writing.forget();
}

/** The codes of the departments that claim the GC OrgID of another one, each of which is noted. */
async function takenGcOrgIds(
  { database, outcome }: Writing,
  facts: readonly DepartmentFacts[],
): Promise<ReadonlySet<string>> {
  const holders = await database.findBy(Department, {
    gcOrgId: In(facts.flatMap(({ gcOrgId }) => gcOrgId ?? [])),
  });
  const owners = new Map(holders.map(({ gcOrgId, code }) => [gcOrgId, code]));
  const taken = new Set<string>();
  for (const [at, { code, gcOrgId }] of facts.entries()) {
    if (gcOrgId == null) continue;
    const owner = owners.get(gcOrgId) ?? code;
    owners.set(gcOrgId, owner);
    if (owner === code) continue;
    taken.add(code);
    outcome.note(
      error(`This GC OrgID is that of the department "${owner}"; each department has its own.`, {
        column: `departments[${at}].gcOrgId`,
        value: String(gcOrgId),
      }),
    );
  }
  return taken;
}
