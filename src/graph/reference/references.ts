import { In } from 'typeorm';
import { Commitment } from '../../model/commitment.js';
import { CrossReference } from '../../model/cross-reference.js';
import type { Batch } from '../loading/loading.js';
import { keepRows } from '../loading/rows.js';

/** The references that leave or reach a commitment, with the commitments at both ends, oldest first. */
export const referencesOfCommitment: Batch<number, readonly CrossReference[]> = async (loading, keys) => {
  const rows = await loading.database.find(CrossReference, {
    where: [{ fromKey: In([...keys]) }, { toKey: In([...keys]) }],
    order: { key: 'ASC' },
    relations: { from: true, to: true },
  });
  keepRows(
    loading,
    Commitment,
    rows.flatMap(({ from, to }) => [from ?? [], to ?? []].flat()),
  );
  const lists = new Map<number, CrossReference[]>(keys.map((key) => [key, []]));
  for (const row of rows) {
    lists.get(row.fromKey)?.push(row);
    lists.get(row.toKey)?.push(row);
  }
  return keys.map((key) => lists.get(key) ?? []);
};
