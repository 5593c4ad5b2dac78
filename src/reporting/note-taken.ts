import type { FindOptionsWhere } from 'typeorm';
import type { CodedNode } from '../model/node.js';
import { error } from './problem.js';
import type { Writing } from './writing.js';

/** Notes that a code is another thing's already; codes are for good. */
export async function noteTaken<Thing extends CodedNode>(
  { database, outcome }: Writing,
  entity: new () => Thing,
  code: string,
  column: string,
): Promise<void> {
  if (!(await database.existsBy(entity, { code } as FindOptionsWhere<Thing>))) return;
  outcome.note(
    error(
      {
        en: 'This code is taken; codes are for good, also that of something withdrawn.',
        fr: 'Ce code est déjà pris; un code l’est pour toujours, même celui d’un élément retiré.',
      },
      { code: 'DUPLICATE', column, value: code },
    ),
  );
}
