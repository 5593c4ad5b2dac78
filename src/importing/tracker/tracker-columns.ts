/** The columns without which a file is no tracker. */
export const requiredColumns = [
  'reporting_period',
  'commitments',
  'milestones',
  'indicators',
  'status',
  'progress_en',
  'progress_fr',
  'evidence_en',
  'evidence_fr',
  'challenges_en',
  'challenges_fr',
  'owner_org',
] as const;

const optionalColumns = ['record_created', 'record_modified'] as const;

/** `user_modified` names a person, and `owner_org_title` repeats `owner_org`: known, never read. */
const ignoredColumns = ['user_modified', 'owner_org_title'] as const;

/** A column whose cells are read. */
export type ReadColumn = (typeof requiredColumns)[number] | (typeof optionalColumns)[number];
/** A column that a tracker file may have. */
export type TrackerColumn = ReadColumn | (typeof ignoredColumns)[number];

const byName: ReadonlyMap<string, TrackerColumn> = new Map(
  [...requiredColumns, ...optionalColumns, ...ignoredColumns].map((column) => [column, column]),
);

/** The column a header cell names, whatever its case and the blanks around it; null for any other name. */
export function columnNamed(name: string): TrackerColumn | null {
  return byName.get(name.trim().toLowerCase()) ?? null;
}
