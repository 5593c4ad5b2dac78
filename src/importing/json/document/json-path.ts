/** The way from the root of a JSON document to a value: names in objects, places (from 0) in lists. */
export type JsonPath = readonly (string | number)[];

/** Of a longer name only so many characters are written. */
const longestName = 80;

/**
 * A path as people write it.
 *
 * @example writePath(['commitments', 3, 'levels', '2.1']) // 'commitments[3].levels["2.1"]'
 */
export function writePath(path: JsonPath): string {
  return path
    .map((step, at) => (typeof step === 'number' ? `[${step}]` : writeName(step, at === 0)))
    .join('');
}

function writeName(name: string, isFirst: boolean): string {
  if (!/^[\p{L}\p{N}_$-]{1,80}$/u.test(name)) {
    return `[${JSON.stringify(name.slice(0, longestName).toWellFormed())}]`;
  }
  return isFirst ? name : `.${name}`;
}

const step = /(?:^|\.)([^.[\]"]+)|\[(\d{1,15})\]|\[("(?:[^"\\]|\\.)*")\]/y;

/** The path that `writePath` wrote; null for any other text. */
export function readPath(written: string): JsonPath | null {
  const path: (string | number)[] = [];
  let at = 0;
  while (at < written.length) {
    step.lastIndex = at;
    const [whole, name, place, quoted] = step.exec(written) ?? [];
    if (whole === undefined) return null;
    if (quoted !== undefined) {
      const unquoted = unquote(quoted);
      if (unquoted === null) return null;
      path.push(unquoted);
    } else {
      path.push(name ?? Number(place));
    }
    at += whole.length;
  }
  return path;
}

function unquote(quoted: string): string | null {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return null;
  }
}
