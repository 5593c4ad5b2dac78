import type { z } from 'zod';
import { type Dossier, dossier as dossierSchema } from '../../reporting/dossier.js';
import { error, type Problem, warning } from '../../reporting/problem.js';
import type { JsonFile } from './document/json-file.js';
import { type JsonPath, writePath } from './document/json-path.js';
import { valueAt } from './document/value-at.js';
import { expectation } from './expectation.js';
import type { Finding } from './finding.js';
import { Origins } from './origins.js';
import { isUnknownName, pathOfIssue, schemaFindings } from './schema-findings.js';
import type { Shape } from './shape.js';

/** What reading a file of a known shape came to. */
export interface ShapeReading {
  /** null exactly when one of the problems is an error. */
  readonly dossier: Dossier | null;
  readonly problems: readonly Problem[];
  /** The line for a path in the dossier; null where there is no dossier. */
  readonly lineOf: (path: JsonPath) => number | null;
  /** The path in the file for a path in the dossier, or that of the nearest thing around it. */
  readonly nameOf: (path: JsonPath) => JsonPath;
}

/** Reads a file as a shape has it; all problems are told together. */
export function readShape<Content>(shape: Shape<Content>, file: JsonFile): ShapeReading {
  const { parsed, issues } = parseContent(shape.schema, file);
  const findings = [
    ...issues.flatMap((issue) => [...schemaFindings(issue, shape, file)]),
    ...(shape.check?.(file.toValue()) ?? []),
  ];
  if (!parsed.success || findings.some(({ severity }) => severity === 'error')) {
    return {
      dossier: null,
      problems: problemsOf(findings, file),
      lineOf: () => null,
      nameOf: (path) => path,
    };
  }
  const origins = new Origins();
  const made = shape.toDossier(parsed.data, origins);
  const dossier = dossierSchema.safeParse(made, { error: expectation });
  for (const issue of dossier.error?.issues ?? []) {
    const path = pathOfIssue(issue);
    const message = `What is read from this as ${writePath(path)} ${issue.message}.`;
    findings.push({ severity: 'error', message, path: file.nearest(origins.pathOf(made, path)) });
  }
  return {
    dossier: dossier.data ?? null,
    problems: problemsOf(findings, file),
    lineOf: (path) => (dossier.success ? file.lineOf(origins.pathOf(made, path)) : null),
    nameOf: (path) => file.nearest(origins.pathOf(made, path)),
  };
}

/** Where there are unknown names, the rest is looked at without them: they hide other issues. */
function parseContent<Content>(schema: z.ZodType<Content>, file: JsonFile) {
  const value = file.toValue();
  const parsed = schema.safeParse(value, { error: expectation });
  const unknown = (parsed.error?.issues ?? []).filter(isUnknownName);
  if (unknown.length === 0) return { parsed, issues: parsed.error?.issues ?? [] };

  for (const issue of unknown) {
    const object = valueAt(value, pathOfIssue(issue));
    for (const name of issue.keys) Reflect.deleteProperty(Object(object), name);
  }
  const known = schema.safeParse(value, { error: expectation });
  return { parsed: known, issues: [...unknown, ...(known.error?.issues ?? [])] };
}

function problemsOf(findings: readonly Finding[], file: JsonFile): readonly Problem[] {
  return findings.map(({ severity, message, path }) =>
    (severity === 'error' ? error : warning)(message, file.placeOf(path)),
  );
}
