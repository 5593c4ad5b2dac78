import { In } from 'typeorm';
import { byCode } from '../../graph/loading/rows.js';
import { ActivityCommitment } from '../../model/activity-commitment.js';
import { ActivityLeg } from '../../model/activity-leg.js';
import { ActivityOrganization } from '../../model/activity-organization.js';
import { Commitment } from '../../model/commitment.js';
import { EngagementActivity } from '../../model/engagement-activity.js';
import { Alterations } from '../alterations.js';
import { alteredKinds } from '../altered-kinds.js';
import { distinct } from '../distinct.js';
import type { ActivityFacts } from '../dossier.js';
import { lookUp } from '../look-up.js';
import { error, warning } from '../problem.js';
import { type Desired, reconcile } from '../reconcile.js';
import { resolveOrganization } from '../resolve-organization.js';
import type { Writing } from '../writing.js';
import { placesOfActivities, recordActivity } from './record-activity.js';

/**
 * Saves engagement activities with who took part, what they touch, and their legs. One that was withdrawn is left
 * alone.
 */
export async function saveActivities(writing: Writing, facts: readonly ActivityFacts[]): Promise<void> {
  const { database } = writing;
  const once = distinct(
    writing,
    'activity',
    facts.map((activity, at) => ({ ...activity, column: `activities[${at}]` })),
    ({ code }) => code,
    (at) => `activities[${at}].code`,
  );
  const existing = await database.findBy(EngagementActivity, { code: In(once.map(({ code }) => code)) });
  const standing = notWithdrawn(writing, once, existing);
  const { keys, written } = await reconcile(writing, EngagementActivity, {
    things: 'engagement activities',
    existing,
    desired: standing.map((activity) => ({
      code: activity.code,
      kind: activity.kind,
      title: activity.title,
      summary: activity.summary ?? undefined,
      start: activity.start ?? undefined,
      end: activity.end ?? undefined,
      datePrecision: activity.datePrecision ?? undefined,
      places: activity.places.length === 0 ? undefined : activity.places,
      formats: activity.formats.length === 0 ? undefined : activity.formats,
      heard: activity.heard ?? undefined,
      response: activity.response ?? undefined,
      url: activity.url ?? undefined,
    })),
    identity: (activity) => String(activity.code),
  });
  const altered = new Alterations();
  altered.take(written);
  const activityKey = In([...keys.values()]);
  const legs = await reconcile(writing, ActivityLeg, {
    things: 'legs',
    existing: await database.findBy(ActivityLeg, { activityKey }),
    desired: standing.flatMap((activity) =>
      legsOf(writing, activity).map(({ position, place, start, end, datePrecision, reportUrl }) => ({
        activityKey: keys.get(activity.code),
        position,
        place,
        start: start ?? undefined,
        end: end ?? undefined,
        datePrecision: datePrecision ?? undefined,
        reportUrl: reportUrl ?? undefined,
      })),
    ),
    identity: (leg) => `${leg.activityKey} ${leg.position}`,
  });
  for (const { now } of legs.written) altered.amend(now.activityKey, ['legs']);
  const parts = await reconcile(writing, ActivityOrganization, {
    things: 'parts in activities',
    existing: await database.findBy(ActivityOrganization, { activityKey }),
    desired: await organizationsOf(writing, standing, keys),
    identity: (row) => `${row.activityKey} ${row.departmentKey} ${row.partnerKey}`,
  });
  for (const { now } of parts.written) {
    altered.amend(now.activityKey, [now.departmentKey === null ? 'partners' : 'departments']);
  }
  for (const key of await linkCommitments(writing, standing, keys)) altered.amend(key, ['commitments']);
  await recordAltered(writing, altered);
}

async function recordAltered(writing: Writing, altered: Alterations): Promise<void> {
  const { all } = altered;
  if (all.length === 0) return;
  const places = await placesOfActivities(
    writing.database,
    all.map(({ key }) => key),
  );
  const placesOf = new Map(places.map((place) => [place.activityKey, place]));
  for (const { key, isNew, fields } of all) {
    const kind = isNew ? alteredKinds.activity.added : alteredKinds.activity.amended;
    const place = placesOf.get(key) ?? { activityKey: key, departmentKey: null, commitments: [] };
    recordActivity(writing, kind, place, { fields });
  }
}

function notWithdrawn(
  { outcome }: Writing,
  activities: readonly PlacedActivity[],
  existing: readonly EngagementActivity[],
): PlacedActivity[] {
  const withdrawn = new Set(existing.filter((one) => one.withdrawnAt !== null).map(({ code }) => code));
  return activities.filter(({ code, column }) => {
    if (!withdrawn.has(code)) return true;
    outcome.note(
      warning('This activity was withdrawn, and stays as it is.', { column: `${column}.code`, value: code }),
    );
    return false;
  });
}

type PlacedActivity = ActivityFacts & { readonly column: string };

function legsOf(writing: Writing, { legs, column }: PlacedActivity): ActivityFacts['legs'] {
  return distinct(
    writing,
    'leg',
    legs,
    ({ position }) => String(position),
    (at) => `${column}.legs[${at}].position`,
  );
}

async function organizationsOf(
  writing: Writing,
  activities: readonly PlacedActivity[],
  keys: ReadonlyMap<string, number>,
): Promise<Desired<ActivityOrganization>[]> {
  const rows: Desired<ActivityOrganization>[] = [];
  await lookUp(writing, { organizations: activities.flatMap(({ organizations }) => organizations) });
  for (const activity of activities) {
    for (const [place, name] of activity.organizations.entries()) {
      const organization = await resolveOrganization(writing, name);
      if (organization === null) {
        writing.outcome.note(
          error('No department or partner organization is known by this name; import it first.', {
            column: `${activity.column}.organizations[${place}]`,
            value: name,
          }),
        );
        continue;
      }
      rows.push({ activityKey: keys.get(activity.code), position: place + 1, ...organization });
    }
  }
  return rows;
}

/** @returns the numbers of the activities that touch more commitments now. */
async function linkCommitments(
  writing: Writing,
  activities: readonly PlacedActivity[],
  keys: ReadonlyMap<string, number>,
): Promise<number[]> {
  const { database, loading, outcome } = writing;
  const rows: { activityKey: number; commitmentKey: number }[] = [];
  await lookUp(writing, { commitments: activities.flatMap(({ commitments }) => commitments) });
  for (const activity of activities) {
    const commitments = await loading.many(byCode(Commitment), activity.commitments);
    for (const [place, commitment] of commitments.entries()) {
      if (commitment === null) {
        outcome.note(
          error('There is no such commitment; import it first.', {
            column: `${activity.column}.commitments[${place}]`,
            value: activity.commitments[place] ?? '',
          }),
        );
      } else {
        rows.push({ activityKey: keys.get(activity.code) ?? 0, commitmentKey: commitment.key });
      }
    }
  }
  if (rows.length === 0) return [];
  const { raw } = await database
    .createQueryBuilder()
    .insert()
    .into(ActivityCommitment)
    .values(rows)
    .orIgnore()
    .returning('activity_id')
    .execute();
  const created = raw as { readonly activity_id: number }[];
  outcome.count('links to commitments', {
    created: created.length,
    unchanged: rows.length - created.length,
  });
  return created.map(({ activity_id }) => activity_id);
}
