import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { ActionPlan } from '../model/action-plan.js';
import { projectRoot } from '../project-root.js';
import { importFile } from './import-file.js';

/** The sample plan's files, what others build on first. */
const folder = join(projectRoot, 'data');
const first = ['departments.json', 'partners.json'];

/** Loads the sample plan into a hub that has no plan yet. @returns whether it did. */
export async function loadSampleOnce(dataSource: DataSource): Promise<boolean> {
  if (await dataSource.manager.exists(ActionPlan)) return false;
  const plans = (await readdir(folder)).filter((name) => name.endsWith('.json') && !first.includes(name));
  for (const name of [...first, ...plans.sort()]) {
    const outcome = await importFile(dataSource, join(folder, name), { plan: null, dryRun: false });
    if (!outcome.accepted) {
      throw new Error(`the sample file ${name} is not sound: ${outcome.problems[0]?.message}`);
    }
  }
  return true;
}
