import type { z } from 'zod';
import { acceptedNames } from './accepted-names.js';
import type { JsonFile } from './document/json-file.js';
import { type JsonPath, writePath } from './document/json-path.js';
import type { Finding } from './finding.js';
import type { Shape } from './shape.js';

/** What an issue of a shape's schema says about the file. */
export function* schemaFindings(
  issue: z.core.$ZodIssue,
  { schema, unknownNames }: Pick<Shape<unknown>, 'schema' | 'unknownNames'>,
  file: JsonFile,
): Generator<Finding> {
  const path = pathOfIssue(issue);
  if (isUnknownName(issue)) {
    const accepted = acceptedNames(schema, path).join(', ');
    const [severity, outcome] =
      unknownNames === 'refused' ? (['error', ''] as const) : (['warning', ', so it is not read'] as const);
    const message = `This name is not known here${outcome}; accepted: ${accepted}.`;
    yield* issue.keys.map((name) => ({ severity, message, path: [...path, name] }));
    return;
  }
  const subject = path.length === 0 ? 'The file' : `"${lastName(path)}"`;
  const message = file.has(path) ? issue.message : `is missing; it ${issue.message}`;
  yield { severity: 'error', message: `${subject} ${message}.`, path };
}

/** Whether an issue is about names in an object that its schema does not know. */
export function isUnknownName(issue: z.core.$ZodIssue): issue is z.core.$ZodIssueUnrecognizedKeys {
  return issue.code === 'unrecognized_keys';
}

/** Zod's paths might hold symbols; those of JSON do not. */
export function pathOfIssue({ path }: z.core.$ZodIssue): JsonPath {
  return path.filter((step) => typeof step !== 'symbol');
}

/** The last name on a path; an item of a list is called by the name of the list and its place in it. */
function lastName(path: JsonPath): string {
  const last = path.findLastIndex((step) => typeof step === 'string');
  return `${path[last] ?? ''}${writePath(path.slice(last + 1))}`;
}
