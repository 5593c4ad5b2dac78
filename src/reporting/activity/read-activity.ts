import { ActivityLeg } from '../../model/activity-leg.js';
import { Commitment } from '../../model/commitment.js';
import type { EngagementActivity } from '../../model/engagement-activity.js';
import { findNamed } from '../find-named.js';
import { findOrganization } from '../find-organization.js';
import type { Desired } from '../reconcile.js';
import { type InputCheck, longestName, longestTitle } from '../request/check-input.js';
import type { OrganizationKeys } from '../resolve-organization.js';
import type { Writing } from '../writing.js';
import type { ActivityLegInput, AmendActivityInput } from './activity-input.js';

/** Organizations, commitments or legs of an activity at the most. */
const mostParts = 200;

/** What an activity consists of beside its own row; undefined: stays as it is. */
export interface ActivityParts {
  readonly organizations: readonly OrganizationKeys[] | undefined;
  readonly commitmentKeys: readonly number[] | undefined;
  readonly legs: readonly Desired<ActivityLeg>[] | undefined;
}

/** What an input says of an activity, but for its parts. @param stored what it is so far; null: it is new. */
export function readActivity(
  check: InputCheck,
  input: Omit<AmendActivityInput, 'activity'>,
  stored: EngagementActivity | null,
): Desired<EngagementActivity> {
  const { start, end, datePrecision } = input;
  check.order(
    start === undefined ? stored?.start : start,
    end === undefined ? stored?.end : end,
    end == null ? 'start' : 'end',
  );
  const formats = check.list(input.formats, 'formats');
  return {
    kind: check.kept(input.kind, 'kind'),
    title: check.requiredText(input.title, 'title', longestTitle, stored?.title),
    summary: check.text(input.summary, 'summary'),
    start,
    end,
    datePrecision,
    places: check.texts(input.places, 'places', longestName),
    formats: formats && [...new Set(formats)],
    heard: check.text(input.heard, 'heard'),
    response: check.text(input.response, 'response'),
    url: check.address(input.url, 'url'),
  };
}

/** What an input says of the legs of an activity. */
export function readLegs(
  check: InputCheck,
  given: readonly ActivityLegInput[] | null | undefined,
): readonly Desired<ActivityLeg>[] | undefined {
  const legs = check.list(given, 'legs', mostParts)?.map((leg, at) => {
    const column = `legs[${at}]`;
    const { start = null, end = null, datePrecision = null } = leg;
    check.order(start, end, `${column}.end`);
    return {
      position: check.number(leg.position, `${column}.position`, 1, 999) ?? at + 1,
      // A leg is said as a whole: what is left out of it is not known.
      place: { en: null, fr: null, ...check.requiredText(leg.place, `${column}.place`, longestName) },
      start,
      end,
      datePrecision,
      reportUrl: check.address(leg.reportUrl, `${column}.reportUrl`) ?? null,
    };
  });
  return (
    legs &&
    check.once(
      legs,
      ({ position }) => String(position),
      (at) => `legs[${at}].position`,
    )
  );
}

/** Finds the organizations that an input names as those of an activity. */
export async function findOrganizations(
  writing: Writing,
  check: InputCheck,
  given: readonly string[] | null | undefined,
): Promise<readonly OrganizationKeys[] | undefined> {
  const names = check.list(given, 'organizations', mostParts);
  if (names === undefined) return undefined;
  const found = await Promise.all(
    names.map((name, at) => findOrganization(writing, name, `organizations[${at}]`)),
  );
  return check
    .once(
      found.map((keys, at) => ({ keys, name: keys === null ? `unknown ${at}` : JSON.stringify(keys) })),
      ({ name }) => name,
      (at) => `organizations[${at}]`,
    )
    .flatMap(({ keys }) => keys ?? []);
}

/** Finds the commitments that an input says an activity touches. */
export async function findCommitments(
  writing: Writing,
  check: InputCheck,
  given: readonly string[] | null | undefined,
): Promise<readonly number[] | undefined> {
  const codes = check.list(given, 'commitments', mostParts);
  if (codes === undefined) return undefined;
  const found = await Promise.all(
    codes.map((code, at) => findNamed(writing, Commitment, code, `commitments[${at}]`)),
  );
  return [...new Set(found.flatMap((commitment) => commitment?.key ?? []))];
}
