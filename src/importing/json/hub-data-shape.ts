import { type Dossier, dossier } from '../../reporting/dossier.js';
import type { Shape } from './shape.js';

/** The hub's own files, which have the shape of a dossier already. */
export const hubDataShape: Shape<Dossier> = {
  format: 'hub data',
  schema: dossier,
  unknownNames: 'refused',
  toDossier: (content) => content,
};
