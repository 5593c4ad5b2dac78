import { z } from 'zod';
import { CompletionLevel } from '../model/completion-level.js';
import { OgpValue } from '../model/ogp-value.js';

/**
 * The one shape that every outside format is read into before it is saved: facts about open-government plans,
 * each naming the others by their codes. The hub's own data files have exactly this shape as JSON.
 */

/** A code of lower-case letters, digits and hyphens, such as `tbs` or `ca-2016-2018`. */
const code = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case letters, digits and single hyphens, such as "tbs"')
  .max(80);
const commitmentCode = z
  .string()
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*\/[1-9]\d{0,3}$/,
    'must be a plan code, "/" and a number, such as "ca-2016-2018/19"',
  )
  .max(90);
const deliverableCode = z
  .string()
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*\/[1-9]\d{0,3}(?:\.[1-9]\d{0,3}){1,4}$/,
    'must be a commitment code, "." and a position, such as "ca-2016-2018/19.2"',
  )
  .max(110);
const date = z.iso
  .date('must be a date that exists, written YYYY-MM-DD')
  // ISO 8601 has a year 0; PostgreSQL, like history, has not.
  .refine((day) => !day.startsWith('0000'), 'must be a date that exists, written YYYY-MM-DD');
/** PostgreSQL cannot store U+0000, and a lone surrogate is no character at all. */
const isStorable = (text: string) => !text.includes('\u0000') && text.isWellFormed();
const unstorable = 'must not hold null bytes or lone surrogates';
const url = z
  .url({ protocol: /^https?$/, message: 'must be an http or https address' })
  .max(2000)
  .refine(isStorable, unstorable);
const identifier = (longest: number) => z.string().min(1).max(longest).refine(isStorable, unstorable);
const wordsUpTo = (longest: number) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty; leave the language out instead')
    .max(longest)
    .refine(isStorable, unstorable);
const textUpTo = (longest: number) => {
  const language = wordsUpTo(longest).nullish();
  return z
    .strictObject({ en: language, fr: language })
    .refine((value) => value.en != null || value.fr != null, 'must have a text in "en" or in "fr"');
};
const words = wordsUpTo(20_000);
const text = textUpTo(20_000);
/** In characters. Commitments are sorted by title, and PostgreSQL sorts by 2,700 bytes at the most. */
const longestTitle = 500;
/** `organization` is whatever a department or a partner organization is known by; a code is safest. */
const organization = wordsUpTo(200);
const precision = z.enum(['DAY', 'MONTH', 'YEAR']);

/** Whether a span ends no earlier than it begins; one that is open at either end does. */
function isInOrder(start: string | null | undefined, end: string | null | undefined): boolean {
  return start == null || end == null || start <= end;
}
const backwards = { path: ['end'], message: 'must not be before "start"' };

/** All digits are a GC OrgID, wherever a department is named. */
const departmentCode = code.refine(
  (value) => !/^\d+$/.test(value),
  'must not be digits alone, as a GC OrgID is',
);

export const departmentFacts = z.strictObject({
  code: departmentCode,
  gcOrgId: z.int().min(1000).max(9999).nullish(),
  name: text,
  abbreviation: text.nullish(),
  openGovSlug: code.nullish(),
  aliases: z
    .array(
      z
        .strictObject({ name: organization, from: date.nullish(), to: date.nullish() })
        .refine(({ from, to }) => isInOrder(from, to), {
          path: ['to'],
          message: 'must not be before "from"',
        }),
    )
    .default([]),
});

export const partnerFacts = z.strictObject({
  code,
  name: text,
  kind: z.enum([
    'CIVIL_SOCIETY',
    'PRIVATE_SECTOR',
    'ACADEMIA',
    'INDIGENOUS',
    'PROVINCIAL_TERRITORIAL',
    'MUNICIPAL',
    'INTERNATIONAL',
    'OTHER',
  ]),
  aliases: z.array(words).default([]),
  identifiers: z.array(z.strictObject({ scheme: identifier(40), value: identifier(200) })).default([]),
  website: url.nullish(),
});

export const periodFacts = z
  .strictObject({
    key: code,
    label: text,
    start: date,
    end: date,
    due: date.nullish(),
    open: z.boolean().default(true),
  })
  .refine(({ start, end }) => isInOrder(start, end), backwards);

export const planFacts = z
  .strictObject({
    code,
    title: text,
    start: date,
    end: date,
    /** Which rules a report is checked by; see docs/import.md. */
    rules: z.enum(['2016', '2018', '2022', '2025']),
    reviewRequired: z.boolean().default(false),
    priorityAreas: z.array(text).default([]),
    periods: z.array(periodFacts).min(1, 'must name at least one reporting period'),
  })
  .refine(({ start, end }) => isInOrder(start, end), backwards);

const actorFacts = z.strictObject({
  organization,
  role: z.enum(['LEAD', 'SUPPORT', 'PARTNER']),
  /** Whose statement this is: the government's plan, or the Open Government Partnership's page on it. */
  statedBy: z.enum(['PLAN', 'OGP']).default('PLAN'),
});

const deliverableFields = {
  position: z.int().min(1).max(9999),
  kind: z.enum(['DELIVERABLE', 'MILESTONE', 'INDICATOR']),
  sourceCode: identifier(40).nullish(),
  text,
  /** The source has no wording; only used where nothing better is stored. */
  textIsPlaceholder: z.boolean().default(false),
  /** The last day by which it is due; `duePrecision` says how much of it was stated. */
  dueDate: date.nullish(),
  duePrecision: precision.nullish(),
  deadline: text.nullish(),
  actors: z.array(actorFacts).default([]),
};
/** Two floors at most: a milestone or deliverable, and the indicators below it. */
export const deliverableFacts = z.strictObject({
  ...deliverableFields,
  children: z.array(z.strictObject(deliverableFields)).default([]),
});

export const commitmentFacts = z.strictObject({
  plan: code,
  number: z.int().min(1).max(9999),
  sourceCode: identifier(40).nullish(),
  ogpCode: z
    .string()
    .regex(/^[A-Z]{2}\d{4}$/, 'must be two capitals and four digits, such as "CA0060"')
    .nullish(),
  title: textUpTo(longestTitle),
  problem: text.nullish(),
  description: text.nullish(),
  contribution: text.nullish(),
  expectedResult: text.nullish(),
  otherActors: text.nullish(),
  /** null: not known. Empty: known to name none. */
  ogpValues: z.array(z.enum(OgpValue)).nullish(),
  policyAreas: z.array(words).nullish(),
  pages: z.array(url).nullish(),
  actors: z.array(actorFacts).default([]),
  deliverables: z.array(deliverableFacts).default([]),
});

const evidenceFacts = z
  .strictObject({ url: url.nullish(), text: text.nullish() })
  .refine((value) => value.url != null || value.text != null, 'must have a "url" or a "text"');

export const reportFacts = z.strictObject({
  commitment: commitmentCode,
  /** The period's key within the plan, such as `mid-term` or `2023-06`. */
  period: code,
  department: organization,
  /** When the department published it; absent: not known. */
  publishedOn: date.nullish(),
  entries: z
    .array(
      z.strictObject({
        deliverable: deliverableCode,
        completion: z.enum(CompletionLevel).nullish(),
        results: text.nullish(),
        nextSteps: text.nullish(),
        challenges: text.nullish(),
        evidence: z.array(evidenceFacts).default([]),
      }),
    )
    .min(1, 'must have at least one entry'),
});

export const referenceFacts = z.strictObject({
  from: commitmentCode,
  to: commitmentCode,
  kind: z.enum(['RELATED', 'REPORTED_UNDER', 'DEPENDS_ON', 'CONTINUES', 'SUPERSEDES']).default('RELATED'),
  state: z.enum(['CONFIRMED', 'SUGGESTED']).default('CONFIRMED'),
  quote: text.nullish(),
  deliverable: deliverableCode.nullish(),
  period: code.nullish(),
});

const when = { start: date.nullish(), end: date.nullish(), datePrecision: precision.nullish() };

const legFacts = z
  .strictObject({ position: z.int().min(1).max(999), place: text, ...when, reportUrl: url.nullish() })
  .refine(({ start, end }) => isInOrder(start, end), backwards);

export const activityFacts = z
  .strictObject({
    code,
    kind: z.enum(['CONSULTATION', 'TOUR', 'PANEL', 'SURVEY', 'WORKSHOP', 'OTHER']),
    title: text,
    summary: text.nullish(),
    ...when,
    places: z.array(text).default([]),
    formats: z.array(z.enum(['IN_PERSON', 'ONLINE', 'WRITTEN', 'TELEPHONE'])).default([]),
    organizations: z.array(organization).default([]),
    commitments: z.array(commitmentCode).default([]),
    legs: z.array(legFacts).default([]),
    /** What participants said. */
    heard: text.nullish(),
    /** What the government answered. */
    response: text.nullish(),
    url: url.nullish(),
  })
  .refine(({ start, end }) => isInOrder(start, end), backwards);

export const assessmentFacts = z.strictObject({
  commitment: commitmentCode,
  deliverable: deliverableCode.nullish(),
  period: code.nullish(),
  author: z.enum(['GOVERNMENT', 'IRM']),
  scale: z.enum([
    'SCHEDULE',
    'IRM_COMPLETION',
    'IRM_EARLY_RESULTS',
    'IRM_AMBITION',
    'IRM_AMBITION_2020',
    'IRM_VERIFIABLE',
  ]),
  level: z.string().regex(/^[A-Z][A-Z_]*$/, 'must be capitals and underscores, such as "MARGINAL"'),
  on: date.nullish(),
  statement: text.nullish(),
});

export const dossier = z.strictObject({
  departments: z.array(departmentFacts).default([]),
  partners: z.array(partnerFacts).default([]),
  plans: z.array(planFacts).default([]),
  commitments: z.array(commitmentFacts).default([]),
  reports: z.array(reportFacts).default([]),
  references: z.array(referenceFacts).default([]),
  activities: z.array(activityFacts).default([]),
  assessments: z.array(assessmentFacts).default([]),
});

export type DepartmentFacts = z.output<typeof departmentFacts>;
export type PartnerFacts = z.output<typeof partnerFacts>;
export type PlanFacts = z.output<typeof planFacts>;
export type CommitmentFacts = z.output<typeof commitmentFacts>;
export type DeliverableFacts = z.output<typeof deliverableFacts>;
export type ActorFacts = z.output<typeof actorFacts>;
export type ReportFacts = z.output<typeof reportFacts>;
export type ReferenceFacts = z.output<typeof referenceFacts>;
export type ActivityFacts = z.output<typeof activityFacts>;
export type AssessmentFacts = z.output<typeof assessmentFacts>;
export type Dossier = z.output<typeof dossier>;
export type DossierInput = z.input<typeof dossier>;
