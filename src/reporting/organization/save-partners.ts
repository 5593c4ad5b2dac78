import { In } from 'typeorm';
import { partnerByAnyName } from '../../graph/organization/find-partner.js';
import { PartnerOrganization } from '../../model/partner-organization.js';
import { Alterations } from '../alterations.js';
import { alteredKinds } from '../altered-kinds.js';
import { distinct } from '../distinct.js';
import type { PartnerFacts } from '../dossier.js';
import { type Desired, reconcile } from '../reconcile.js';
import type { Writing } from '../writing.js';
import { saveIdentifiers } from './save-identifiers.js';

/**
 * Saves partner organizations with their identifiers. One that the hub knows by the same name keeps the code it
 * has, and is found by the other code too from then on.
 */
export async function savePartners(writing: Writing, facts: readonly PartnerFacts[]): Promise<void> {
  const once = distinct(
    writing,
    'partner organization',
    facts.map((partner, at) => ({ facts: partner, column: `partners[${at}]` })),
    (partner) => partner.facts.code,
    (at) => `partners[${at}].code`,
  );
  const meant = await Promise.all(
    once.map(async (partner) => ({ ...partner, ...(await knownPartner(writing, partner.facts)) })),
  );
  const { keys, written } = await reconcile(writing, PartnerOrganization, {
    things: 'partner organizations',
    existing: await writing.database.findBy(PartnerOrganization, {
      code: In(meant.map(({ known, facts: { code } }) => known?.code ?? code)),
    }),
    desired: meant.map(asRow),
    identity: (partner) => String(partner.code),
  });
  const owned = meant.flatMap(({ facts: { code, identifiers }, column, known }) =>
    identifiers.map((identifier, place) => ({
      ...identifier,
      code: known?.code ?? code,
      key: keys.get(known?.code ?? code) ?? 0,
      column: `${column}.identifiers[${place}].value`,
    })),
  );
  const partners = new Alterations();
  partners.take(written);
  for (const key of await saveIdentifiers(writing, owned)) partners.amend(key, ['identifiers']);
  partners.record(writing, alteredKinds.partner, (partnerKey) => ({ partnerKey }));
  writing.forget();
}

interface KnownPartner {
  /** The one that is meant; null: the hub does not know it. */
  readonly known: PartnerOrganization | null;
  /** Whether it is found by the code that the facts give it. */
  readonly byCode: boolean;
}

async function knownPartner({ loading }: Writing, { code, name }: PartnerFacts): Promise<KnownPartner> {
  const names = [name.en, name.fr].filter((one) => one != null);
  const [byCode = null, ...byName] = await loading.many(partnerByAnyName, [code, ...names]);
  return { known: byCode ?? byName.find((one) => one !== null) ?? null, byCode: byCode !== null };
}

function asRow({
  facts,
  known,
  byCode,
}: KnownPartner & { readonly facts: PartnerFacts }): Desired<PartnerOrganization> {
  const { code, name, kind, aliases, website } = facts;
  if (known === null) return { code, name, kind, aliases, website: website ?? undefined };
  const isSame = known.code === code;
  return {
    code: known.code,
    name: isSame ? name : { en: known.name.en ?? name.en, fr: known.name.fr ?? name.fr },
    // Files that only name an organization say OTHER of it, which takes nothing back.
    kind: kind === 'OTHER' ? undefined : kind,
    aliases: [...new Set([...known.aliases, ...aliases, ...(byCode ? [] : [code])])],
    website: website ?? undefined,
  };
}
