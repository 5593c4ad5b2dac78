import { In } from 'typeorm';
import { PartnerIdentifier } from '../../model/partner-identifier.js';
import { PartnerOrganization } from '../../model/partner-organization.js';
import { Alterations } from '../alterations.js';
import { alteredKinds } from '../altered-kinds.js';
import { findToAmend } from '../find-named.js';
import { noteTaken } from '../note-taken.js';
import { type Desired, reconcile } from '../reconcile.js';
import { InputCheck, longestName } from '../request/check-input.js';
import type { Writing } from '../writing.js';
import { namesReplaced } from './former-names.js';
import { noteSameNames } from './note-same-names.js';
import type { AmendPartnerInput, CreatePartnerInput, PartnerIdentifierInput } from './partner-input.js';
import { saveIdentifiers, soundIdentifiers } from './save-identifiers.js';

/** Makes a partner organization. @returns its number. */
export async function createPartner(writing: Writing, input: CreatePartnerInput): Promise<number> {
  const check = new InputCheck();
  const code = check.code(input.code, 'code');
  const row = await readPartner(writing, check, input, null);
  const identifiers = await readIdentifiers(writing, check, input.identifiers, code);
  await noteTaken(writing, PartnerOrganization, code, 'code');
  writing.outcome.noteAll(check.problems);
  return writing.outcome.refused ? 0 : save(writing, null, { ...row, code }, identifiers, null);
}

/** Amends a partner organization. Its former names stay as aliases. @returns its number. */
export async function amendPartner(writing: Writing, input: AmendPartnerInput): Promise<number> {
  const check = new InputCheck();
  const partner = await findToAmend(writing, PartnerOrganization, input.partner, 'partner');
  const row = await readPartner(writing, check, input, partner);
  const identifiers = await readIdentifiers(writing, check, input.identifiers, partner?.code ?? '');
  const reason = check.reason(input.reason);
  writing.outcome.noteAll(check.problems);
  if (partner === null || writing.outcome.refused) return 0;
  const former = namesReplaced(partner.name, row.name);
  const aliases =
    row.aliases === undefined && former.length === 0
      ? undefined
      : [...new Set([...(row.aliases ?? partner.aliases), ...former])];
  return save(writing, partner, { ...row, aliases }, identifiers, reason);
}

async function readPartner(
  writing: Writing,
  check: InputCheck,
  input: Omit<AmendPartnerInput, 'partner'>,
  stored: PartnerOrganization | null,
) {
  const name = check.requiredText(input.name, 'name', longestName, stored?.name);
  await noteSameNames(writing, 'partner_organization', name, stored?.key ?? null);
  return {
    name,
    kind: check.kept(input.kind, 'kind'),
    aliases: check.words(input.aliases, 'aliases'),
    website: check.address(input.website, 'website'),
  };
}

async function readIdentifiers(
  writing: Writing,
  check: InputCheck,
  given: readonly PartnerIdentifierInput[] | null | undefined,
  code: string,
): Promise<readonly PartnerIdentifierInput[] | undefined> {
  const listed = check.list(given, 'identifiers')?.map(({ scheme, value }, at) => ({
    scheme: check.one(scheme, `identifiers[${at}].scheme`, 40),
    value: check.one(value, `identifiers[${at}].value`, 200),
    column: `identifiers[${at}].value`,
    code,
  }));
  if (listed === undefined) return undefined;
  const { sound } = await soundIdentifiers(writing, listed);
  return check.once(
    sound,
    ({ scheme, value }) => `${scheme}:${value}`,
    (at) => sound[at]?.column ?? 'identifiers',
  );
}

async function save(
  writing: Writing,
  stored: PartnerOrganization | null,
  row: Desired<PartnerOrganization>,
  identifiers: readonly PartnerIdentifierInput[] | undefined,
  reason: string | null,
): Promise<number> {
  const altered = new Alterations();
  const { keys, written } = await reconcile(writing, PartnerOrganization, {
    things: 'partner organizations',
    existing: stored === null ? [] : [stored],
    desired: [row],
    identity: () => 'it',
    takesAway: true,
  });
  altered.take(written);
  const partnerKey = keys.get('it') ?? 0;
  if (identifiers && (await replaceIdentifiers(writing, partnerKey, identifiers))) {
    altered.amend(partnerKey, ['identifiers']);
  }
  altered.record(writing, alteredKinds.partner, () => ({ partnerKey, reason }));
  return partnerKey;
}

/** @returns whether they are others now. */
async function replaceIdentifiers(
  writing: Writing,
  partnerKey: number,
  identifiers: readonly PartnerIdentifierInput[],
): Promise<boolean> {
  const { database } = writing;
  const code = (await database.findOneByOrFail(PartnerOrganization, { key: partnerKey })).code;
  const wanted = new Set(identifiers.map(({ scheme, value }) => `${scheme}:${value}`));
  const gone = (await database.findBy(PartnerIdentifier, { partnerKey })).filter(
    ({ scheme, value }) => !wanted.has(`${scheme}:${value}`),
  );
  if (gone.length > 0) await database.delete(PartnerIdentifier, { key: In(gone.map(({ key }) => key)) });
  const added = await saveIdentifiers(
    writing,
    identifiers.map(({ scheme, value }, at) => ({
      scheme,
      value,
      code,
      key: partnerKey,
      column: `identifiers[${at}]`,
    })),
  );
  return gone.length + added.length > 0;
}
