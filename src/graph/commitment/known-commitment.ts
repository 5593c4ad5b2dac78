import type { Commitment } from '../../model/commitment.js';
import type { Loading } from '../loading/loading.js';
import { known, withoutType } from '../lookup.js';
import { commitmentByAnyCode } from './find-commitment.js';

/**
 * The commitment that an argument names by code, by the Open Government Partnership's code or by id.
 * @throws RequestError BAD_USER_INPUT when there is none.
 */
export async function knownCommitment(loading: Loading, code: string): Promise<Commitment> {
  const commitment = await loading.one(commitmentByAnyCode, withoutType('Commitment', code));
  return known(commitment, 'commitment', code, 'a code such as "ca-2016-2018/19" or "CA0060"');
}
