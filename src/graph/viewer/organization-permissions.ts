import { CommitmentActor } from '../../model/commitment-actor.js';
import { Department } from '../../model/department.js';
import { PartnerOrganization } from '../../model/partner-organization.js';
import { mayFor } from './caller-may.js';
import { forAnyDepartment } from './for-any-department.js';
import { viewerCan } from './viewer-can.js';

export const DepartmentViewerCan = viewerCan(Department, {
  amendDepartment: forAnyDepartment('Whether they may amend it: as a steward.'),
  recordActivity: {
    description:
      'Whether they may record an engagement activity that it holds: as its reporter, or as a steward.',
    holds: (action, { key }, { caller }) => mayFor(caller, action, [key]),
  },
});

export const PartnerViewerCan = viewerCan(PartnerOrganization, {
  amendPartner: forAnyDepartment('Whether they may amend it: as a steward.'),
});

export const ActorViewerCan = viewerCan(CommitmentActor, {
  removeActor: {
    description: 'Whether they may end this part, unless it has ended: as a steward.',
    holds: (action, { endedOn }, { caller }) => endedOn === null && mayFor(caller, action, []),
  },
});
