import type { EntityManager } from 'typeorm';
import type { WholeEntry } from './entry-content.js';

/** An entry in its place. */
export interface PlacedEntry {
  readonly commitmentKey: number;
  readonly reportKey: number;
  readonly deliverableKey: number;
  readonly entry: WholeEntry;
}

/** Entries inserted with one statement. */
const entriesAtOnce = 1_000;

/** Puts entries into reports; by hand, since a large tracker has more of them than of anything else. */
export async function insertEntries(database: EntityManager, entries: readonly PlacedEntry[]): Promise<void> {
  for (let at = 0; at < entries.length; at += entriesAtOnce) {
    const some = entries.slice(at, at + entriesAtOnce);
    await database.query(
      `insert into report_entry (
        commitment_id, report_id, deliverable_id, completion, evidence,
        results_en, results_fr, next_steps_en, next_steps_fr, challenges_en, challenges_fr
      ) select * from unnest(
        $1::int[], $2::int[], $3::int[], $4::text[], $5::jsonb[],
        $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[]
      )`,
      [
        some.map(({ commitmentKey }) => commitmentKey),
        some.map(({ reportKey }) => reportKey),
        some.map(({ deliverableKey }) => deliverableKey),
        some.map(({ entry }) => entry.completion),
        some.map(({ entry }) => JSON.stringify(entry.evidence)),
        some.map(({ entry }) => entry.results.en),
        some.map(({ entry }) => entry.results.fr),
        some.map(({ entry }) => entry.nextSteps.en),
        some.map(({ entry }) => entry.nextSteps.fr),
        some.map(({ entry }) => entry.challenges.en),
        some.map(({ entry }) => entry.challenges.fr),
      ],
    );
  }
}
