const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

const year = '([12][0-9]{3})';
const monthFirst = new RegExp(`^([a-z]+)\\.? ?([0-9]{1,2})(?:st|nd|rd|th)?,? ${year}$`, 'i');
const dayFirst = new RegExp(`^([0-9]{1,2})(?:st|nd|rd|th)? ([a-z]+)\\.?,? ${year}$`, 'i');
const iso = new RegExp(`^${year}-([0-9]{2})-([0-9]{2})$`);

/** The day that "July 1, 2016", "1 Jul. 2016" or "2016-07-01" names, as YYYY-MM-DD; null if there is no such day. */
export function readDate(text: string): string | null {
  const american = monthFirst.exec(text);
  if (american !== null) return toIso(american[3], monthOf(american[1]), american[2]);
  const european = dayFirst.exec(text);
  if (european !== null) return toIso(european[3], monthOf(european[2]), european[1]);
  const digits = iso.exec(text);
  return digits === null ? null : toIso(digits[1], Number(digits[2]), digits[3]);
}

/** From 1; 0 where there is no such month. */
function monthOf(name = ''): number {
  const sought = name.toLowerCase();
  return 1 + months.findIndex((month) => month === sought || isShort(month, sought));
}

function isShort(month: string, sought: string): boolean {
  return sought === month.slice(0, 3) || (sought === 'sept' && month === 'september');
}

function toIso(inYear = '', month = 0, day = ''): string | null {
  const date = `${inYear}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  // JavaScript reads June 31 as July 1.
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) ? date : null;
}
