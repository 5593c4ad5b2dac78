import { In } from 'typeorm';
import { PartnerIdentifier } from '../../model/partner-identifier.js';
import { error } from '../problem.js';
import { type Desired, reconcile } from '../reconcile.js';
import { isRorId } from '../ror-id.js';
import type { Writing } from '../writing.js';

/** What a register knows a partner organization by, as it is handed in. */
export interface SaidIdentifier {
  /** The register, such as `ROR`. */
  readonly scheme: string;
  readonly value: string;
  /** Code of the partner organization. */
  readonly code: string;
  /** Where the value stands in what was handed in. */
  readonly column: string;
}

/** The same, of an organization that is stored. */
export interface OwnedIdentifier extends SaidIdentifier {
  /** Number of the partner organization. */
  readonly key: number;
}

/** Those identifiers that may be saved, with the stored ones of the same values; what is wrong with others is noted. */
export async function soundIdentifiers<Said extends SaidIdentifier>(
  { database, outcome }: Writing,
  identifiers: readonly Said[],
): Promise<{ readonly sound: readonly Said[]; readonly stored: readonly PartnerIdentifier[] }> {
  const stored = await database.find(PartnerIdentifier, {
    where: { value: In(identifiers.map(({ value }) => value)) },
    relations: { partner: true },
  });
  const owners = new Map(stored.map((one) => [identity(one), one.partner?.code ?? '']));
  const sound = identifiers.filter((identifier) => {
    const owner = owners.get(identity(identifier)) ?? identifier.code;
    owners.set(identity(identifier), owner);
    const fault = faultOf(identifier, owner);
    if (fault !== null) {
      const { column, value } = identifier;
      outcome.note(error(fault.wording, { code: fault.code, column, value }));
    }
    return fault === null;
  });
  return { sound, stored };
}

function faultOf({ scheme, value, code }: SaidIdentifier, owner: string) {
  if (owner !== code) {
    return {
      code: 'DUPLICATE' as const,
      wording: {
        en: `This identifier is that of the partner organization "${owner}"; each organization has its own.`,
        fr: `Cet identifiant est celui de l’organisme partenaire « ${owner} »; chaque organisme a le sien.`,
      },
    };
  }
  if (scheme.toUpperCase() !== 'ROR' || isRorId(value)) return null;
  return {
    code: 'INVALID' as const,
    wording: {
      en: 'A ROR identifier has nine characters, such as "01aff2v68", the last two a check of the others.',
      fr: 'Un identifiant ROR compte neuf caractères, comme « 01aff2v68 », dont les deux derniers vérifient les autres.',
    },
  };
}

/**
 * Saves identifiers of partner organizations. One belongs to one organization only.
 * @returns the numbers of the organizations that have new ones.
 */
export async function saveIdentifiers(
  writing: Writing,
  identifiers: readonly OwnedIdentifier[],
): Promise<number[]> {
  const { sound, stored } = await soundIdentifiers(writing, identifiers);
  const { written } = await reconcile(writing, PartnerIdentifier, {
    things: 'identifiers',
    existing: stored,
    desired: sound.map(({ scheme, value, key }) => ({ partnerKey: key, scheme, value })),
    identity,
  });
  return written.map(({ now }) => now.partnerKey);
}

function identity({ scheme, value }: Desired<PartnerIdentifier>): string {
  return `${scheme}:${value}`;
}
