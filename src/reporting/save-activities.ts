import { In } from 'typeorm';
import { byCode } from '../graph/loading/rows.js';
import { ActivityCommitment } from '../model/activity-commitment.js';
import { ActivityLeg } from '../model/activity-leg.js';
import { ActivityOrganization } from '../model/activity-organization.js';
import { Commitment } from '../model/commitment.js';
import { EngagementActivity } from '../model/engagement-activity.js';
import { distinct } from './distinct.js';
import type { ActivityFacts } from './dossier.js';
import { lookUp } from './look-up.js';
import { error } from './problem.js';
import { type Desired, reconcile } from './reconcile.js';
import { resolveOrganization } from './resolve-organization.js';
import type { Writing } from './writing.js';

/** Saves engagement activities with who took part, what they touch, and their legs. */
export async function saveActivities(writing: Writing, facts: readonly ActivityFacts[]): Promise<void> {
  const { database } = writing;
  const once = distinct(
    writing,
    'activity',
    facts.map((activity, at) => ({ ...activity, column: `activities[${at}]` })),
    ({ code }) => code,
    (at) => `activities[${at}].code`,
  );
  const keys = await reconcile(
    writing,
    EngagementActivity,
    'engagement activities',
    await database.findBy(EngagementActivity, { code: In(once.map(({ code }) => code)) }),
    once.map((activity) => ({
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
    (activity) => String(activity.code),
  );
  const activityKey = In([...keys.values()]);
  await reconcile(
    writing,
    ActivityLeg,
    'legs',
    await database.findBy(ActivityLeg, { activityKey }),
    once.flatMap((activity) =>
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
    (leg) => `${leg.activityKey} ${leg.position}`,
  );
  const identity = (row: Desired<ActivityOrganization>) =>
    `${row.activityKey} ${row.departmentKey} ${row.partnerKey}`;
  await reconcile(
    writing,
    ActivityOrganization,
    'parts in activities',
    await database.findBy(ActivityOrganization, { activityKey }),
    await organizationsOf(writing, once, keys),
    identity,
  );
  await linkCommitments(writing, once, keys);
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

async function linkCommitments(
  writing: Writing,
  activities: readonly PlacedActivity[],
  keys: ReadonlyMap<string, number>,
): Promise<void> {
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
  if (rows.length === 0) return;
  const { raw } = await database
    .createQueryBuilder()
    .insert()
    .into(ActivityCommitment)
    .values(rows)
    .orIgnore()
    .returning('commitment_id')
    .execute();
  const created = (raw as unknown[]).length;
  outcome.count('links to commitments', { created, unchanged: rows.length - created });
}
