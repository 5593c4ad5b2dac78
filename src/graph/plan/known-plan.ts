import { In } from 'typeorm';
import { ActionPlan } from '../../model/action-plan.js';
import { ReportingPeriod } from '../../model/reporting-period.js';
import type { Batch, Loading } from '../loading/loading.js';
import { byCode } from '../loading/rows.js';
import { known, withoutType } from '../lookup.js';

/**
 * The plan that an argument names by code or id.
 * @throws RequestError BAD_USER_INPUT when there is none.
 */
export async function knownPlan(loading: Loading, code: string): Promise<ActionPlan> {
  const plan = await loading.one(byCode(ActionPlan), withoutType('ActionPlan', code));
  return known(plan, 'plan', code, 'the code of a plan, such as "ca-2016-2018"');
}

/**
 * Insists that some plan has a reporting period of this key.
 * @throws RequestError BAD_USER_INPUT when none has.
 */
export async function checkPeriodKey(loading: Loading, key: string): Promise<void> {
  const exists = await loading.one(periodKeyExists, key);
  known(exists || null, 'reporting period', key, 'the key of a period, such as "mid-term" or "2023-06"');
}

const periodKeyExists: Batch<string, boolean> = async (loading, keys) => {
  const periods = await loading.database.find(ReportingPeriod, {
    where: { periodKey: In([...keys]) },
    select: { key: true, periodKey: true },
  });
  const found = new Set(periods.map(({ periodKey }) => periodKey));
  return keys.map((key) => found.has(key));
};
