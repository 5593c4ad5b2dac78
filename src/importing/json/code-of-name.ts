/** The longest code a dossier takes. */
const longestCode = 80;

/**
 * A code made from a name: lower-case letters and digits without accents, hyphens for everything else. Empty
 * where the name has no letter from A to Z and no digit.
 *
 * @example codeOfName('Données ouvertes (DO)') // 'donnees-ouvertes-do'
 */
export function codeOfName(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '')
    .join('-')
    .slice(0, longestCode)
    .replace(/-$/, '');
}
