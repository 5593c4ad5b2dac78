import { z } from 'zod';
import type { JsonPath } from './document/json-path.js';

/** The names that a schema accepts in the object at a path; none where it has no object there. */
export function acceptedNames(schema: z.core.$ZodType, path: JsonPath): readonly string[] {
  const bare = unwrapped(schema);
  const [step, ...rest] = path;
  if (step === undefined) return bare instanceof z.ZodObject ? Object.keys(bare.shape) : [];
  const below = schemaBelow(bare, step);
  return below === undefined ? [] : acceptedNames(below, rest);
}

function schemaBelow(schema: z.core.$ZodType, step: string | number): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodArray) return schema.element;
  if (schema instanceof z.ZodRecord) return schema.valueType;
  return schema instanceof z.ZodObject && Object.hasOwn(schema.shape, step) ? schema.shape[step] : undefined;
}

/** The schema of what is there if something is there. */
function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  const isWrapped =
    schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault;
  return isWrapped ? unwrapped(schema.unwrap()) : schema;
}
