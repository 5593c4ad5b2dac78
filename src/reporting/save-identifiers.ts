import { In } from 'typeorm';
import { PartnerIdentifier } from '../model/partner-identifier.js';
import { error } from './problem.js';
import { type Desired, reconcile } from './reconcile.js';
import { isRorId } from './ror-id.js';
import type { Writing } from './writing.js';

/** What a registry knows a partner organization by. */
export interface OwnedIdentifier {
  /** The registry, such as `ROR`. */
  readonly scheme: string;
  readonly value: string;
  /** Code and number of the partner organization. */
  readonly code: string;
  readonly key: number;
  /** Where the value stands in the dossier. */
  readonly column: string;
}

/** Saves identifiers of partner organizations. One belongs to one organization only. */
export async function saveIdentifiers(
  writing: Writing,
  identifiers: readonly OwnedIdentifier[],
): Promise<void> {
  const stored = await writing.database.find(PartnerIdentifier, {
    where: { value: In(identifiers.map(({ value }) => value)) },
    relations: { partner: true },
  });
  const owners = new Map(stored.map((one) => [identity(one), one.partner?.code ?? '']));
  const desired: Desired<PartnerIdentifier>[] = [];
  for (const { scheme, value, code, key, column } of identifiers) {
    const owner = owners.get(identity({ scheme, value })) ?? code;
    owners.set(identity({ scheme, value }), owner);
    const fault =
      owner !== code
        ? `This identifier is that of the partner organization "${owner}"; each organization has its own.`
        : scheme.toUpperCase() === 'ROR' && !isRorId(value)
          ? 'A ROR identifier has nine characters, such as "01aff2v68", the last two a check of the others.'
          : null;
    if (fault === null) desired.push({ partnerKey: key, scheme, value });
    else writing.outcome.note(error(fault, { column, value }));
  }
  await reconcile(writing, PartnerIdentifier, 'identifiers', stored, desired, identity);
}

function identity({ scheme, value }: Desired<PartnerIdentifier>): string {
  return `${scheme}:${value}`;
}
