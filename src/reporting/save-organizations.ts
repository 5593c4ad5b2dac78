import { In } from 'typeorm';
import { partnerByAnyName } from '../graph/organization/find-partner.js';
import { Department } from '../model/department.js';
import { DepartmentAlias } from '../model/department-alias.js';
import { PartnerIdentifier } from '../model/partner-identifier.js';
import { PartnerOrganization } from '../model/partner-organization.js';
import type { DepartmentFacts, PartnerFacts } from './dossier.js';
import { error } from './problem.js';
import { reconcile } from './reconcile.js';
import { isRorId } from './ror-id.js';
import type { Writing } from './writing.js';

/** Saves departments with their aliases. */
export async function saveDepartments(writing: Writing, facts: readonly DepartmentFacts[]): Promise<void> {
  const existing = await writing.database.findBy(Department, { code: In(facts.map(({ code }) => code)) });
  const keys = await reconcile(
    writing,
    Department,
    'departments',
    existing,
    facts.map(({ code, gcOrgId, name, abbreviation, openGovSlug }) => ({
      code,
      gcOrgId: gcOrgId ?? undefined,
      name,
      abbreviation: abbreviation ?? undefined,
      openGovSlug: openGovSlug ?? undefined,
    })),
    (department) => String(department.code),
  );
  const aliases = facts.flatMap((department) =>
    department.aliases.map(({ name, from, to }) => ({
      departmentKey: keys.get(department.code),
      name,
      from: from ?? undefined,
      to: to ?? undefined,
    })),
  );
  await reconcile(
    writing,
    DepartmentAlias,
    'aliases',
    await writing.database.findBy(DepartmentAlias, { departmentKey: In([...keys.values()]) }),
    aliases,
    (alias) => `${alias.departmentKey} ${alias.name}`,
  );
  writing.forget();
}

/** Saves partner organizations with their identifiers. One known by the same name keeps the code it has. */
export async function savePartners(writing: Writing, facts: readonly PartnerFacts[]): Promise<void> {
  const codes = new Map<PartnerFacts, string>();
  for (const partner of facts) {
    const byCode = await writing.loading.one(partnerByAnyName, partner.code);
    const named =
      byCode ?? (await writing.loading.one(partnerByAnyName, partner.name.en ?? partner.name.fr ?? ''));
    codes.set(partner, named?.code ?? partner.code);
  }
  // What is known under another code was only named here, and keeps what is stored of it.
  const own = facts.filter((partner) => codes.get(partner) === partner.code);
  const keys = await reconcile(
    writing,
    PartnerOrganization,
    'partner organizations',
    await writing.database.findBy(PartnerOrganization, { code: In(own.map(({ code }) => code)) }),
    own.map(({ code, name, kind, aliases, website }) => ({
      code,
      name,
      kind,
      aliases,
      website: website ?? undefined,
    })),
    (partner) => String(partner.code),
  );
  const identifiers = own.flatMap((partner, at) =>
    partner.identifiers.flatMap(({ scheme, value }, place) => {
      if (scheme === 'ROR' && !isRorId(value)) {
        writing.outcome.note(
          error(
            'A ROR identifier has nine characters, such as "01aff2v68", the last two a check of the others',
            {
              column: `partners[${at}].identifiers[${place}].value`,
              value,
            },
          ),
        );
        return [];
      }
      return [{ partnerKey: keys.get(partner.code), scheme, value }];
    }),
  );
  await reconcile(
    writing,
    PartnerIdentifier,
    'identifiers',
    await writing.database.findBy(PartnerIdentifier, { partnerKey: In([...keys.values()]) }),
    identifiers,
    (identifier) => `${identifier.scheme}:${identifier.value}`,
  );
  writing.forget();
}
