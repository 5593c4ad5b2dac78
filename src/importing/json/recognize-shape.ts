import { dossier } from '../../reporting/dossier.js';
import { departmentsShape } from './departments-file/departments-shape.js';
import type { JsonFile } from './document/json-file.js';
import { valueAt } from './document/value-at.js';
import { hubDataShape } from './hub-data-shape.js';
import { planShape } from './plan-file/plan-shape.js';
import { readShape, type ShapeReading } from './read-shape.js';
import type { Shape } from './shape.js';
import { trackerPlanShape } from './tracker-plan/tracker-plan-shape.js';

/** How to read a file that was recognized. */
export interface RecognizedShape {
  /** What people call the shape. */
  readonly format: string;
  readonly read: (file: JsonFile) => ShapeReading;
}

const sections = Object.keys(dossier.shape).join(', ');

/** How the shapes are told to people. */
export const acceptedShapes =
  `hub data (an object with any of ${sections}), the published departments (each with a key), ` +
  'a plan (plan, commitments) or the structure of a tracker (code, period, reportingPeriods, commitments)';

/** Tells the shape of a file by the names in it; null where they are those of none. */
export function recognizeShape(file: JsonFile): RecognizedShape | null {
  const value = file.toValue();
  const has = (...names: readonly string[]) => names.some((name) => file.has([name]));
  const holds = (section: string, name: string) => {
    const list = valueAt(value, [section]);
    return Array.isArray(list) && list.some((item) => valueAt(item, [name]) !== undefined);
  };
  // From what only one shape has to what several have.
  if (has('plans', 'partners', 'reports', 'references', 'activities', 'assessments')) {
    return recognized(hubDataShape);
  }
  if (has('plan', 'crossReferences')) return recognized(planShape);
  if (has('period', 'reportingPeriods', 'primaryKey')) return recognized(trackerPlanShape);
  if (has('departments')) {
    const isPublished = holds('departments', 'key') || (has('note') && !holds('departments', 'code'));
    return isPublished ? recognized(departmentsShape) : recognized(hubDataShape);
  }
  if (has('commitments')) {
    const isTracker = holds('commitments', 'milestones');
    return isTracker ? recognized(trackerPlanShape) : recognized(hubDataShape);
  }
  return null;
}

function recognized<Content>(shape: Shape<Content>): RecognizedShape {
  return { format: shape.format, read: (file) => readShape(shape, file) };
}
