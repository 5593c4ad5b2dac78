import { Deliverable } from '../../model/deliverable.js';
import { listBy } from '../loading/rows.js';

/** All deliverables of a commitment in the order of the plan: each before what lies below it. */
export const deliverablesOfCommitment = listBy(Deliverable, 'commitmentKey', { path: 'ASC' });
