import { registerEnumType } from 'type-graphql';

/** What a change is about. */
export enum ChangeKind {
  STATUS_CHANGED = 'STATUS_CHANGED',
  REPORT_PUBLISHED = 'REPORT_PUBLISHED',
  REPORT_WITHDRAWN = 'REPORT_WITHDRAWN',
  PLAN_ADDED = 'PLAN_ADDED',
  PLAN_AMENDED = 'PLAN_AMENDED',
  PERIOD_ADDED = 'PERIOD_ADDED',
  PERIOD_AMENDED = 'PERIOD_AMENDED',
  COMMITMENT_ADDED = 'COMMITMENT_ADDED',
  COMMITMENT_AMENDED = 'COMMITMENT_AMENDED',
  DELIVERABLE_ADDED = 'DELIVERABLE_ADDED',
  DELIVERABLE_AMENDED = 'DELIVERABLE_AMENDED',
  DEPARTMENT_ADDED = 'DEPARTMENT_ADDED',
  DEPARTMENT_AMENDED = 'DEPARTMENT_AMENDED',
  PARTNER_ADDED = 'PARTNER_ADDED',
  PARTNER_AMENDED = 'PARTNER_AMENDED',
  ACTOR_CHANGED = 'ACTOR_CHANGED',
  REFERENCE_SUGGESTED = 'REFERENCE_SUGGESTED',
  REFERENCE_LINKED = 'REFERENCE_LINKED',
  REFERENCE_DISMISSED = 'REFERENCE_DISMISSED',
  REFERENCE_UNLINKED = 'REFERENCE_UNLINKED',
  ACTIVITY_RECORDED = 'ACTIVITY_RECORDED',
  ACTIVITY_AMENDED = 'ACTIVITY_AMENDED',
  ACTIVITY_WITHDRAWN = 'ACTIVITY_WITHDRAWN',
  ASSESSMENT_ADDED = 'ASSESSMENT_ADDED',
  ASSESSMENT_AMENDED = 'ASSESSMENT_AMENDED',
}

registerEnumType(ChangeKind, {
  name: 'ChangeKind',
  description: 'What a change is about.',
  valuesConfig: {
    STATUS_CHANGED: { description: 'The current level of a deliverable is another one.' },
    REPORT_PUBLISHED: { description: 'A report, or a new version of one, was published.' },
    REPORT_WITHDRAWN: { description: 'A published report was taken back.' },
    PLAN_ADDED: { description: 'The hub has a new plan.' },
    PLAN_AMENDED: { description: 'A plan was amended.' },
    PERIOD_ADDED: { description: 'A plan has a new reporting period.' },
    PERIOD_AMENDED: { description: 'A reporting period was amended, opened or closed.' },
    COMMITMENT_ADDED: { description: 'A plan has a new commitment.' },
    COMMITMENT_AMENDED: { description: 'A commitment was amended.' },
    DELIVERABLE_ADDED: { description: 'A commitment has a new deliverable.' },
    DELIVERABLE_AMENDED: { description: 'A deliverable was amended.' },
    DEPARTMENT_ADDED: { description: 'The hub knows a new department.' },
    DEPARTMENT_AMENDED: { description: 'A department was renamed or amended.' },
    PARTNER_ADDED: { description: 'The hub knows a new partner organization.' },
    PARTNER_AMENDED: { description: 'A partner organization was amended.' },
    ACTOR_CHANGED: {
      description:
        'An organization was given a part in a commitment, another role or place in it, or lost it: see `fromRole` and ' +
        '`toRole`.',
    },
    REFERENCE_SUGGESTED: {
      description: 'A text mentions another commitment; a person has yet to confirm it.',
    },
    REFERENCE_LINKED: { description: 'One commitment refers to another: linked by a person, or confirmed.' },
    REFERENCE_DISMISSED: { description: 'A suggested reference was turned down.' },
    REFERENCE_UNLINKED: { description: 'A reference no longer holds.' },
    ACTIVITY_RECORDED: {
      description:
        'An engagement activity was recorded. Told once for each commitment that it touches, or once without any.',
    },
    ACTIVITY_AMENDED: {
      description:
        'An engagement activity was amended. Told once for each commitment that it touches, or touched until now.',
    },
    ACTIVITY_WITHDRAWN: {
      description: 'An engagement activity was taken back. Told once for each commitment that it touches.',
    },
    ASSESSMENT_ADDED: { description: 'An author gave a level on a scale.' },
    ASSESSMENT_AMENDED: { description: 'An author changed a level, or its words.' },
  },
});
