import { In } from 'typeorm';
import { CommitmentActor } from '../../model/commitment-actor.js';
import type { ActorFacts } from '../dossier.js';
import { lookUp } from '../look-up.js';
import { error, warning } from '../problem.js';
import { type Desired, reconcile } from '../reconcile.js';
import { resolveOrganization } from '../resolve-organization.js';
import type { Writing } from '../writing.js';
import { recordActor } from './record-actor.js';
import type { SavedCommitment } from './save-deliverables.js';

/** Saves who has which part in commitments and in their deliverables. */
export async function saveActors(
  writing: Writing,
  commitments: readonly SavedCommitment[],
  deliverableKeys: ReadonlyMap<string, number>,
): Promise<void> {
  const desired: Desired<CommitmentActor>[] = [];
  const columns = new Map<Desired<CommitmentActor>, string>();
  await lookUp(writing, { organizations: commitments.flatMap(namesIn) });
  const add = async (actors: readonly ActorFacts[], column: string, of: Desired<CommitmentActor>) => {
    const places = new Map<string, number>();
    for (const [at, { organization, role, statedBy }] of actors.entries()) {
      // Whoever is not known still takes up a place, so that the others keep theirs once that one is.
      const position = (places.get(`${role} ${statedBy}`) ?? 0) + 1;
      places.set(`${role} ${statedBy}`, position);
      const keys = await resolveOrganization(writing, organization);
      if (keys === null) {
        // What others state may name organizations that the hub does not know; the plan's own word may not.
        const note = statedBy === 'PLAN' ? error : warning;
        writing.outcome.note(
          note('No department or partner organization is known by this name; import it first.', {
            column: `${column}[${at}].organization`,
            value: organization,
          }),
        );
        continue;
      }
      const actor = { ...of, ...keys, role, statedBy, position };
      desired.push(actor);
      columns.set(actor, `${column}[${at}].organization`);
    }
  };
  for (const { facts, code, key, column } of commitments) {
    await add(facts.actors, `${column}.actors`, { commitmentKey: key, deliverableKey: null });
    for (const [place, upper] of facts.deliverables.entries()) {
      const upperColumn = `${column}.deliverables[${place}]`;
      const upperCode = `${code}.${upper.position}`;
      await add(upper.actors, `${upperColumn}.actors`, {
        commitmentKey: key,
        deliverableKey: deliverableKeys.get(upperCode),
      });
      for (const [spot, lower] of upper.children.entries()) {
        await add(lower.actors, `${upperColumn}.children[${spot}].actors`, {
          commitmentKey: key,
          deliverableKey: deliverableKeys.get(`${upperCode}.${lower.position}`),
        });
      }
    }
  }
  const stored = await writing.database.findBy(CommitmentActor, {
    commitmentKey: In(commitments.map(({ key }) => key)),
  });
  const ended = new Set(stored.filter(({ endedOn }) => endedOn !== null).map(identity));
  const current = desired.filter((actor) => {
    if (!ended.has(identity(actor))) return true;
    // What a steward ended is not undone by importing the plan again.
    writing.outcome.note(
      warning('This part has ended, and is not taken up again.', { column: columns.get(actor) ?? '' }),
    );
    return false;
  });
  const { written } = await reconcile(writing, CommitmentActor, {
    things: 'actors',
    existing: stored,
    desired: current,
    identity,
  });
  const plans = new Map(commitments.map(({ key, planKey }) => [key, planKey]));
  for (const { now, former, fields } of written) {
    const change = { planKey: plans.get(now.commitmentKey) ?? null, fields };
    recordActor(writing, now, { ...change, fromRole: former?.role ?? null, toRole: now.role });
  }
}

function namesIn({ facts }: SavedCommitment): string[] {
  const parts = facts.deliverables.flatMap((upper) => [upper, ...upper.children]);
  return [facts, ...parts].flatMap(({ actors }) => actors.map(({ organization }) => organization));
}

function identity(actor: Desired<CommitmentActor>): string {
  const { commitmentKey, deliverableKey, departmentKey, partnerKey, role, statedBy } = actor;
  return [commitmentKey, deliverableKey, departmentKey, partnerKey, role, statedBy].join(' ');
}
