/** Crockford's base32 digits as ROR uses them: lower case, without i, l, o and u. */
const digits = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * Whether this is an identifier of the Research Organization Registry: `0`, six base32 digits, and two digits that
 * make the ISO 7064 mod 97-10 check of the first seven.
 */
export function isRorId(value: string): boolean {
  if (!/^0[0-9a-hjkmnp-tv-z]{6}\d{2}$/.test(value)) return false;
  const number = [...value.slice(0, 7)].reduce((sum, digit) => sum * 32 + digits.indexOf(digit), 0);
  // At most 32^6 * 100, far below what a double holds exactly.
  const check = 98 - ((number * 100) % 97);
  return check === Number(value.slice(7));
}
