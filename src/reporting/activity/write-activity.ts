import { ChangeKind } from '../../model/change-kind.js';
import { EngagementActivity } from '../../model/engagement-activity.js';
import { findToAmend } from '../find-named.js';
import { noteTaken } from '../note-taken.js';
import { error } from '../problem.js';
import { reconcile } from '../reconcile.js';
import { InputCheck } from '../request/check-input.js';
import type { Writing } from '../writing.js';
import type { AmendActivityInput, RecordActivityInput, WithdrawActivityInput } from './activity-input.js';
import { findCommitments, findOrganizations, readActivity, readLegs } from './read-activity.js';
import { type ActivityPlaces, placesOfActivities, recordActivity as record } from './record-activity.js';
import { replaceParts } from './replace-parts.js';

/** Records an engagement activity. @returns its number. */
export async function recordActivity(writing: Writing, input: RecordActivityInput): Promise<number> {
  const check = new InputCheck();
  const code = check.code(input.code, 'code');
  const row = readActivity(check, input, null);
  const parts = await readParts(writing, check, input);
  await noteTaken(writing, EngagementActivity, code, 'code');
  writing.outcome.noteAll(check.problems);
  if (writing.outcome.refused) return 0;
  const { keys } = await reconcile(writing, EngagementActivity, {
    things: 'engagement activities',
    existing: [],
    desired: [{ ...row, code }],
    identity: () => code,
  });
  const key = keys.get(code) ?? 0;
  await replaceParts(writing, key, parts);
  record(writing, ChangeKind.ACTIVITY_RECORDED, await placesOf(writing, key));
  return key;
}

/** Amends an engagement activity. @returns its number. */
export async function amendActivity(writing: Writing, input: AmendActivityInput): Promise<number> {
  const { outcome } = writing;
  const check = new InputCheck();
  const activity = await findStanding(writing, input.activity);
  const row = readActivity(check, input, activity);
  const parts = await readParts(writing, check, input);
  const reason = check.reason(input.reason);
  outcome.noteAll(check.problems);
  if (activity === null || outcome.refused) return 0;
  const { key } = activity;
  const before = await placesOf(writing, key);
  const { written } = await reconcile(writing, EngagementActivity, {
    things: 'engagement activities',
    existing: [activity],
    desired: [row],
    identity: () => 'it',
    takesAway: true,
  });
  const fields = [
    ...new Set([...written.flatMap((one) => one.fields), ...(await replaceParts(writing, key, parts))]),
  ];
  if (fields.length > 0) {
    const now = await placesOf(writing, key);
    const places = { ...now, commitments: inEither(before, now) };
    record(writing, ChangeKind.ACTIVITY_AMENDED, places, { fields, reason });
  }
  return key;
}

/** Takes an engagement activity back; it stays to be read. @returns its number. */
export async function withdrawActivity(writing: Writing, input: WithdrawActivityInput): Promise<number> {
  const { database, outcome } = writing;
  const check = new InputCheck();
  const reason = check.reason(input.reason);
  outcome.noteAll(check.problems);
  const activity = await findStanding(writing, input.activity);
  if (activity === null || outcome.refused) return 0;
  await database.update(EngagementActivity, activity.key, {
    withdrawnAt: () => 'clock_timestamp()',
    withdrawalReason: reason,
  });
  record(writing, ChangeKind.ACTIVITY_WITHDRAWN, await placesOf(writing, activity.key), { reason });
  return activity.key;
}

async function readParts(
  writing: Writing,
  check: InputCheck,
  { organizations, commitments, legs }: Omit<AmendActivityInput, 'activity'>,
) {
  return {
    organizations: await findOrganizations(writing, check, organizations),
    commitmentKeys: await findCommitments(writing, check, commitments),
    legs: readLegs(check, legs),
  };
}

async function findStanding(writing: Writing, given: string): Promise<EngagementActivity | null> {
  const activity = await findToAmend(writing, EngagementActivity, given, 'activity');
  if (activity === null || activity.withdrawnAt === null) return activity;
  writing.outcome.note(
    error(
      {
        en: 'This activity was withdrawn, and stays as it is.',
        fr: 'Cette activité a été retirée et reste telle quelle.',
      },
      { code: 'WRONG_STATE', column: 'activity', value: given },
    ),
  );
  return null;
}

async function placesOf({ database }: Writing, key: number): Promise<ActivityPlaces> {
  const [places] = await placesOfActivities(database, [key]);
  return places ?? { activityKey: key, departmentKey: null, commitments: [] };
}

/** What an activity touched before or touches now: whoever watches a commitment sees that it is no longer touched. */
function inEither(before: ActivityPlaces, now: ActivityPlaces): ActivityPlaces['commitments'] {
  const all = [...now.commitments, ...before.commitments];
  return [...new Map(all.map((one) => [one.commitmentKey, one])).values()];
}
