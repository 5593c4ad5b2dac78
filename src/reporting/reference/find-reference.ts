import type { Loading } from '../../graph/loading/loading.js';
import { byCode } from '../../graph/loading/rows.js';
import { withoutType } from '../../graph/lookup.js';
import { Commitment } from '../../model/commitment.js';
import { CrossReference, ReferenceKind } from '../../model/cross-reference.js';
import { findNumbered, isNamedOnce } from '../find-named.js';
import { noteUnknown } from '../note-unknown.js';
import type { Writing } from '../writing.js';
import type { NamedReference } from './reference-input.js';

/** Finds a reference by its id, or by its ends and its kind; null where there is none. */
export async function findReference(loading: Loading, named: NamedReference): Promise<CrossReference | null> {
  if (named.reference != null) return findNumbered(loading, CrossReference, named.reference);
  const { from, to, kind } = named;
  if (from == null || to == null) return null;
  const [origin, target] = await loading.many(
    byCode(Commitment),
    [from, to].map((code) => withoutType('Commitment', code)),
  );
  if (!origin || !target) return null;
  return loading.database.findOneBy(CrossReference, {
    fromKey: origin.key,
    toKey: target.key,
    kind: kind ?? ReferenceKind.RELATED,
  });
}

/** Finds a reference, or notes that there is none of that name, or that it is not named as it should be. */
export async function insistOnReference(
  writing: Writing,
  named: NamedReference,
): Promise<CrossReference | null> {
  const { reference: id, from, to, kind } = named;
  if (!isNamedOnce(writing, { column: 'reference', id, needed: { from, to }, optional: { kind } }))
    return null;
  const found = await findReference(writing.loading, named);
  if (found === null)
    noteUnknown(writing.outcome, CrossReference, id == null ? 'to' : 'reference', id ?? to ?? '');
  return found;
}
