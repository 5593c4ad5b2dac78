const day = /^(\d{4})([-/])(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])/;

// A time to the minute or finer, then perhaps a zone: ISO 8601, and what PostgreSQL and spreadsheets write.
const time = /^(?:T| +)(?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:[.,]\d{1,9})?)?/i;
const zone = /^ ?(?:Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)$/i;

/** How the dates are told to people. */
export const acceptedDate =
  'a day that exists, with or without a time, such as "2023-06-30" or "2023-06-30T14:05:00Z"';

/**
 * The day of a date or of a date with a time, as it was written: no time zone is applied. null where there is
 * no such day or the form is another.
 *
 * @example dateOf('2023-06-30 14:05:33.120') // '2023-06-30'
 */
export function dateOf(written: string): string | null {
  const [date = '', year = '', , month = '', dayOfMonth = ''] = day.exec(written) ?? [];
  const exists = Number(year) > 0 && Number(dayOfMonth) <= daysIn(Number(year), Number(month));
  return exists && isTime(written.slice(date.length)) ? `${year}-${month}-${dayOfMonth}` : null;
}

function isTime(rest: string): boolean {
  const [clock] = time.exec(rest) ?? [];
  return rest === '' || (clock !== undefined && (rest === clock || zone.test(rest.slice(clock.length))));
}

function daysIn(year: number, month: number): number {
  if (month === 2) {
    return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  }
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
