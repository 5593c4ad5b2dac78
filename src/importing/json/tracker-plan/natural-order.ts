/**
 * Compares two codes of a tracker number by number, so that `C01.2` stands before `C01.10`; of `C05.2.01` and
 * `C05.2.1`, which differ only as text, the padded one stands first.
 */
export function byNaturalOrder(one: string, other: string): number {
  const ours = numbersOf(one);
  const theirs = numbersOf(other);
  for (const [place, number] of ours.entries()) {
    const difference = number - (theirs[place] ?? -1);
    if (difference !== 0) return difference;
  }
  return one < other ? -1 : Number(one > other);
}

/** The last number of a code: 1 of `C05.2.01`. */
export function lastNumberOf(code: string): number {
  return numbersOf(code).at(-1) ?? 0;
}

function numbersOf(code: string): readonly number[] {
  return (code.match(/\d+/g) ?? []).map(Number);
}
