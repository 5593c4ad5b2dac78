import { type EntityManager, In } from 'typeorm';
import { Department } from '../model/department.js';

/** Every department, as a token says it. */
export const anyDepartment = '*';

/** The departments that a token names. */
export interface NamedDepartments {
  /** By code. */
  readonly departments: readonly Department[];
  readonly unknown: readonly string[];
}

/**
 * Finds departments by exactly what tokens name them by: their code, or, where it is all digits, their GC OrgID.
 * Names and aliases change hands, so they are no ground to let anybody in.
 */
export async function findDepartments(
  database: EntityManager,
  claims: readonly string[],
): Promise<NamedDepartments> {
  const ids = claims.filter(isGcOrgId);
  const codes = claims.filter(isCode);
  const where = [
    ...(codes.length > 0 ? [{ code: In(codes) }] : []),
    ...(ids.length > 0 ? [{ gcOrgId: In(ids.map(Number)) }] : []),
  ];
  const departments =
    where.length === 0 ? [] : await database.find(Department, { where, order: { code: 'ASC' } });
  const known = new Set(
    departments.flatMap(({ code, gcOrgId }) => [code, ...(gcOrgId === null ? [] : [String(gcOrgId)])]),
  );
  return { departments, unknown: claims.filter((claim) => !known.has(claim)) };
}

/** What is neither cannot be in the database, and PostgreSQL need not be able to hold it. */
function isCode(claim: string): boolean {
  return /^(?!\d+$)[a-z0-9]+(-[a-z0-9]+)*$/.test(claim);
}

function isGcOrgId(claim: string): boolean {
  return /^[1-9]\d{3}$/.test(claim);
}

/** Whether a text has the form of what a token may name a department by. */
export function isDepartmentClaim(text: string): boolean {
  return isCode(text) || isGcOrgId(text);
}
