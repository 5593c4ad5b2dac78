import { z } from 'zod';
import { CompletionLevel } from '../../../model/completion-level.js';
import {
  assessedLevel,
  commitmentNumber,
  date,
  notRead,
  ogpCode,
  ogpValues,
  organization,
  periodKey,
  planCode,
  url,
  words,
} from '../outside-fields.js';
import { text } from '../outside-text.js';

const reportingPeriod = z.strictObject({ key: periodKey, label: text, start: date, end: date });

const plan = z.strictObject({
  code: planCode,
  title: text,
  start: date,
  end: date,
  priorityAreas: z.array(words).nullish(),
  reportingPeriods: z.array(reportingPeriod).min(1, 'must name at least one period'),
  licence: notRead,
});

const crossReference = z.strictObject({
  from: commitmentNumber,
  fromPeriod: periodKey.nullish(),
  /** A deliverable, and what of it: such as "19.2 result 1". */
  fromItem: words.nullish(),
  to: commitmentNumber,
  quote: words.nullish(),
});

// In all of these, null means not known and never none.
const organizations = z.array(organization).nullish();
const commitment = z.strictObject({
  number: commitmentNumber,
  ogpCode,
  title: text,
  /** Keys of the published departments file. */
  leadDepartments: organizations,
  /** Names of leads that are no departments. */
  leadOrganizations: organizations,
  claims: z
    .strictObject({
      /** The same as the leads above. */
      leadsPerPlanPage: notRead,
      leadsPerOgp: organizations,
      supportPerOgp: organizations,
    })
    .nullish(),
  otherActors: words.nullish(),
  ogpValues,
  midTermSchedule: assessedLevel.nullish(),
  endOfTermSummary: words.nullish(),
  /** By commitment number, "." and position, such as "2.1". */
  endOfTermDeliverables: z.record(z.string(), z.enum(CompletionLevel).nullable()).nullish(),
  irm: z
    .strictObject({
      earlyResults: assessedLevel.nullish(),
      ambition: assessedLevel.nullish(),
      verifiable: z.boolean().nullish(),
    })
    .nullish(),
  policyAreas: z.array(words).nullish(),
  pages: z.strictObject({ midTerm: url, ogp: url }).nullish(),
});

/** The facts gathered on a plan of the years before trackers. */
export const planFile = z.strictObject({
  plan,
  commitments: z.array(commitment),
  crossReferences: z.array(crossReference).nullish(),
  note: notRead,
});

export type PlanFilePlan = z.output<typeof plan>;
export type PlanFileCommitment = z.output<typeof commitment>;
export type PlanFileReference = z.output<typeof crossReference>;
export type PlanFile = z.output<typeof planFile>;
