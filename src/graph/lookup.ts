import { quoted, RequestError } from '../errors.js';

/** Takes what a person may pass where a code is asked for: `Department:tbs` as well as `tbs`. */
export function withoutType(type: string, code: string): string {
  return code.startsWith(`${type}:`) ? code.slice(type.length + 1) : code;
}

/**
 * Insists that what an argument names exists, so that a misspelt code is not taken for an empty answer.
 * @throws RequestError BAD_USER_INPUT
 */
export function known<Thing>(thing: Thing | null, what: string, code: string, accepted: string): Thing {
  if (thing === null) {
    throw new RequestError('BAD_USER_INPUT', `There is no ${what} ${quoted(code)}; accepted: ${accepted}.`);
  }
  return thing;
}
