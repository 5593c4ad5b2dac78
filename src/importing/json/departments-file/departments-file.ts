import { z } from 'zod';
import { codeOfName } from '../code-of-name.js';
import { gcOrgId, notRead, openGovSlug, words } from '../outside-fields.js';
import { blankableText, text } from '../outside-text.js';

const department = z.strictObject({
  key: words.refine((key) => codeOfName(key) !== '', 'must have a letter or a digit, such as "TBS"'),
  gcOrgId,
  name: text,
  abbr: blankableText.nullish(),
  openGovSlug: z.preprocess((slug) => (slug === '' ? null : slug), openGovSlug).optional(),
  aliases: z.array(words).nullish(),
});

/** The published list of departments. */
export const departmentsFile = z.strictObject({
  note: notRead,
  departments: z.array(department),
});

export type PublishedDepartment = z.output<typeof department>;
export type DepartmentsFile = z.output<typeof departmentsFile>;
