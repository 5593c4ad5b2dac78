import { z } from 'zod';
import {
  commitmentCode,
  indicatorCode,
  milestoneCode,
  reportingPeriod,
  type TrackerCode,
} from '../../tracker/tracker-codes.js';
import { notRead, ogpCode, organization, planCode } from '../outside-fields.js';
import { blankableText, text } from '../outside-text.js';
import { isPlanPeriod } from './plan-period.js';

const indicator = z.strictObject({
  code: codeLike(indicatorCode),
  title: text,
  dueDate: codeLike(reportingPeriod).nullish(),
  deadline: blankableText.nullish(),
  /** Slugs of departments. */
  leadDepts: z.array(organization).nullish(),
  /** The slug of a department. */
  support: organization.nullish(),
  s4d: notRead,
});

const milestone = z.strictObject({
  code: codeLike(milestoneCode),
  title: text,
  indicators: z.array(indicator),
});

const commitment = z.strictObject({
  code: codeLike(commitmentCode),
  title: text,
  ogpCode,
  /** Keys of the published departments file. */
  leadDepartments: z.array(organization).nullish(),
  milestones: z.array(milestone),
});

/** The structure of a tracker: what is reported on, without the reports. */
export const trackerPlanFile = z.strictObject({
  code: planCode,
  /** First and last year. */
  period: z
    .string()
    .refine(
      isPlanPeriod,
      'must be two years, the first 2018 or later, written YYYY-YYYY, such as "2022-2024"',
    ),
  title: text,
  reportingPeriods: z.array(codeLike(reportingPeriod)).min(1, 'must name at least one period'),
  commitments: z.array(commitment),
  status: notRead,
  primaryKey: notRead,
  note: notRead,
});

export type TrackerIndicator = z.output<typeof indicator>;
export type TrackerMilestone = z.output<typeof milestone>;
export type TrackerCommitment = z.output<typeof commitment>;
export type TrackerPlanFile = z.output<typeof trackerPlanFile>;

function codeLike({ pattern, accepted }: TrackerCode) {
  return z.string().regex(pattern, `must be ${accepted}`);
}
