/** Seconds of each unit. */
const units: ReadonlyMap<string | undefined, number> = new Map([
  ['s', 1],
  ['m', 60],
  ['h', 3_600],
  ['d', 86_400],
]);

/** Seconds that a token may be good for at the most: 30 days. It cannot be taken back before. */
export const longestLife = 30 * 86_400;

/** What {@link lifeInSeconds} accepts, as messages say it. */
export const acceptedLives = 'a number of minutes, hours or days such as 30m, 8h or 7d, at most 30d';

/**
 * How long a token is good, from how people write it: `30m`, `8h`, `7d`.
 * @throws RangeError that says what is accepted.
 */
export function lifeInSeconds(text: string): number {
  const [, count, unit] = /^([1-9]\d{0,7})([smhd])$/.exec(text) ?? [];
  const seconds = Number(count) * (units.get(unit) ?? Number.NaN);
  if (!(seconds <= longestLife)) throw new RangeError(`accepted: ${acceptedLives}`);
  return seconds;
}
