import { z } from 'zod';
import { codeOfName } from '../code-of-name.js';
import type { DepartmentInput } from '../dossier-input.js';
import type { Finding } from '../finding.js';
import { onceEach } from '../once-each.js';
import type { Origins } from '../origins.js';
import { unlessBlank } from '../outside-text.js';
import { type Placed, placed } from '../placed.js';
import type { Shape } from '../shape.js';
import { type DepartmentsFile, departmentsFile, type PublishedDepartment } from './departments-file.js';

/** The published list of departments; its keys, in lower case, become their codes. */
export const departmentsShape: Shape<DepartmentsFile> = {
  format: 'departments',
  schema: departmentsFile,
  unknownNames: 'left out',
  check,
  toDossier: ({ departments }, origins) => ({
    departments: placed(departments, ['departments']).map((department) => toFacts(department, origins)),
  }),
};

const nothing = { key: '' };
const outline = z
  .object({ departments: z.array(z.object({ key: z.string() }).catch(nothing)) })
  .catch({ departments: [] });

function check(value: unknown): Iterable<Finding> {
  const departments = placed(outline.parse(value).departments, ['departments']);
  return onceEach(
    departments.map(({ thing, path }) => ({ thing: codeOfName(thing.key), path: [...path, 'key'] })),
  );
}

function toFacts({ thing, path }: Placed<PublishedDepartment>, origins: Origins): DepartmentInput {
  const { key, gcOrgId, name, abbr, openGovSlug, aliases } = thing;
  const seen = new Set<string | null | undefined>([name.en, name.fr]);
  const others = placed(aliases, [...path, 'aliases']).filter(({ thing: alias }) => {
    const isNew = !seen.has(alias);
    seen.add(alias);
    return isNew;
  });
  return origins.note(
    {
      code: codeOfName(key),
      gcOrgId: gcOrgId ?? undefined,
      name,
      abbreviation: unlessBlank(abbr),
      openGovSlug: openGovSlug ?? undefined,
      aliases: others.map((alias) => origins.note({ name: alias.thing }, alias.path)),
    },
    path,
    { code: ['key'], abbreviation: ['abbr'] },
  );
}
