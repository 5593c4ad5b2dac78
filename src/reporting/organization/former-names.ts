import type { Department } from '../../model/department.js';
import type { DepartmentAlias } from '../../model/department-alias.js';
import type { Text } from '../../model/text.js';

/** A name that a department has no longer. */
export interface FormerName {
  readonly name: string;
  /** First day it was in use; null: not known. */
  readonly from: string | null;
  /** Last day it was in use. */
  readonly to: string;
}

/** The names in either language that a new one takes the place of. */
export function namesReplaced(stored: Text, given: Text | undefined): string[] {
  const replaced = (['en', 'fr'] as const).flatMap((language) => {
    const former = stored[language];
    const name = given?.[language];
    return former == null || name === undefined || name === former ? [] : [former];
  });
  return [...new Set(replaced)];
}

/**
 * The former names of a department that is renamed. They were in use up to the day before, and from the day of the
 * rename before that: where two names at least ended on one day, both languages were renamed then.
 */
export function formerNames(
  { name }: Pick<Department, 'name'>,
  given: Text | undefined,
  renamedOn: string,
  aliases: readonly DepartmentAlias[],
): FormerName[] {
  const to = dayAfter(renamedOn, -1);
  const ends = aliases.flatMap((alias) => (alias.to !== null && alias.to < to ? alias.to : [])).sort();
  const last = ends.at(-1);
  const languages = name.en === null || name.fr === null ? 1 : 2;
  const isCertain = last !== undefined && ends.filter((end) => end === last).length >= languages;
  return namesReplaced(name, given).map((former) => ({
    name: former,
    from: isCertain ? dayAfter(last, 1) : null,
    to,
  }));
}

/** The day so many days after another one. */
function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
