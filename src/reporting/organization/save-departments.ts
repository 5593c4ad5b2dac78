import { In } from 'typeorm';
import { Department } from '../../model/department.js';
import { DepartmentAlias } from '../../model/department-alias.js';
import { Alterations } from '../alterations.js';
import { alteredKinds } from '../altered-kinds.js';
import { distinct } from '../distinct.js';
import type { DepartmentFacts } from '../dossier.js';
import { error } from '../problem.js';
import { reconcile } from '../reconcile.js';
import type { Writing } from '../writing.js';

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
  const { keys, written } = await reconcile(writing, Department, {
    things: 'departments',
    existing: await database.findBy(Department, { code: In(once.map(({ code }) => code)) }),
    desired: once.map(({ code, gcOrgId, name, abbreviation, openGovSlug }) => ({
      code,
      gcOrgId: gcOrgId == null || taken.has(code) ? undefined : gcOrgId,
      name,
      abbreviation: abbreviation ?? undefined,
      openGovSlug: openGovSlug ?? undefined,
    })),
    identity: (department) => String(department.code),
  });
  const aliases = await reconcile(writing, DepartmentAlias, {
    things: 'aliases',
    existing: await database.findBy(DepartmentAlias, { departmentKey: In([...keys.values()]) }),
    desired: once.flatMap((department) =>
      department.aliases.map(({ name, from, to }) => ({
        departmentKey: keys.get(department.code),
        name,
        from: from ?? undefined,
        to: to ?? undefined,
      })),
    ),
    identity: (alias) => `${alias.departmentKey} ${alias.name}`,
  });
  const departments = new Alterations();
  departments.take(written);
  for (const { now } of aliases.written) departments.amend(now.departmentKey, ['aliases']);
  departments.record(writing, alteredKinds.department, (departmentKey) => ({ departmentKey }));
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
