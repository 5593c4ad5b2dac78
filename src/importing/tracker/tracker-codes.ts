/** One kind of code in a tracker, and how to tell people what it looks like. */
export interface TrackerCode {
  readonly name: string;
  readonly pattern: RegExp;
  readonly accepted: string;
}

export const reportingPeriod: TrackerCode = {
  name: 'reporting period',
  pattern: /^\d{4}-(?:0[1-9]|1[0-2])$/,
  accepted: 'a year and a month that exists, written YYYY-MM, such as "2023-06"',
};

export const commitmentCode: TrackerCode = {
  name: 'commitment code',
  pattern: /^C\d{2}$/,
  accepted: '"C" and two digits, such as "C05"',
};

export const milestoneCode: TrackerCode = {
  name: 'milestone code',
  pattern: /^C\d{2}\.\d{1,2}$/,
  accepted: 'a commitment code, "." and one or two digits, such as "C05.2"',
};

export const indicatorCode: TrackerCode = {
  name: 'indicator code',
  pattern: /^C\d{2}\.\d{1,2}\.\d{1,2}$/,
  accepted: 'a milestone code, "." and one or two digits, such as "C05.2.01"',
};

export const organizationSlug: TrackerCode = {
  name: 'organization slug',
  pattern: /^(?=.{1,80}$)[a-z0-9]+(?:-[a-z0-9]+)*$/,
  accepted: 'at most 80 lower-case letters, digits and single hyphens, such as "tbs-sct"',
};

/**
 * The code of the milestone an indicator belongs to, or of the commitment a milestone belongs to. Codes are
 * compared whole and literally: `C01.10.1` belongs to `C01.10` and not to `C01.1`, and `C05.2.01` belongs to
 * `C05.2` and not to `C05.02`.
 */
export function parentOf(code: string): string {
  return code.slice(0, code.lastIndexOf('.'));
}
