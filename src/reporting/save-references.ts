import { In } from 'typeorm';
import { byCode } from '../graph/loading/rows.js';
import { AwaitedReference } from '../model/awaited-reference.js';
import { Commitment } from '../model/commitment.js';
import { CrossReference, ReferenceKind, ReferenceState } from '../model/cross-reference.js';
import { Deliverable } from '../model/deliverable.js';
import { ReportingPeriod } from '../model/reporting-period.js';
import type { ReferenceFacts } from './dossier.js';
import { lookUp, periodCode } from './look-up.js';
import { error, warning } from './problem.js';
import { type Desired, reconcile } from './reconcile.js';
import type { Writing } from './writing.js';

/** The kinds that may go from one plan to another. */
const betweenPlans: readonly string[] = [ReferenceKind.CONTINUES, ReferenceKind.SUPERSEDES];

/**
 * Saves references. One to a commitment that the hub does not know is kept until that commitment arrives. A
 * confirmed reference is never turned back into a suggestion.
 */
export async function saveReferences(writing: Writing, facts: readonly ReferenceFacts[]): Promise<void> {
  const { loading, outcome, database } = writing;
  const known: Desired<CrossReference>[] = [];
  const awaited: Desired<AwaitedReference>[] = [];
  await lookUp(writing, {
    commitments: facts.flatMap(({ from, to }) => [from, to]),
    deliverables: facts.map(({ deliverable }) => deliverable),
    periods: facts.map(({ from, period }) => periodCode(from, period)),
  });
  for (const [at, reference] of facts.entries()) {
    const column = `references[${at}]`;
    const { from, to, kind, state } = reference;
    if (!isAllowed(reference)) {
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
  await reconcile(
    writing,
    CrossReference,
    'references',
    stored,
    withoutRepeats(known, identity),
    identity,
    keptOfConfirmed(stored, identity),
  );
  const waiting = await database.findBy(AwaitedReference, {
    fromKey: In(awaited.map(({ fromKey }) => fromKey)),
  });
  await reconcile(
    writing,
    AwaitedReference,
    'awaited references',
    waiting,
    withoutRepeats(awaited, awaitedIdentity),
    awaitedIdentity,
    keptOfConfirmed(waiting, awaitedIdentity),
  );
}

function isAllowed({ from, to, kind }: ReferenceFacts): boolean {
  return from !== to && (from.split('/')[0] === to.split('/')[0] || betweenPlans.includes(kind));
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

/** What a suggestion must leave alone where the same reference is confirmed already: all but its ends. */
function keptOfConfirmed<Thing extends CrossReference | AwaitedReference>(
  stored: readonly Thing[],
  identityOf: (reference: Desired<Thing>) => string,
): (reference: Desired<Thing>) => readonly ('state' | 'quote' | 'deliverableKey' | 'periodKey')[] {
  const confirmed = new Set(
    stored
      .filter(({ state }) => state === ReferenceState.CONFIRMED)
      .map((reference) => identityOf(reference)),
  );
  return (reference) =>
    reference.state === ReferenceState.SUGGESTED && confirmed.has(identityOf(reference))
      ? ['state', 'quote', 'deliverableKey', 'periodKey']
      : [];
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
