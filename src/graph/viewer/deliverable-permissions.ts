import { permits } from '../../access/policy.js';
import { Commitment } from '../../model/commitment.js';
import { Deliverable } from '../../model/deliverable.js';
import { deliverablesOfCommitment } from '../deliverable/deliverables.js';
import { required } from '../loading/required.js';
import { maySomewhere } from './caller-may.js';
import { forAnyDepartment } from './for-any-department.js';
import { mayReport } from './may-as-involved.js';
import { type Permission, viewerCan } from './viewer-can.js';

const reporting =
  'where nothing lies below it, as a reporter of a department that leads or supports it, what lies above it or the commitment, while a period of ' +
  'the plan is open';

const report = (description: string): Permission<Deliverable> => ({
  description,
  holds: async (action, { key, commitmentKey }, context) => {
    if (!maySomewhere(context.caller, action)) return false;
    const all = await context.loading.one(deliverablesOfCommitment, commitmentKey);
    if (all.some(({ parentKey }) => parentKey === key)) return false;
    const commitment = await required(context.loading, Commitment, commitmentKey);
    return mayReport(action, commitment, context, ({ deliverableKeys }) => deliverableKeys.includes(key));
  },
});

export const DeliverableViewerCan = viewerCan(Deliverable, {
  saveReportDraft: report(`Whether they may draft a report on it: ${reporting}.`),
  submitReport: report(`Whether they may report on it: ${reporting}.`),
  amendDeliverable: forAnyDepartment('Whether they may amend it: as a steward.'),
  createDeliverable: {
    description: 'Whether they may put another one below it: as a steward, where nothing stands above it.',
    holds: (action, { parentKey }, { caller }) => parentKey === null && permits(caller, action, []),
  },
  assignActor: forAnyDepartment('Whether they may give an organization a part in it: as a steward.'),
  recordAssessment: forAnyDepartment('Whether they may record an assessment of it: as a steward.'),
});
