import { In } from 'typeorm';
import { Commitment } from '../../model/commitment.js';
import type { Batch } from '../loading/loading.js';
import { keepRows } from '../loading/rows.js';

/** Finds commitments by code or by the Open Government Partnership's code. */
export const commitmentByAnyCode: Batch<string, Commitment | null> = async (loading, codes) => {
  const any = In([...codes]);
  const rows = keepRows(
    loading,
    Commitment,
    await loading.database.findBy(Commitment, [{ code: any }, { ogpCode: any }]),
  );
  const found = new Map(rows.flatMap((row) => [[row.code, row] as const, [row.ogpCode, row] as const]));
  return codes.map((code) => found.get(code) ?? null);
};
