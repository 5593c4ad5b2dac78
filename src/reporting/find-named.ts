import type { Loading } from '../graph/loading/loading.js';
import { byCode, byKey } from '../graph/loading/rows.js';
import { withoutType } from '../graph/lookup.js';
import { departmentByStableCode } from '../graph/organization/find-department.js';
import { Department } from '../model/department.js';
import type { CodedNode, NumberedNode } from '../model/node.js';
import { noteUnknown } from './note-unknown.js';
import { error } from './problem.js';
import type { Writing } from './writing.js';

/** Finds what an input names by its code or id; a department by its GC OrgID too. Notes where there is no such thing. */
export async function findNamed<Thing extends CodedNode>(
  { loading, outcome }: Writing,
  entity: new () => Thing,
  given: string,
  column: string,
): Promise<Thing | null> {
  const code = withoutType(entity.name, given);
  const found =
    (entity as unknown) === Department
      ? ((await loading.one(departmentByStableCode, code)) as Thing | null)
      : await loading.one(byCode(entity), code);
  if (found === null) noteUnknown(outcome, entity, column, given);
  return found;
}

/** Finds what an input amends, and keeps everybody else from amending it until the transaction ends. */
export async function findToAmend<Thing extends CodedNode>(
  writing: Writing,
  entity: new () => Thing,
  given: string,
  column: string,
): Promise<Thing | null> {
  const found = await findNamed(writing, entity, given, column);
  return found && lockRow(writing, entity, found.key);
}

/** Reads a row anew, and keeps everybody else from amending it until the transaction ends. */
export async function lockRow<Thing extends NumberedNode>(
  { database }: Writing,
  entity: new () => Thing,
  key: number,
): Promise<Thing> {
  return database
    .createQueryBuilder(entity, 'thing')
    .where('thing.key = :key', { key })
    .setLock('for_no_key_update')
    .getOneOrFail();
}

/** Finds what an input names by an id that ends in a number, such as `CrossReference:12`; null where there is none. */
export async function findNumbered<Thing extends NumberedNode>(
  loading: Loading,
  entity: new () => Thing,
  id: string,
): Promise<Thing | null> {
  const number = withoutType(entity.name, id);
  return number !== id && /^[1-9]\d{0,8}$/.test(number) ? loading.one(byKey(entity), Number(number)) : null;
}

/** The two ways to name a thing that has no code. */
export interface TwoWays {
  /** The field that takes its id, and the id. */
  readonly column: string;
  readonly id: string | null | undefined;
  /** What else identifies it: the fields that are needed, and those that may be left out. */
  readonly needed: Readonly<Record<string, unknown>>;
  readonly optional: Readonly<Record<string, unknown>>;
}

/** Whether a thing is named in one of the two ways; notes it where it is named in none, in half of one, or in both. */
export function isNamedOnce({ outcome }: Writing, { column, id, needed, optional }: TwoWays): boolean {
  const parts = { ...needed, ...optional };
  const isNamed =
    id == null
      ? Object.values(needed).every((part) => part != null)
      : Object.values(parts).every((part) => part == null);
  if (isNamed) return true;
  const names = Object.keys(parts).join(', ');
  outcome.note(
    error(
      {
        en: `Name it by its id in "${column}", or else by ${names}, of which ${Object.keys(needed).join(', ')} are needed.`,
        fr: `Désignez-le par son identifiant dans « ${column} », ou sinon par ${names}, dont il faut ${Object.keys(needed).join(', ')}.`,
      },
      { code: id == null ? 'REQUIRED' : 'INVALID', column },
    ),
  );
  return false;
}
