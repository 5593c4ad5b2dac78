import { byCode } from '../../graph/loading/rows.js';
import { withoutType } from '../../graph/lookup.js';
import { Commitment } from '../../model/commitment.js';
import { CrossReference, ReferenceKind, ReferenceState } from '../../model/cross-reference.js';
import { findNamed, lockRow } from '../find-named.js';
import { findPart } from '../find-part.js';
import { error, type ProblemDetails, type Wording } from '../problem.js';
import { reconcile } from '../reconcile.js';
import { InputCheck } from '../request/check-input.js';
import type { Writing } from '../writing.js';
import { betweenPlans, isAllowedBetween } from './allowed-kinds.js';
import { recordReference } from './record-reference.js';
import type { LinkCommitmentsInput } from './reference-input.js';

/** Characters of a quote at the most; what the hub quotes itself is far shorter. */
const longestQuote = 2_000;

/**
 * Links one commitment to another. A reference that was suggested, dismissed or unlinked holds from then on.
 * @param departmentKey the department that it is done for; null: for none.
 * @returns the number of the reference.
 */
export async function linkCommitments(
  writing: Writing,
  input: LinkCommitmentsInput,
  departmentKey: number | null,
): Promise<number> {
  const { database, outcome } = writing;
  const check = new InputCheck();
  const kind = input.kind ?? ReferenceKind.RELATED;
  const quote = check.text(input.quote, 'quote', longestQuote);
  const reason = check.reason(input.reason);
  outcome.noteAll(check.problems);
  const from = await findNamed(writing, Commitment, input.from, 'from');
  const to = await findNamed(writing, Commitment, input.to, 'to');
  const { deliverableKey, periodKey } = await findPart(writing, from, input);
  if (from === null || to === null) return 0;
  for (const [wording, details] of faults(from, to, kind)) outcome.note(error(wording, details));
  const known = await database.findOneBy(CrossReference, { fromKey: from.key, toKey: to.key, kind });
  const stored = known && (await lockRow(writing, CrossReference, known.key));
  if (stored?.state === ReferenceState.CONFIRMED) {
    outcome.note(
      error(
        {
          en: `This reference is there already, as ${stored.id}.`,
          fr: `Cette référence existe déjà, sous ${stored.id}.`,
        },
        { code: 'DUPLICATE', column: 'to', value: input.to },
      ),
    );
  }
  if (outcome.refused) return 0;
  const { keys, written } = await reconcile(writing, CrossReference, {
    things: 'references',
    existing: stored === null ? [] : [stored],
    desired: [
      {
        fromKey: from.key,
        toKey: to.key,
        kind,
        state: ReferenceState.CONFIRMED,
        quote,
        deliverableKey,
        periodKey,
      },
    ],
    identity: () => 'it',
    takesAway: true,
  });
  for (const { now, fields } of written) {
    recordReference(writing, now, { planKey: from.planKey, departmentKey, reason, fields });
  }
  return keys.get('it') ?? 0;
}

function* faults(
  from: Commitment,
  to: Commitment,
  kind: ReferenceKind,
): Generator<[Wording, ProblemDetails]> {
  if (from.key === to.key) {
    yield [
      {
        en: 'A commitment does not refer to itself.',
        fr: 'Un engagement ne renvoie pas à lui-même.',
      },
      { code: 'INVALID', column: 'to', value: to.code },
    ];
  }
  if (!isAllowedBetween(from.code, to.code, kind)) {
    yield [
      {
        en: `Between plans only ${betweenPlans.join(' and ')} are accepted.`,
        fr: `D’un plan à l’autre, seuls ${betweenPlans.join(' et ')} sont acceptés.`,
      },
      { code: 'INVALID', column: 'kind', value: kind },
    ];
  }
}

/** The commitment that an input names as the one that refers, for those who ask before anything is written. */
export async function originOf(
  { loading }: Pick<Writing, 'loading'>,
  from: string,
): Promise<Commitment | null> {
  return loading.one(byCode(Commitment), withoutType('Commitment', from));
}
