import { Department } from '../../model/department.js';
import { DepartmentAlias } from '../../model/department-alias.js';
import { Alterations } from '../alterations.js';
import { alteredKinds } from '../altered-kinds.js';
import { findToAmend } from '../find-named.js';
import { noteTaken } from '../note-taken.js';
import { error } from '../problem.js';
import { type Desired, reconcile } from '../reconcile.js';
import { InputCheck, longestName } from '../request/check-input.js';
import { today } from '../today.js';
import type { Writing } from '../writing.js';
import type {
  AmendDepartmentInput,
  CreateDepartmentInput,
  DepartmentAliasInput,
} from './department-input.js';
import { type FormerName, formerNames } from './former-names.js';
import { noteSameNames } from './note-same-names.js';

/** Makes a department. @returns its number. */
export async function createDepartment(writing: Writing, input: CreateDepartmentInput): Promise<number> {
  const check = new InputCheck();
  const code = check.departmentCode(input.code, 'code');
  const row = await readDepartment(writing, check, input, null);
  const aliases = readAliases(check, input.aliases, 'aliases', []);
  await noteTaken(writing, Department, code, 'code');
  writing.outcome.noteAll(check.problems);
  return writing.outcome.refused ? 0 : save(writing, null, { ...row, code }, aliases, null);
}

/** Amends a department. Its former names stay as aliases. @returns its number. */
export async function amendDepartment(writing: Writing, input: AmendDepartmentInput): Promise<number> {
  const { database, outcome } = writing;
  const check = new InputCheck();
  const department = await findToAmend(writing, Department, input.department, 'department');
  const row = await readDepartment(writing, check, input, department);
  const reason = check.reason(input.reason);
  const stored = department ? await database.findBy(DepartmentAlias, { departmentKey: department.key }) : [];
  const renamedOn = input.renamedOn ?? today();
  const former = department ? formerNames(department, row.name, renamedOn, stored) : [];
  checkRename(check, renamedOn, former, stored);
  const added = readAliases(check, input.addAliases, 'addAliases', [...stored, ...former]);
  outcome.noteAll(check.problems);
  if (department === null || outcome.refused) return 0;
  const said = new Set(added.map(({ name }) => name));
  // What is said of a former name goes before what follows from the rename.
  const aliases = [
    ...added.map((alias) => ({ ...former.find(({ name }) => name === alias.name), ...alias })),
    ...former
      .filter(({ name }) => !said.has(name))
      .map((alias) => ({ ...alias, from: alias.from ?? undefined })),
  ];
  return save(writing, department, row, aliases, reason);
}

async function readDepartment(
  writing: Writing,
  check: InputCheck,
  input: Omit<AmendDepartmentInput, 'department'>,
  stored: Department | null,
) {
  const { gcOrgId, openGovSlug } = input;
  const name = check.requiredText(input.name, 'name', longestName, stored?.name);
  await noteSameNames(writing, 'department', name, stored?.key ?? null);
  await checkGcOrgId(writing, check, gcOrgId, stored);
  return {
    name,
    gcOrgId,
    abbreviation: check.text(input.abbreviation, 'abbreviation', 60),
    openGovSlug: openGovSlug == null ? openGovSlug : check.code(openGovSlug, 'openGovSlug'),
  };
}

async function checkGcOrgId(
  { database, outcome }: Writing,
  check: InputCheck,
  gcOrgId: number | null | undefined,
  stored: Department | null,
): Promise<void> {
  if (gcOrgId == null) return;
  check.number(gcOrgId, 'gcOrgId', 1_000, 9_999);
  const owner = await database.findOneBy(Department, { gcOrgId });
  if (owner === null || owner.key === stored?.key) return;
  outcome.note(
    error(
      {
        en: `This GC OrgID is that of the department "${owner.code}"; each department has its own.`,
        fr: `Cet identifiant GC OrgID est celui du ministère « ${owner.code} »; chaque ministère a le sien.`,
      },
      { code: 'DUPLICATE', column: 'gcOrgId', value: String(gcOrgId) },
    ),
  );
}

/** A name that comes into use later than it goes out of use was none that is replaced. */
function checkRename(
  check: InputCheck,
  renamedOn: string,
  former: readonly FormerName[],
  stored: readonly DepartmentAlias[],
): void {
  const starts = former.map(({ name, to }) => {
    const known = stored.find((alias) => alias.name === name)?.from;
    return known != null && known > to ? known : firstDay;
  });
  const latest = starts.sort().at(-1);
  if (latest === undefined || renamedOn > latest) return;
  check.invalid('renamedOn', renamedOn, {
    en: `The former name was not in use before ${latest}; accepted: a later day.`,
    fr: `L’ancien nom n’était pas utilisé avant le ${latest}; donnez un jour ultérieur.`,
  });
}

/** The first day that PostgreSQL's calendar and dates of the graph both have. */
const firstDay = '0001-01-01';

type AliasDates = Pick<DepartmentAliasInput, 'name' | 'from' | 'to'>;

function readAliases(
  check: InputCheck,
  given: readonly DepartmentAliasInput[] | null | undefined,
  column: string,
  known: readonly AliasDates[],
): readonly AliasDates[] {
  const aliases = (check.list(given, column) ?? []).map(({ name, ...dates }, at) => {
    const alias = { name: check.one(name, `${column}[${at}].name`, longestName), ...dates };
    const before = known.find((one) => one.name === alias.name);
    const { from, to } = { ...before, ...alias };
    check.order(from, to, `${column}[${at}].${alias.to == null ? 'from' : 'to'}`);
    return alias;
  });
  return check.once(
    aliases,
    ({ name }) => name,
    (at) => `${column}[${at}].name`,
  );
}

async function save(
  writing: Writing,
  stored: Department | null,
  row: Desired<Department>,
  aliases: readonly Desired<DepartmentAlias>[],
  reason: string | null,
): Promise<number> {
  const altered = new Alterations();
  const { keys, written } = await reconcile(writing, Department, {
    things: 'departments',
    existing: stored === null ? [] : [stored],
    desired: [row],
    identity: () => 'it',
    takesAway: true,
  });
  altered.take(written);
  const departmentKey = keys.get('it') ?? 0;
  const names = await reconcile(writing, DepartmentAlias, {
    things: 'aliases',
    existing: await writing.database.findBy(DepartmentAlias, { departmentKey }),
    desired: aliases.map((alias) => ({ ...alias, departmentKey })),
    identity: ({ name }) => String(name),
  });
  if (names.written.length > 0) altered.amend(departmentKey, ['aliases']);
  altered.record(writing, alteredKinds.department, () => ({ departmentKey, reason }));
  return departmentKey;
}
