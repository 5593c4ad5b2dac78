/** A month of a year, as trackers write it: YYYY-MM. */
export type Month = string;

/** The first day, written YYYY-MM-DD. */
export function firstDayOf(month: Month): string {
  return `${month}-01`;
}

/** The last day, written YYYY-MM-DD. */
export function lastDayOf(month: Month): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  // Date.UTC counts months from 0, so this is the day before the next month's first.
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return `${month}-${String(last).padStart(2, '0')}`;
}

/**
 * The month so many months later; earlier where the number is negative. Before the year 0 there is none: what
 * comes then is not a month.
 */
export function monthAfter(month: Month, months: number): Month {
  const count = monthsSinceYearZero(month) + months;
  const year = String(Math.floor(count / 12)).padStart(4, '0');
  return `${year}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** How many months later the second month is. */
export function monthsBetween(first: Month, second: Month): number {
  return monthsSinceYearZero(second) - monthsSinceYearZero(first);
}

/** The month in words, such as "March 2019" or "mars 2019". */
export function nameOfMonth(month: Month, locale: 'en-CA' | 'fr-CA'): string {
  const inWords = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return inWords.format(new Date(firstDayOf(month)));
}

function monthsSinceYearZero(month: Month): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return year * 12 + number - 1;
}
