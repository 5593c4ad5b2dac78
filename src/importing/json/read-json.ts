import type { Dossier } from '../../reporting/dossier.js';
import { error, type Problem } from '../../reporting/problem.js';
import { readPath, writePath } from './document/json-path.js';
import { parseJson } from './document/parse-json.js';
import { acceptedShapes, recognizeShape } from './recognize-shape.js';

/** What reading a JSON file came to. */
export interface JsonReading {
  /**
   * What people call it: `plan (tracker structure)`, `plan`, `departments`, `hub data`, or `unknown` where
   * the file could not be read far enough to tell.
   */
  readonly format: string;
  /** null exactly when one of the problems is an error. */
  readonly dossier: Dossier | null;
  /** In the order of their lines. */
  readonly problems: readonly Problem[];
  /**
   * The line, counted from 1, of what stands at a path in the dossier, such as
   * `commitments[3].deliverables[0].actors[1].organization`; where the file has no counterpart of it, the
   * line of the nearest thing around it. null where there is no dossier, or the text is no path.
   */
  readonly lineOf: (path: string) => number | null;
  /** The path in the file for a path in the dossier, or that of the nearest thing around it. */
  readonly nameOf: (path: string) => string;
}

/** Where there is no dossier, nothing of it has a place. */
const nowhere = { lineOf: () => null, nameOf: (path: string) => path };

/**
 * Reads a JSON file of any known shape into a dossier. Never throws; all problems are told together, each
 * with its line and its path in the file. Takes time in proportion to the text.
 */
export function readJson(text: string): JsonReading {
  const { file, problems } = parseJson(text);
  if (file === null) return { format: 'unknown', dossier: null, problems, ...nowhere };

  const shape = recognizeShape(file);
  if (shape === null) {
    const unknown = error(`This is JSON of no known shape; expected ${acceptedShapes}.`, { line: 1 });
    return { format: 'unknown', dossier: null, problems: byLine([unknown, ...problems]), ...nowhere };
  }
  const reading = shape.read(file);
  const all = byLine([...problems, ...reading.problems]);
  if (all.some(({ severity }) => severity === 'error')) {
    return { format: shape.format, dossier: null, problems: all, ...nowhere };
  }
  const lineOf = (path: string) => {
    const steps = readPath(path);
    return steps === null ? null : reading.lineOf(steps);
  };
  const nameOf = (path: string) => {
    const steps = readPath(path);
    return steps === null ? path : writePath(reading.nameOf(steps));
  };
  return { format: shape.format, dossier: reading.dossier, problems: all, lineOf, nameOf };
}

function byLine(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0));
}
