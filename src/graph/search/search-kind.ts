import { registerEnumType } from 'type-graphql';
import { Commitment } from '../../model/commitment.js';
import { Deliverable } from '../../model/deliverable.js';
import { Department } from '../../model/department.js';
import { EngagementActivity } from '../../model/engagement-activity.js';
import { PartnerOrganization } from '../../model/partner-organization.js';

/** What can be searched for; the names are those of the search table. */
export enum SearchKind {
  COMMITMENT = 'COMMITMENT',
  DELIVERABLE = 'DELIVERABLE',
  ACTIVITY = 'ACTIVITY',
  DEPARTMENT = 'DEPARTMENT',
  PARTNER = 'PARTNER',
}

registerEnumType(SearchKind, {
  name: 'SearchKind',
  description: 'What can be searched for.',
  valuesConfig: {
    COMMITMENT: { description: 'Commitments.' },
    DELIVERABLE: { description: 'Deliverables, with what is reported on them now.' },
    ACTIVITY: { description: 'Engagement activities.' },
    DEPARTMENT: { description: 'Departments.' },
    PARTNER: { description: 'Partner organizations.' },
  },
});

/** The class of the things of each kind. */
export const classOf = {
  COMMITMENT: Commitment,
  DELIVERABLE: Deliverable,
  ACTIVITY: EngagementActivity,
  DEPARTMENT: Department,
  PARTNER: PartnerOrganization,
} as const;

export type SearchSubject = InstanceType<(typeof classOf)[SearchKind]>;
