import type { PeriodInput } from '../dossier-input.js';
import { firstDayOf, lastDayOf, monthAfter, monthsBetween, nameOfMonth } from '../month.js';
import type { Origins } from '../origins.js';
import { placed } from '../placed.js';

/** The length of a period, in months, where there is no other one to tell it. */
const usualLength = 3;

/** Reporting periods from the months in which they end. Each begins the day after the one before it ends. */
export function readPeriods(months: readonly string[], origins: Origins): PeriodInput[] {
  const ends = placed(months, ['reportingPeriods']).toSorted((one, other) =>
    one.thing < other.thing ? -1 : 1,
  );
  const [first, second] = ends;
  const length = first && second ? monthsBetween(first.thing, second.thing) : usualLength;
  return ends.map(({ thing: month, path }, place) => {
    const before = ends[place - 1];
    return origins.note(
      {
        key: month,
        label: { en: nameOfMonth(month, 'en-CA'), fr: nameOfMonth(month, 'fr-CA') },
        start: firstDayOf(before ? monthAfter(before.thing, 1) : monthAfter(month, 1 - length)),
        end: lastDayOf(month),
        open: true,
      },
      path,
    );
  });
}
