import type { JWTPayload } from 'jose';
import { z } from 'zod';
import { type Role, roleNamed } from './role.js';

/** Characters of a subject at the most. */
export const longestSubject = 200;

/** What a token that was found to be good says of its caller. */
export interface Claims {
  readonly subject: string;
  readonly name: string | null;
  readonly roles: readonly Role[];
  /** As the token has them: codes, GC OrgIDs or `*`, each once. */
  readonly departments: readonly string[];
  readonly expiresAt: Date;
}

/** Whether a text can name a caller: it is kept with what they do, and shown to people. */
export function isSubject(text: string): boolean {
  return text !== '' && text.length <= longestSubject && isPlain(text);
}

/** Latest end of a token, in seconds: JavaScript and RFC 3339 both end with the year 9999. */
const latestEnd = 253_402_300_799;

const shape = z.object({
  sub: z
    .string('must be a text')
    .refine(isSubject, `must be a text of 1 to ${longestSubject} characters without control characters`),
  exp: z
    .number('must be a number')
    .min(0, 'must not be negative')
    .max(latestEnd, 'must be before the year 10000'),
  // An issuer may use it for other things.
  name: z.string().refine(isPlain).catch(''),
  roles: z.array(z.unknown(), 'must be a list of texts').default([]),
  departments: z.array(z.union([z.string(), z.number()]), 'must be a list of codes or numbers').default([]),
});

/**
 * Reads what the hub looks at in a token; other claims are no business of its.
 * @returns what is wrong instead, when a claim is missing or has another form.
 */
export function readClaims(payload: JWTPayload): Claims | string {
  const { success, data, error } = shape.safeParse(payload);
  if (!success) {
    const [issue] = error.issues;
    return `its claim "${String(issue?.path[0])}" ${issue?.message}`;
  }
  return {
    subject: data.sub,
    name: [...data.name.trim()].slice(0, 200).join('') || null,
    roles: data.roles.flatMap((name) => (typeof name === 'string' ? (roleNamed(name) ?? []) : [])),
    departments: [...new Set(data.departments.map(String))],
    expiresAt: new Date(data.exp * 1_000),
  };
}

function isPlain(text: string): boolean {
  return text.isWellFormed() && !/\p{Cc}/u.test(text);
}
