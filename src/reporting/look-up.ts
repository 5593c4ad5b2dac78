import { byCode } from '../graph/loading/rows.js';
import { departmentByAnyName } from '../graph/organization/find-department.js';
import { Commitment } from '../model/commitment.js';
import { Deliverable } from '../model/deliverable.js';
import { ReportingPeriod } from '../model/reporting-period.js';
import { resolveOrganization } from './resolve-organization.js';
import type { Writing } from './writing.js';

/** What facts name: organizations and departments by anything, all else by code. Null is nothing. */
export interface NamedThings {
  readonly commitments?: readonly string[];
  readonly deliverables?: readonly (string | null | undefined)[];
  readonly periods?: readonly (string | null)[];
  readonly departments?: readonly string[];
  readonly organizations?: readonly string[];
}

/**
 * Looks up all that facts name at once. The writing remembers it, so that whoever asks for each of them later
 * needs no statement of its own, and the number of statements does not grow with that of the facts.
 */
export async function lookUp(writing: Writing, named: NamedThings): Promise<void> {
  const { loading } = writing;
  const { commitments = [], deliverables = [], periods = [], departments = [], organizations = [] } = named;
  await Promise.all([
    loading.many(byCode(Commitment), commitments),
    loading.many(byCode(Deliverable), deliverables.filter(isGiven)),
    loading.many(byCode(ReportingPeriod), periods.filter(isGiven)),
    loading.many(departmentByAnyName, departments),
    ...organizations.map((name) => resolveOrganization(writing, name)),
  ]);
}

/** The code of a reporting period of a commitment's plan; null where no period is named. */
export function periodCode(commitment: string, period: string): string;
export function periodCode(commitment: string, period: string | null | undefined): string | null;
export function periodCode(commitment: string, period: string | null | undefined): string | null {
  return period == null ? null : `${commitment.split('/')[0]}/${period}`;
}

function isGiven<Value>(value: Value | null | undefined): value is Value {
  return value != null;
}
