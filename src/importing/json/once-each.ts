import { type JsonPath, writePath } from './document/json-path.js';
import type { Finding } from './finding.js';
import type { Placed } from './placed.js';

/** Tells of codes that were met before. A blank one is none. */
export function* onceEach(codes: Iterable<Placed<string>>): Generator<Finding> {
  const firsts = new Map<string, JsonPath>();
  for (const { thing: code, path } of codes) {
    const first = firsts.get(code);
    if (first !== undefined) {
      const message = `"${code}" is given already, by ${writePath(first)}; expected each one once.`;
      yield { severity: 'error', message, path };
    } else if (code !== '') {
      firsts.set(code, path);
    }
  }
}
