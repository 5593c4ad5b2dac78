import { In } from 'typeorm';
import { byCode } from '../../graph/loading/rows.js';
import { AwaitedReference } from '../../model/awaited-reference.js';
import { Commitment } from '../../model/commitment.js';
import { CrossReference, ReferenceState } from '../../model/cross-reference.js';
import { Deliverable } from '../../model/deliverable.js';
import { ReportingPeriod } from '../../model/reporting-period.js';
import type { ReferenceFacts } from '../dossier.js';
import { lookUp, periodCode } from '../look-up.js';
import { error, warning } from '../problem.js';
import { type Desired, reconcile } from '../reconcile.js';
import type { Writing } from '../writing.js';
import { betweenPlans, isAllowedBetween } from './allowed-kinds.js';
import { recordReference } from './record-reference.js';

/**
 * Saves references. One to a commitment that the hub does not know is kept until that commitment arrives. What people
 * decided stands: a reference that is confirmed, dismissed or unlinked is never turned back into a suggestion, and one
 * that is unlinked is not linked again.
 */
export async function saveReferences(writing: Writing, facts: readonly ReferenceFacts[]): Promise<void> {
  const { loading, outcome, database } = writing;
  const known: Desired<CrossReference>[] = [];
  const awaited: Desired<AwaitedReference>[] = [];
  const plans = new Map<number, number>();
  await lookUp(writing, {
    commitments: facts.flatMap(({ from, to }) => [from, to]),
    deliverables: facts.map(({ deliverable }) => deliverable),
    periods: facts.map(({ from, period }) => periodCode(from, period)),
  });
  for (const [at, reference] of facts.entries()) {
    const column = `references[${at}]`;
    const { from, to, kind, state } = reference;
    if (from === to || !isAllowedBetween(from, to, kind)) {
      outcome.note(
        error(
          from === to
            ? 'A commitment does not refer to itself.'
            : `Between plans only ${betweenPlans.join(' and ')} are accepted, not ${kind}.`,
          { column: `${column}.to`, value: to },
        ),
      );
      continue;
    }
    const [origin, target] = await loading.many(byCode(Commitment), [from, to]);
    if (!origin) {
      outcome.note(
        error('There is no such commitment; import it first.', { column: `${column}.from`, value: from }),
      );
      continue;
    }
    plans.set(origin.key, origin.planKey);
    const said = {
      fromKey: origin.key,
      kind,
      state,
      quote: reference.quote ?? undefined,
      ...(await placeOf(writing, reference, origin, column)),
    };
    if (target) {
      known.push({ ...said, toKey: target.key });
    } else {
      awaited.push({ ...said, toCode: to });
      outcome.note(
        warning('The hub does not know this commitment yet; the reference is linked when it arrives.', {
          column: `${column}.to`,
          value: to,
        }),
      );
    }
  }
  const stored = await database.findBy(CrossReference, { fromKey: In(known.map(({ fromKey }) => fromKey)) });
  const { written } = await reconcile(writing, CrossReference, {
    things: 'references',
    existing: stored,
    desired: withoutRepeats(known, identity),
    identity,
    onlyNew: keptOfDecided(stored, identity),
  });
  for (const { now, fields } of written) {
    recordReference(writing, now, { planKey: plans.get(now.fromKey) ?? null, fields });
  }
  const waiting = await database.findBy(AwaitedReference, {
    fromKey: In(awaited.map(({ fromKey }) => fromKey)),
  });
  await reconcile(writing, AwaitedReference, {
    things: 'awaited references',
    existing: waiting,
    desired: withoutRepeats(awaited, awaitedIdentity),
    identity: awaitedIdentity,
    onlyNew: keptOfDecided(waiting, awaitedIdentity),
  });
}

function identity({ fromKey, toKey, kind }: Desired<CrossReference>): string {
  return `${fromKey} ${toKey} ${kind}`;
}

function awaitedIdentity({ fromKey, toCode, kind }: Desired<AwaitedReference>): string {
  return `${fromKey} ${toCode} ${kind}`;
}

/** A text may mention the same commitment twice; the first mention counts, and a confirmed one before a suggested. */
function withoutRepeats<Thing extends { readonly state?: unknown }>(
  references: readonly Thing[],
  identityOf: (reference: Thing) => string,
): Thing[] {
  const kept = new Map<string, Thing>();
  for (const reference of references) {
    const other = kept.get(identityOf(reference));
    const better = other?.state === ReferenceState.SUGGESTED && reference.state === ReferenceState.CONFIRMED;
    if (other === undefined || better) kept.set(identityOf(reference), reference);
  }
  return [...kept.values()];
}

/** What must be left alone of a reference on which people, or the text itself, have decided: all but its ends. */
function keptOfDecided<Thing extends CrossReference | AwaitedReference>(
  stored: readonly Thing[],
  identityOf: (reference: Desired<Thing>) => string,
): (reference: Desired<Thing>) => readonly ('state' | 'quote' | 'deliverableKey' | 'periodKey')[] {
  const states = new Map(stored.map((reference) => [identityOf(reference), reference.state]));
  return (reference) => {
    const state = states.get(identityOf(reference)) ?? ReferenceState.SUGGESTED;
    const isDecided =
      state === ReferenceState.UNLINKED ||
      (state !== ReferenceState.SUGGESTED && reference.state === ReferenceState.SUGGESTED);
    return isDecided ? ['state', 'quote', 'deliverableKey', 'periodKey'] : [];
  };
}

async function placeOf(
  { loading, outcome }: Writing,
  { deliverable: code, period }: ReferenceFacts,
  origin: Commitment,
  column: string,
) {
  const deliverable = code == null ? null : await loading.one(byCode(Deliverable), code);
  const plan = origin.code.split('/')[0] ?? '';
  const whenCode = periodCode(origin.code, period);
  const when = whenCode === null ? null : await loading.one(byCode(ReportingPeriod), whenCode);
  if (code != null && deliverable?.commitmentKey !== origin.key) {
    outcome.note(
      error(`This is no deliverable of ${origin.code}.`, { column: `${column}.deliverable`, value: code }),
    );
  }
  if (period != null && when === null) {
    outcome.note(
      error(`The plan ${plan} has no such reporting period.`, { column: `${column}.period`, value: period }),
    );
  }
  return { deliverableKey: deliverable?.key ?? undefined, periodKey: when?.key ?? undefined };
}
