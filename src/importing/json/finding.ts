import type { JsonPath } from './document/json-path.js';

/** A problem found at a path of a file, before it is known on which line that is. */
export interface Finding {
  readonly severity: 'error' | 'warning';
  /** The whole sentence. */
  readonly message: string;
  readonly path: JsonPath;
}
