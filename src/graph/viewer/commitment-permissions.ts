import { Commitment } from '../../model/commitment.js';
import { forAnyDepartment } from './for-any-department.js';
import { mayAsInvolved, mayReport } from './may-as-involved.js';
import { viewerCan } from './viewer-can.js';

const reporting = 'as a reporter of a department that leads or supports it, or part of it';

export const CommitmentViewerCan = viewerCan(Commitment, {
  saveReportDraft: {
    description: `Whether they may draft a report on it: ${reporting}, while a period of its plan is open.`,
    holds: (action, commitment, context) => mayReport(action, commitment, context, () => true),
  },
  submitReport: {
    description: `Whether they may report on it: ${reporting}, while a period of its plan is open.`,
    // A report without entries is no report.
    holds: (action, commitment, context) =>
      mayReport(action, commitment, context, ({ deliverableKeys }) => deliverableKeys.length > 0),
  },
  linkCommitments: {
    description: `Whether they may link it to another commitment: ${reporting}, or as a steward.`,
    holds: (action, { key }, context) => mayAsInvolved(action, key, context),
  },
  amendCommitment: forAnyDepartment('Whether they may amend it: as a steward.'),
  createDeliverable: forAnyDepartment('Whether they may give it another deliverable: as a steward.'),
  assignActor: forAnyDepartment('Whether they may give an organization a part in it: as a steward.'),
  recordAssessment: forAnyDepartment('Whether they may record an assessment of it: as a steward.'),
});
