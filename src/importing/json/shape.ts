import type { z } from 'zod';
import type { DossierInput } from '../../reporting/dossier.js';
import type { Finding } from './finding.js';
import type { Origins } from './origins.js';

/** A kind of JSON file that can be read. */
export interface Shape<Content> {
  /** What people call it. */
  readonly format: string;
  readonly schema: z.ZodType<Content>;
  /** Names that the schema does not know: refused, or told of and left out. */
  readonly unknownNames: 'refused' | 'left out';
  /** Rules beyond the schema. Any part of the value may be malformed; such a part breaks no other rule. */
  readonly check?: (value: unknown) => Iterable<Finding>;
  /** Notes where each thing of the dossier comes from, so that its line can be found. */
  readonly toDossier: (content: Content, origins: Origins) => DossierInput;
}
